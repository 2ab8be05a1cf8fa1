"""The package of a school: what is in its folders, what its checklist says of them."""

from __future__ import annotations

import io
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import docx
import pytest

from docgen import Case, Catalogue, DataError
from docgen.catalogue.agenda import agenda
from docgen.catalogue.checklist import checklist
from docgen.catalogue.package import Package, package
from docgen.errors import Severity
from docgen.merge.word import WordTemplate
from tests.catalogue.schools import ended, minimal

RESULTS = "09_운영 결과보고"


def packed(
    case: Case, today: str = "2026-07-01", formats: tuple[str, ...] = ("docx",), **more: Any
) -> Package:
    return package(Catalogue(), case, formats, date.fromisoformat(today), **more)


def tables(made: Package) -> list[list[list[str]]]:
    """The texts of the tables of the checklist."""
    (path,) = (path for path in made.files if len(path.parts) == 1 and path.suffix == ".docx")
    document = docx.Document(io.BytesIO(made.files[path]))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def warned(made: Package) -> list[str | None]:
    """The rules of its warnings, those of the helper's waivers left out."""
    return [found.rule for found in made.findings if found.severity is not Severity.WAIVED]


def names(made: Package, folder: str) -> list[str]:
    return [path.name for path in made.files if path.parts[0] == folder]


@pytest.fixture(scope="module")
def made() -> Package:
    return packed(minimal())


class DescribeAPackage:
    def it_has_a_folder_for_each_step_with_something_in_it(self, made: Package) -> None:
        folders = {path.parts[0] for path in made.files if len(path.parts) == 2}
        assert sorted(folders)[0] == "01_기관정보 등록"
        assert RESULTS in folders
        assert all(len(path.parts) <= 2 for path in made.files)

    def it_holds_every_paper_that_can_be_made_by_now(self, made: Package) -> None:
        duties = agenda(Catalogue(), minimal(), date(2026, 7, 1)).duties
        makeable = [work for duty in duties if duty.made and duty.status != "later" for work in duty.works]
        assert len(made.files) == len(makeable) + 1  # the checklist

    def it_lists_what_is_missing_and_makes_none_of_it(self, made: Package) -> None:
        assert names(made, "05_심층 면담") == [
            "심층 면담 일정 등록_다솜초등학교.docx",
            "심층 면담 기록지_다솜초등학교_1차.docx",
        ]
        listed = [row for row in tables(made)[-1] if "사전 심층 면담지" in row]
        assert listed[0][5:] == ["빠짐", "", "면담 질문(interviews.sheet.questions)이 없습니다."]

    def its_checklist_names_the_files_with_due_day_and_rule(self, made: Package) -> None:
        (row,) = (row for row in tables(made)[-1] if "프로그램 운영 결과보고서" in row)
        assert row == [
            *(
                "9",
                "프로그램 운영 결과보고서",
                "우리 학교 보기 1회차 가반",
                "2026. 7. 3.",
                "R-126",
                "낼 것",
                "",
            ),
            "프로그램 운영 결과보고서_다솜초등학교_우리 학교 보기_1회차가.docx",
        ]

    def its_checklist_has_the_eleven_rows_and_the_day(self, made: Package) -> None:
        head, steps = tables(made)[:2]
        assert head[1][-1] == "2026. 7. 1."
        assert [row[1].partition(".")[0] for row in steps[1:]] == [str(number) for number in range(1, 12)]
        ninth = steps[9]
        assert (ninth[0], ninth[3], ninth[4]) == ("프로그램 운영 후", "○", "□")
        assert ninth[7].endswith("2026. 7. 3.까지")

    def it_is_the_same_bytes_every_time(self, made: Package) -> None:
        assert packed(minimal()).files == made.files

    def it_leaves_out_what_is_not_yet_to_be_made(self) -> None:
        later = "이수 교원 명단_다솜초등학교_우리 학교 보기 1회 가반.docx"
        assert later not in names(packed(minimal(), "2026-06-21"), RESULTS)
        assert later in names(packed(minimal(), "2026-06-21", everything=True), RESULTS)

    def it_holds_one_step_alone_whatever_the_day(self) -> None:
        made = packed(minimal(), "2026-06-21", step=9)
        assert {path.parts[0] for path in made.files if len(path.parts) == 2} == {RESULTS}

    def it_makes_each_paper_in_the_formats_that_it_has(self) -> None:
        made = packed(minimal(), formats=("docx", "xlsx"), step=9)
        endings = {(path.name.split("_")[0], path.suffix) for path in made.files}
        assert ("이수 교원 명단", ".xlsx") in endings
        assert ("프로그램 운영 결과보고서", ".xlsx") not in endings

    def it_compiles_each_template_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[str] = []
        compile_once = WordTemplate.__init__

        def counted(self: WordTemplate, source: Any, *more: Any, **options: Any) -> None:
            opened.append(str(source))
            compile_once(self, source, *more, **options)

        monkeypatch.setattr(WordTemplate, "__init__", counted)
        made = packed(minimal())
        assert len(opened) == len(set(opened))
        assert len(opened) < len(made.files)  # three people, one form each

    def it_keeps_names_apart_in_a_folder(self) -> None:
        person = {"affiliation": "가", "position": "교사", "is_teacher": True, "institution": "hanbit"}
        people = {f"k{n}": person | {"name": "한가람", "roles": ["coordinator"]} for n in (1, 2, 3)}
        made = packed(minimal(people=people), step=1)
        assert PurePosixPath("01_기관정보 등록/개인정보 동의서_한가람 (3).docx") in made.files

    def its_warnings_are_those_of_its_papers(self) -> None:
        late = {
            "requested_on": "2026-06-23",
            "stage": "심층면담 후",
            "reason": "가",
            "reported_on": "2026-06-30",
        }
        assert warned(packed(minimal(cancellation=late), step=7)) == ["R-120"]
        assert warned(packed(minimal(cancellation=late), step=3)) == []

    def it_is_not_made_of_faulty_data(self) -> None:
        with pytest.raises(DataError) as caught:
            packed(minimal(change={"summary": "가", "submitted_on": "2026-06-31"}), step=1)
        assert [found.path for found in caught.value.diagnostics] == ["change.submitted_on"]


class DescribeTheChecklist:
    def it_ticks_a_step_whose_papers_are_all_done(self) -> None:
        sections = ended("2026-06-28", registered_on="2026-07-01", neis_submitted_on="2026-07-02")
        found = checklist(agenda(Catalogue(), minimal(**sections), date(2026, 7, 5)))
        rows = {row["number"]: row for row in found["steps"]}
        assert (rows[3]["done"], rows[3]["done_on"]) == (True, date(2026, 4, 20))
        assert (rows[4]["done"], rows[4]["done_on"], rows[4]["missing"]) == (False, None, 2)
        assert rows[4]["due_on"] == date(2026, 6, 8)

    def it_has_no_day_where_none_is_given(self) -> None:
        assert checklist(agenda(Catalogue(), minimal(), None))["on"] is None

    def it_is_filled_too_where_the_paper_is_rendered_by_itself(self) -> None:
        case = minimal(case={"id": "가", "edition": "2026-06-01", "written_on": "2026-07-01"})
        text = docx.Document(io.BytesIO(Catalogue()["operation-checklist"].render(case)))
        steps = [[cell.text for cell in row.cells] for row in text.tables[1].rows]
        assert steps[3][4:6] == ["■", "2026. 4. 20."]
