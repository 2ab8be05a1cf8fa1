from __future__ import annotations

from pathlib import Path

import pytest

from docgen.case import parse_case
from docgen.case.complete import complete
from docgen.errors import Diagnostic, Severity, TemplateError
from docgen.rules import check_rules, editions, load_rules

ROOT = Path(__file__).parents[2]
EDITION = "2026-06-01"


def ask(application: str, *rules: str, head: str = "", edition: str | None = None) -> list[Diagnostic]:
    text = f"{head}application:\n" + "".join(f"  {line}\n" for line in application.splitlines())
    case = parse_case(text.encode(), "x.yaml")
    return check_rules(case, complete(case, ["application"], ROOT / "templates/case"), rules, edition)


def lines(key: str, count: int) -> str:
    return f"{key}:\n" + "".join(f"  - {{name: {number}}}\n" for number in range(1, count + 1))


class DescribeAtMostFive:
    """R-157: 최대 5개."""

    @pytest.mark.parametrize(
        ("key", "label"),
        [
            ("digital_training", "디지털 관련 연수 이수"),
            ("other_training", "기타 연수 이수"),
            ("lectures", "교원대상 강의 경험"),
            ("gov_projects", "정부사업 수행 경험"),
        ],
    )
    def it_points_at_the_sixth_line(self, key: str, label: str) -> None:
        assert ask(lines(key, 5), "R-157") == []
        (found,) = ask(lines(key, 7), "R-157")
        assert (found.code, found.rule, found.severity) == ("rule.R-157", "R-157", Severity.ERROR)
        assert (found.line, found.column, found.path) == (8, 7, f"application.{key}[5]")
        assert found.message == f"'{label}' 칸에는 최대 5개까지 적습니다 (지금 7개)."
        assert found.source == "제1장 Ⅵ 코디네이터·강사 활용 기준 (p.20–31)"
        assert found.hint is not None

    @pytest.mark.parametrize("key", ["teacher_career", "head_teacher_career"])
    def it_counts_the_duties_of_each_career(self, key: str) -> None:
        assert ask(f"{key}: {{duties: [a, b, c, d, e]}}", "R-157") == []
        (found,) = ask(f"{key}: {{duties: [a, b, c, d, e, f]}}", "R-157")
        assert found.path == f"application.{key}.duties[5]"
        assert "6개" in found.message


class DescribeLastThreeYears:
    """R-157: 최근 3년 이내, counted back from the day of the application."""

    @pytest.mark.parametrize(
        ("applied_on", "period", "within"),
        [
            ("2026-06-10", "{from: 2020-01-01, to: 2023-06-10}", True),
            ("2026-06-10", "{from: 2020-01-01, to: 2023-06-09}", False),
            ("2026-06-10", "{from: 2019-01-01}", True),  # goes on
            ("2028-02-29", "{from: 2024-01-01, to: 2025-02-28}", True),
            ("2028-02-29", "{from: 2024-01-01, to: 2025-02-27}", False),
        ],
    )
    def it_counts_to_the_end_of_the_period(self, applied_on: str, period: str, within: bool) -> None:
        found = ask(f"applied_on: {applied_on}\nlectures: [{{name: a, period: {period}}}]", "R-157")
        assert (found == []) is within

    @pytest.mark.parametrize("key", ["digital_training", "other_training", "lectures", "gov_projects"])
    def it_points_at_the_period(self, key: str) -> None:
        (found,) = ask(
            f"applied_on: 2026-06-10\n{key}:\n  - name: a\n    period: {{from: 2021-03-02, to: 2021-03-05}}",
            "R-157",
        )
        assert (found.line, found.column, found.path) == (5, 15, f"application.{key}[0].period")
        assert "지금 2021. 3. 5." in found.message
        assert "2023. 6. 10." in found.message

    def it_says_nothing_about_certificates_or_what_has_no_date(self) -> None:
        assert (
            ask("applied_on: 2026-06-10\ncertificates: [{name: a, acquired_on: 1999-01-01}]", "R-157") == []
        )
        assert ask("applied_on: 2026-06-10\nlectures: [{name: a}]", "R-157") == []
        assert ask("lectures: [{name: a, period: {from: 1999-01-01}}]", "R-157") == []


class DescribeSubject:
    """R-159: 담당교과 (중등 교원일 경우)."""

    @pytest.mark.parametrize(
        "application",
        ["secondary_teacher: true\nsubject: 수학", "secondary_teacher: false", "name: 가", "subject: 수학"],
    )
    def it_is_asked_of_secondary_teachers_only(self, application: str) -> None:
        assert ask(application, "R-159") == []

    @pytest.mark.parametrize(
        ("application", "place"),
        [("secondary_teacher: true", (1, 1)), ("secondary_teacher: true\nsubject:", (3, 11))],
    )
    def it_is_missed_where_it_should_stand(self, application: str, place: tuple[int, int]) -> None:
        (found,) = ask(application, "R-159")
        assert (found.line, found.column) == place
        assert found.path == "application.subject"
        assert "담당교과" in found.message

    def it_is_not_missed_where_the_schema_refused_it(self) -> None:
        assert ask("secondary_teacher: true\nsubject: 3", "R-159") == []


class DescribePermissions:
    @pytest.mark.parametrize("rule", ["R-158", "R-160"])
    def they_never_give_a_finding(self, rule: str) -> None:
        assert load_rules(EDITION)[rule].severity is None
        assert ask(lines("certificates", 30), rule) == []


class DescribeCheckRules:
    def it_gives_all_findings_in_file_order(self) -> None:
        found = ask(f"{lines('lectures', 6)}secondary_teacher: true\nsubject:", "R-159", "R-157")
        assert [(each.rule, each.line) for each in found] == [("R-157", 8), ("R-159", 10)]

    def it_asks_only_about_sections_that_are_there(self) -> None:
        case = parse_case(b"meetings: []", "x.yaml")
        assert check_rules(case, {"meetings": []}, ["R-157", "R-159"]) == []

    def it_takes_the_edition_that_the_case_names(self) -> None:
        assert ask("name: 가", "R-157", head=f"case: {{edition: {EDITION}}}\n") == []

    def it_reports_an_unknown_edition_with_the_nearest(self) -> None:
        (found,) = ask("name: 가", "R-157", head="case:\n  edition: 2026-06-02\n")
        assert (found.code, found.line, found.column) == ("rule.unknown-edition", 2, 12)
        assert f"'{EDITION}'" in (found.hint or "")
        (found,) = ask("name: 가", "R-157", edition="첫째 판")
        assert found.hint == f"아는 판: {', '.join(editions())}"

    def it_blames_the_template_for_an_unknown_rule(self) -> None:
        with pytest.raises(TemplateError) as error:
            ask("name: 가", "R-157a")
        (found,) = error.value.diagnostics
        assert found.code == "rule.unknown"
        assert "'R-157'" in (found.hint or "")


class DescribeLoadRules:
    @pytest.mark.parametrize("edition", editions())
    def it_finds_rules_with_a_source_in_every_edition(self, edition: str) -> None:
        rules = load_rules(edition)
        assert {"R-157", "R-158", "R-159", "R-160"} <= set(rules)
        assert all(rule.id == id_ and rule.title and rule.source for id_, rule in rules.items())

    def it_compiles_an_edition_once(self) -> None:
        assert load_rules(EDITION) is load_rules(EDITION)
