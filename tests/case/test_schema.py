from __future__ import annotations

import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from docgen.case import load_case, parse_case
from docgen.case.schema import check_schema
from docgen.case.schemas import load_schemas
from docgen.errors import Diagnostic, Severity

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "templates/case"

APPLICATION = """\
application:
  role: 코디네이터
  name: 한가람
  gender: 여
  birth_date: 1984-03-09
  affiliation: 새별중학교
  position: 수석교사
  motivation: 함께 풀고 싶습니다.
  applied_on: 2026-06-10
"""
MEETING = """\
meetings:
  - id: m1
    kind: pre
    title: 회의
    purpose: 협의
    start: 2026-06-01 14:00
    end: 2026-06-01T16:00:00
    place: 회의실
    attendees:
      - {who: {name: 나래솔}, side: 참여인력}
    content: 내용
"""
EVERY_KEYWORD = """\
type: object
additionalProperties: false
properties:
  text: {title: 글, type: string, minLength: 2, maxLength: 3}
  code: {title: 번호, type: string, pattern: "^[A-Z]{2}$", description: 영문 대문자 두 자}
  whole: {title: 정수, type: integer, minimum: 1, maximum: 9, description: 도움말}
  amount: {title: 수, type: number}
  yes: {title: 여부, type: boolean}
  list: {title: 목록, type: array, minItems: 1, maxItems: 2, items: {title: 낱말, type: string, minLength: 1}}
  group: {title: 묶음, type: object, properties: {name: {title: 이름, type: string}}}
  clock: {title: 시각, type: string, format: time}
  moment: {title: 일시, type: string, format: date-time}
  day: {title: 날짜, type: string, format: date}
  mail: {title: 전자우편, type: string, format: email}
  link: {title: 주소, type: string, format: uri}
  word: {title: 구분, enum: [일반교사, 수석·부장교사]}
  other: {title: 그밖, type: string, not: {const: x}}
"""


def check(text: str, *sections: str, schemas: Path = SCHEMAS) -> list[Diagnostic]:
    return check_schema(parse_case(text.encode(), "x.yaml"), sections, schemas)


@pytest.fixture(scope="module")
def every_keyword(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schemas")
    (folder / "case.yaml").write_text("type: object\nproperties: {}\n")
    (folder / "t.yaml").write_text(EVERY_KEYWORD)
    return folder


class DescribeTheSchemas:
    @pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.yaml")), ids=lambda path: path.stem)
    def they_are_json_schema_2020_12(self, path: Path) -> None:
        schema = load_case(path).data
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)

    @pytest.mark.parametrize("name", sorted(load_schemas(SCHEMAS)))
    def they_refuse_unknown_keys_and_label_every_field(self, name: str) -> None:
        pending = [load_schemas(SCHEMAS)[name]]
        while pending:
            schema = pending.pop()
            assert schema.get("title") or schema["type"] == "object", schema
            if "properties" in schema:
                assert schema["additionalProperties"] is False
                assert set(schema.get("required", [])) <= set(schema["properties"])
                assert all("title" in sub for sub in schema["properties"].values())
                pending += schema["properties"].values()
            if "items" in schema:
                pending.append(schema["items"])


class DescribeSections:
    def they_pass_when_complete(self) -> None:
        assert check(APPLICATION + MEETING, "application", "meetings") == []

    def they_are_required_when_a_template_reads_them(self) -> None:
        (found,) = check(APPLICATION, "application", "meetings")
        assert (found.code, found.line, found.path) == ("schema.required", 1, "meetings")
        assert "'회의'(meetings)" in found.message

    def they_are_left_alone_when_no_template_reads_them(self) -> None:
        assert check(APPLICATION + "meetings: 3\n", "application") == []

    def they_are_reported_when_unknown_with_the_nearest(self) -> None:
        (found,) = check(APPLICATION + "meeting: []\n", "application")
        assert (found.code, found.line, found.column) == ("schema.unknown-section", 10, 1)
        assert found.severity is Severity.ERROR
        assert "'meetings'" in (found.hint or "")

    def they_are_listed_when_none_is_near(self) -> None:
        (found,) = check(APPLICATION + "zzz: []\n", "application")
        assert "application(지원서), attachments(첨부), attendance(출결)" in (found.hint or "")

    def the_head_is_checked_wherever_it_is_given(self) -> None:
        (found,) = check("case: {id: 가}\n" + APPLICATION, "application")
        assert (found.code, found.path, found.line, found.column) == ("schema.required", "case.edition", 1, 1)
        assert check(APPLICATION, "application") == []


class DescribeFindings:
    """Each: a line of the form replaced, and what is said of it."""

    @pytest.mark.parametrize(
        ("old", "new", "code", "line", "column", "path", "says", "advice"),
        [
            ("  name: 한가람\n", "", "required", 1, 1, "name", "'성명'(name) 값이 없습니다", "name:"),
            ("한가람", "", "required", 3, 3, "name", "'성명'(name) 값이 비어 있습니다", "name:"),
            ("한가람", "'  '", "required", 3, 3, "name", "비어 있습니다", "name:"),
            ("한가람", "[]", "type", 3, 9, "name", "글이어야 합니다 (지금은 항목 0개의 목록)", "따옴표"),
            ("한가람", "12", "type", 3, 9, "name", "글이어야 합니다 (지금은 '12')", "따옴표"),
            ("gender: 여", "gender: [여]", "choice", 4, 11, "gender", "하나여야 합니다", "남, 여"),
            (
                "1984-03-09",
                "1984-03-09 12:00",
                "format",
                5,
                15,
                "birth_date",
                "날짜만 적습니다",
                "1984-03-09처럼",
            ),
            ("1984-03-09", "2150-03-09", "format", 5, 15, "birth_date", "2150-03-09", "2099년까지"),
            ("gender: 여", "gender: 여자", "choice", 4, 11, "gender", "'성별'(gender) 값에 '여자'", "남, 여"),
            (
                "코디네이터",
                "코디네이타",
                "choice",
                2,
                9,
                "role",
                "'코디네이타'",
                "'코디네이터'를 뜻했나요?",
            ),
            (
                "  gender: 여",
                "  gendr: 여\n  gender: 여",
                "unknown-key",
                4,
                3,
                "gendr",
                "'gendr'",
                "'성별'(gender)을 뜻했나요?",
            ),
            (
                "  gender: 여",
                "  담당교과: 수학\n  gender: 여",
                "unknown-key",
                4,
                3,
                "담당교과",
                "'담당교과'",
                "(subject)를 뜻했나요?",
            ),
            ("  gender: 여", "  zz: 1\n  gender: 여", "unknown-key", 4, 3, "zz", "'지원서'", "role, name"),
            (
                "1984-03-09",
                "2026-02-30",
                "format",
                5,
                15,
                "birth_date",
                "달력에 없습니다",
                "2월은 1일부터 28일",
            ),
            ("1984-03-09", "2026-13-01", "format", 5, 15, "birth_date", "달력에 없습니다", "01부터 12"),
            ("1984-03-09", "1984. 3. 9.", "format", 5, 15, "birth_date", "'1984. 3. 9.'", "1984-03-09처럼"),
            ("1984-03-09", "1984년 3월 9일", "format", 5, 15, "birth_date", "날짜의 형식", "1984-03-09처럼"),
            ("2026-06-10", "26-6-1", "format", 9, 15, "applied_on", "'26-6-1'", "2026-06-01처럼"),
            ("1984-03-09", "84.3.9", "format", 5, 15, "birth_date", "'84.3.9'", "1984-03-09처럼"),
            ("2026-06-10", "20260610", "type", 9, 15, "applied_on", "글이어야", "2026-06-10처럼"),
            ("2026-06-10", "유월", "format", 9, 15, "applied_on", "'유월'", "2026-06-01처럼"),
        ],
    )
    def it_says_what_is_wrong_and_where(
        self, old: str, new: str, code: str, line: int, column: int, path: str, says: str, advice: str
    ) -> None:
        (found,) = check(APPLICATION.replace(old, new, 1), "application")
        assert (found.file, found.code, found.line, found.column, found.path) == (
            "x.yaml",
            f"schema.{code}",
            line,
            column,
            f"application.{path}",
        )
        assert says in found.message
        assert advice in (found.hint or "")

    @pytest.mark.parametrize(
        ("line", "code", "column", "says", "advice"),
        [
            ("text: 가", "minLength", 9, "2자 이상이어야 합니다 (지금 1자)", None),
            ("text: 가나다라", "maxLength", 9, "3자까지 적습니다 (지금 4자)", None),
            ("text: true", "type", 9, "글이어야 합니다 (지금은 true)", "따옴표"),
            ("code: ab", "pattern", 9, "'번호'(code) 값 'ab'", "영문 대문자 두 자"),
            ("whole: 0", "minimum", 10, "1 이상이어야 합니다 (지금 0)", "도움말"),
            ("whole: 10", "maximum", 10, "9 이하여야 합니다 (지금 10)", "도움말"),
            ("whole: 1.5", "type", 10, "정수여야 합니다 (지금은 '1.5')", None),
            ("whole: 3시간", "type", 10, "정수여야", "수만 적으세요: 3"),
            ("amount: 열", "type", 11, "수여야 합니다 (지금은 '열')", "수만 적으세요."),
            ("yes: 예", "type", 8, "true나 false여야 합니다", "따옴표 없이"),
            ("list: []", "minItems", 9, "1개 이상이어야 합니다 (지금 0개)", None),
            ("list: [가, 나, 다]", "maxItems", 9, "2개까지 적습니다 (지금 3개)", None),
            ("list: 가", "type", 9, "목록이어야", "'- '"),
            ("list: [가, ]", None, 0, "", None),
            (
                "list: [가, null]",
                "type",
                13,
                "2번째 '목록'(list) 값은 글이어야 합니다 (지금은 빈 값)",
                "지우",
            ),
            ("list: [가, '']", "minLength", 13, "2번째 '목록'(list)", None),
            ("group: 홍길동", "type", 10, "묶음이어야 합니다", "name: …"),
            ("clock: 2시", "format", 10, "시각의 형식", "15:30"),
            ("clock: 24:00", "format", 10, "시각의 형식", "15:30"),
            ("clock: 09:30", None, 0, "", None),
            ("moment: 2026-06-01", "format", 11, "날짜와 시각의 형식", "2026-06-01 15:30"),
            ("moment: 2026-06-01 25:00", "format", 11, "날짜와 시각의 형식", "2026-06-01 15:30"),
            ("moment: 2026-06-01 09:30", None, 0, "", None),
            ("day: 2024-02-29", None, 0, "", None),
            ("day: 20240229", "type", 8, "글이어야", "2024-02-29"),
            ("mail: a b@c.kr", "format", 9, "전자우편 주소의 형식", "name@example.com"),
            ("mail: 이름@기관.kr", None, 0, "", None),
            ("link: www.example.com", "format", 9, "인터넷 주소의 형식", "https://"),
            ("link: https://example.com/가", None, 0, "", None),
            ("word: 수석·부장 교사", None, 0, "", None),
            ("word: 교사", "choice", 9, "'교사'는 없습니다", "일반교사, 수석·부장교사"),
            ("word: 3", "choice", 9, "'3'은 없습니다", "일반교사, 수석·부장교사"),
            ("other: x", "not", 10, "정해진 형식에 맞지 않습니다", None),
        ],
    )
    def it_knows_every_keyword(
        self, every_keyword: Path, line: str, code: str | None, column: int, says: str, advice: str | None
    ) -> None:
        found = check(f"t:\n  {line}\n", "t", schemas=every_keyword)
        assert [(each.code, each.line, each.column) for each in found] == (
            [(f"schema.{code}", 2, column)] if code else []
        )
        for each in found:
            assert says in each.message
            assert advice is None or advice in (each.hint or "")

    def it_names_the_item_of_a_list(self) -> None:
        text = APPLICATION + "  lectures:\n    - {name: 가}\n    - role: 주강사\n"
        (found,) = check(text, "application")
        assert (found.line, found.column, found.path) == (12, 7, "application.lectures[1].name")
        assert (
            "2번째 '교원대상 강의 경험'(lectures)에 꼭 적어야 하는 '연수명'(name) 값이 없습니다."
            in found.message
        )

    def it_finds_a_period_that_ends_before_it_starts(self) -> None:
        lecture = "  lectures: [{name: 가, period: {from: 2025-03-02, to: 2024-03-06}}]\n"
        (found,) = check(APPLICATION + lecture, "application")
        assert (found.code, found.path) == ("schema.ordered", "application.lectures[0].period.to")
        assert "'종료일'(to) 값이 '시작일'(from) 값보다 앞섭니다" in found.message

    def it_finds_a_meeting_that_ends_before_it_starts(self) -> None:
        (found,) = check(MEETING.replace("T16:00:00", "T13:00:00"), "meetings")
        assert (found.code, found.line, found.path) == ("schema.ordered", 7, "meetings[0].end")

    def it_asks_an_instructor_for_the_teaching_practice(self) -> None:
        for word in ("강사", "instructor"):
            (found,) = check(APPLICATION.replace("코디네이터", word), "application")
            assert (found.code, found.path) == ("schema.required", "application.teaching_practice")

    def it_takes_a_blank_for_absent(self) -> None:
        text = APPLICATION + "  subject:\n  lectures:\n  teacher_career:\n    years: ''\n"
        assert check(text, "application") == []

    def it_takes_an_optional_mapping_without_values_for_absent(self) -> None:
        assert check(MEETING + "    author: {name: , phone: ''}\n", "meetings") == []
        (found,) = check(MEETING + "    author: {name: , phone: '010-0000-0000'}\n", "meetings")
        assert found.path == "meetings[0].author.name"

    def it_sets_no_limit_of_five(self) -> None:
        lectures = "  lectures: [" + ", ".join(["{name: 가}"] * 6) + "]\n"
        assert check(APPLICATION + lectures, "application") == []

    def it_reports_all_in_one_run_in_file_order(self) -> None:
        text = APPLICATION.replace("gender: 여", "gendr: 여").replace("2026-06-10", "2026. 6. 10.") + "x: 1\n"
        assert [(found.code, found.line) for found in check(text, "application")] == [
            ("schema.required", 1),
            ("schema.unknown-key", 4),
            ("schema.format", 9),
            ("schema.unknown-section", 10),
        ]


class DescribeSpeed:
    def it_checks_three_hundred_lines_in_tens_of_milliseconds(self) -> None:
        more = MEETING.removeprefix("meetings:\n")
        text = MEETING + "".join(more.replace("m1", f"m{number}") for number in range(2, 32))
        assert text.count("\n") > 300
        check(text, "meetings")
        start = time.process_time()
        assert check(text, "meetings") == []
        assert time.process_time() - start < 0.1
