"""Boxes to approve and items, put into any Word file by one tag and read back by python-docx."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from docx.document import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table

from docgen import TemplateError, WordTemplate
from tests.merge.word_files import opened, word_file

PEOPLE: list[dict[str, Any]] = [
    {"position": "주무관", "name": "송여울", "mark": "★", "role": "기안"},
    {"position": "교육기획팀장", "name": "나래솔"},
    {"position": "인재기획과장", "name": "백두루", "decision": "대결", "on": date(2018, 12, 28)},
    {"position": "인재개발원장", "name": "이슬찬", "absence": "출장"},
    {"position": "행정1부시장", "name": "한가람", "decision": "전결", "on": date(2018, 12, 28)},
]
HELPING: list[dict[str, Any]] = [
    {"position": "조직담당관", "name": "금바다", "role": "협조"},
    {"position": "예산담당관", "name": "방아름", "role": "협조", "on": date(2018, 12, 27)},
]


def merged(tag: str, **data: Any) -> Document:
    return opened(WordTemplate(word_file("앞", tag, "뒤")).render(data))


def boxes(tag: str, lines: object) -> Table:
    (table,) = merged(tag, lines=lines).tables
    return table


def cells(table: Table) -> list[list[str]]:
    """The rows of a table, a line break of a cell as a stroke; a cell over several columns comes once."""
    return [[cell.text.replace("\n", "/") for cell in dict.fromkeys(row.cells)] for row in table.rows]


class DescribeApprovalLine:
    def it_draws_a_box_for_each_who_signs(self) -> None:
        table = boxes("{{p lines | approval_line }}", PEOPLE)
        assert cells(table) == [
            ["결/재", "★주무관", "교육기획팀장", "인재기획과장", "인재개발원장", "행정1부시장"],
            ["결/재", "송여울", "나래솔", "대결 12/28/백두루", "(출장)/이슬찬", "전결 12/28/한가람"],
        ]
        assert table.alignment is WD_PARAGRAPH_ALIGNMENT.RIGHT

    @pytest.mark.parametrize("count", range(1, 7))
    def it_has_room_for_one_to_six(self, count: int) -> None:
        table = boxes("{{p lines | approval_line }}", [{"position": "직위", "name": "이름"}] * count)
        widths = [column.width or 0 for column in table.columns]
        assert len(widths) == max(count, 2) + 1
        assert sum(widths) <= Mm(170)

    def it_makes_the_boxes_smaller_where_there_are_more(self) -> None:
        table = boxes("{{p lines | approval_line }}", [{"position": "직위", "name": "이름"}] * 12)
        assert sum(column.width or 0 for column in table.columns) == pytest.approx(Mm(170), rel=0.001)

    def it_lists_who_helps_to_decide_in_rows_below(self) -> None:
        *_, first, second = cells(boxes("{{p lines | approval_line }}", PEOPLE + HELPING))
        assert first == ["협조", "조직담당관", "금바다"]
        assert second == ["협조", "예산담당관", "12/27 방아름"]

    def it_puts_those_below_the_only_box(self) -> None:
        table = boxes("{{p lines | approval_line(1) }}", [PEOPLE[0], HELPING[0]])
        assert cells(table)[2] == ["협조", "조직담당관 금바다"]

    def it_is_drawn_without_a_label_as_well(self) -> None:
        table = boxes("{{p lines | approval_line(title='') }}", PEOPLE + HELPING)
        titles, _, first, _ = cells(table)
        assert titles == ["★주무관", "교육기획팀장", "인재기획과장", "인재개발원장", "행정1부시장"]
        assert first == ["협조", "조직담당관", "금바다"]
        assert [len(row.cells) for row in table.rows] == [5, 5, 5, 5]

    def it_leaves_boxes_to_sign_by_hand(self) -> None:
        assert cells(boxes("{{p lines | approval_line(3) }}", None)) == [["결/재", "", "", ""]] * 2
        assert cells(boxes("{{p lines | approval_line }}", [{"position": "팀장"}]))[0] == [
            "결/재",
            "팀장",
            "",
        ]

    def it_is_nothing_where_nobody_signs(self) -> None:
        document = merged("{{p lines | approval_line(0) }}", lines=[])
        assert document.tables == []
        assert [paragraph.text for paragraph in document.paragraphs] == ["앞", "뒤"]

    def it_says_the_word_decided_of_nobody(self) -> None:
        """결재 is what every box is for."""
        lines = [{"position": "원장", "name": "이슬찬", "decision": "결재"}]
        assert cells(boxes("{{p lines | approval_line(1) }}", lines))[1] == ["결/재", "이슬찬"]

    def it_prints_names_as_they_are(self) -> None:
        lines = [{"position": "<팀장> & {{", "name": "가" * 40}]
        assert cells(boxes("{{p lines | approval_line(1) }}", lines))[0] == ["결/재", "<팀장> & {{"]

    def it_looks_as_its_tag_does(self) -> None:
        def fill(document: Any) -> None:
            document.add_paragraph().add_run("{{p lines | approval_line }}").font.name = "바탕"

        (table,) = opened(WordTemplate(word_file(fill=fill)).render({"lines": PEOPLE})).tables
        (run,) = table.cell(1, 1).paragraphs[0].runs
        assert (run.font.name, run.font.size) == ("바탕", Pt(9))

    @pytest.mark.parametrize("lines", ["송여울", ["송여울"], 3])
    def it_wants_a_list_of_people(self, lines: object) -> None:
        with pytest.raises(TemplateError, match="직위"):
            boxes("{{p lines | approval_line }}", lines)

    def it_names_a_list_that_is_not_there(self) -> None:
        with pytest.raises(TemplateError, match="lines"):
            merged("{{p lines | approval_line }}")


class DescribeNumberedItems:
    def it_makes_a_paragraph_of_each_item(self) -> None:
        document = merged("{{p body | numbered_items }}", body=["관련\n  가\n  나", "끝으로"])
        assert [paragraph.text for paragraph in document.paragraphs] == [
            *("앞", "1.\t관련", "가.\t가", "나.\t나", "2.\t끝으로", "뒤")
        ]

    def it_sets_each_level_two_half_spaces_further_right(self) -> None:
        document = merged("{{p body | numbered_items }}", body=["가\n  나\n    다\n    라\n  마", "바"])
        looks = [paragraph.paragraph_format for paragraph in document.paragraphs[1:-1]]
        starts = [(look.left_indent or 0) + (look.first_line_indent or 0) for look in looks]
        assert starts == [Pt(0), Pt(11), Pt(22), Pt(22), Pt(11), Pt(0)]
        for look in looks:  # the text after the mark begins where the further lines do
            assert [stop.position for stop in look.tab_stops] == [look.left_indent]

    def it_says_where_the_letter_ends(self) -> None:
        document = merged("{{p body | numbered_items(end=true) }}", body=["가", "나\n  다"])
        assert [paragraph.text for paragraph in document.paragraphs[-3:]] == ["2.\t나", "다  끝.", "뒤"]

    def it_takes_a_single_text(self) -> None:
        document = merged("{{p body | numbered_items }}", body="<가> & {{")
        assert [paragraph.text for paragraph in document.paragraphs] == ["앞", "<가> & {{", "뒤"]

    @pytest.mark.parametrize("body", [None, [], "", [None]])
    def it_is_nothing_where_there_are_none(self, body: object) -> None:
        document = merged("{{p body | numbered_items(end=true) }}", body=body)
        assert [paragraph.text for paragraph in document.paragraphs] == ["앞", "뒤"]

    def it_looks_as_its_tag_does(self) -> None:
        def fill(document: Any) -> None:
            paragraph = document.add_paragraph(style="Quote")
            paragraph.add_run("{{p body | numbered_items }}").bold = True
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_after = Pt(3)

        document = opened(WordTemplate(word_file(fill=fill)).render({"body": ["가", "나"]}))
        first, second = document.paragraphs[:2]
        for paragraph in (first, second):
            assert paragraph.style is not None
            assert paragraph.style.name == "Quote"
            assert paragraph.paragraph_format.keep_with_next
            assert paragraph.paragraph_format.space_after == Pt(3)
            assert all(run.bold for run in paragraph.runs)

    def it_tells_of_more_items_than_there_are_marks(self) -> None:
        deep = "가" + "".join("\n" + "  " * n + "나" for n in range(1, 7)) + ("\n" + "  " * 7 + "다") * 15
        with pytest.raises(TemplateError, match="14번까지"):
            merged("{{p body | numbered_items }}", body=[deep])
