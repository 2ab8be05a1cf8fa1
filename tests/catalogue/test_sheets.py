"""The lists that go up as workbooks: their headings, and every row of the document in them."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest

from docgen import Catalogue, TemplateError, UsageError
from tests.catalogue.test_catalogue import overlay

CATALOGUE = Catalogue()
WITH_SHEETS = [each.id for each in CATALOGUE.values() if each.description.sheets]


def sheets_of(template_id: str, work: int = 0) -> dict[str, list[tuple[object, ...]]]:
    """What openpyxl finds in the workbook of a document of the sample: the rows of each sheet by its name."""
    template = CATALOGUE[template_id]
    works, _ = template.works(template.sample())
    made, warnings = template.produce(works[work], "xlsx")
    assert warnings == []
    book = openpyxl.load_workbook(io.BytesIO(made))
    return {page.title: [*page.iter_rows(values_only=True)] for page in book.worksheets}


def document_of(template_id: str) -> str:
    template = CATALOGUE[template_id]
    works, _ = template.works(template.sample())
    made = docx.Document(io.BytesIO(template.produce(works[0], "docx")[0]))
    return "".join(text.text or "" for text in made.element.body.iter("{*}t"))


def printed(value: object) -> list[str]:
    """How a document may print a value: the end of a period without what its start says."""
    if not isinstance(value, datetime):
        return [str(value)]
    day = f"{value.month}.\xa0{value.day}."
    return [f"{value.year}. {value.month}. {value.day}.", day, day.replace("\xa0", " ")]


class DescribeTheCatalogue:
    def its_lists_for_upload_are_workbooks_too(self) -> None:
        assert {
            *("participant-roster", "completion-roster", "neis-hours-submission"),
            *("activity-ledger", "registration-mail-list", "school-application-list"),
        } <= set(WITH_SHEETS)

    def it_names_those_that_are_where_another_is_asked_for(self) -> None:
        with pytest.raises(UsageError) as caught:
            CATALOGUE.making("meeting-minutes", ["docx", "xlsx"])
        assert "participant-roster" in (caught.value.diagnostics[0].hint or "")

    def and_a_template_without_a_list_makes_none(self) -> None:
        with pytest.raises(UsageError, match="엑셀"):
            CATALOGUE["coordinator-application"].render(CATALOGUE["coordinator-application"].sample(), "xlsx")


@pytest.mark.parametrize("template_id", WITH_SHEETS)
class DescribeAList:
    def its_first_sheet_holds_what_the_document_prints(self, template_id: str) -> None:
        (_, *rows), *_ = sheets_of(template_id).values()
        text = document_of(template_id).replace(",", "")
        assert rows
        for value in (value for row in rows for value in row if value is not None):
            assert any(form.replace(",", "") in text for form in printed(value))

    def no_column_of_it_is_empty_that_nobody_has_to_fill_in(self, template_id: str) -> None:
        template = CATALOGUE[template_id]
        works, _ = template.works(template.sample())
        filled, wanted = set(), set()
        for sheet in (sheet for work in works for sheet in template.sheets(work)):
            wanted |= {column.heading for column in sheet.columns if sheet.rows}
            for row in sheet.rows:
                filled |= {c.heading for c, v in zip(sheet.columns, row, strict=True) if v is not None}
        assert wanted - filled <= {"누계 학교 수", "초과 여부"}


class DescribeTheRosters:
    # 제1장 III-4 < 이수 명단 엑셀 양식(예시) >: four printed columns in this order
    PRINTED = ("연번", "성명", "NEIS 번호", "재단 종합교육연수원 ID")

    def the_participants_are_in_the_printed_columns(self) -> None:
        ((heading, *rows),) = sheets_of("participant-roster").values()
        assert heading == self.PRINTED
        assert rows[0] == (1, "하늘찬", "T000000001", "saebyeol01")
        assert [row[0] for row in rows] == [*range(1, len(rows) + 1)]

    def the_completed_are_in_the_same_and_more(self) -> None:
        ((heading, *rows),) = sheets_of("completion-roster").values()
        assert heading[:4] == self.PRINTED
        assert rows[0][4:] == (50, 50, None, 100, "공통", "-", "이수", 1)

    def the_hours_for_neis_have_days_and_figures(self) -> None:
        ((heading, *rows),) = sheets_of("neis-hours-submission").values()
        assert heading[6:] == ("이수시간", "종료일", "교과 구분")
        assert rows[0][6:8] == (1, datetime(2026, 6, 22))


class DescribeASheetOfADescription:
    @pytest.mark.parametrize(
        ("sheets", "code"),
        [
            ("{name: 표}", "catalogue.wrong-type"),
            ("[{rows: people, columns: []}]", "catalogue.missing-key"),
            ("[{name: 표, rows: people, columns: [{heading: 성명, valeu: n}]}]", "catalogue.unknown-key"),
            (
                "[{name: 표, rows: people, columns: [{heading: 성명, value: n, kind: 글}]}]",
                "catalogue.wrong-type",
            ),
            ("[{name: 표, rows: 3, columns: [{heading: 성명, value: n}]}]", "catalogue.wrong-type"),
        ],
    )
    def it_is_checked_when_it_is_read(self, root: Path, tmp_path: Path, sheets: str, code: str) -> None:
        catalogue = Catalogue(overlay(root, tmp_path, number=f"60\nsheets: {sheets}"))
        with pytest.raises(TemplateError) as caught:
            _ = catalogue["coordinator-application"]
        assert code in [found.code for found in caught.value.diagnostics]

    @pytest.mark.parametrize("value", ["application", "application.nmae.x", "application.lectures"])
    def it_says_which_value_no_cell_can_hold(self, root: Path, tmp_path: Path, value: str) -> None:
        sheets = f"[{{name: 표, rows: '[1]', columns: [{{heading: 성명, value: {value}}}]}}]"
        template = Catalogue(overlay(root, tmp_path, number=f"60\nsheets: {sheets}"))[
            "coordinator-application"
        ]
        with pytest.raises(TemplateError, match="성명"):
            template.render(CATALOGUE["coordinator-application"].sample(), "xlsx")
