"""The common blocks, built, merged with data and read back by python-docx."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from PIL import Image

from docgen.case.choices import Choice
from docgen.catalogue.form import (
    Column,
    Form,
    Heading,
    Outline,
    author_block,
    build_form,
    each,
    fields,
    letter,
    photos,
    school_block,
    sheet,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part
from docgen.merge.word import WordTemplate
from tests.catalogue.form.test_printed_forms import drawn

TEAM = {"name": "나래솔", "affiliation": "한빛대학교", "position": "연구원"}
CASE = {"author": TEAM, "written_on": "2026. 6. 2."}


def merged(form: Form, data: dict[str, Any], folder: Path) -> Document:
    template = folder / "template.docx"
    template.write_bytes(build_form(form))
    return docx.Document(io.BytesIO(WordTemplate(template).render(data, folder=folder)))


@pytest.fixture
def shown(tmp_path: Path) -> Any:
    """Parts with data in the notation of the printed forms."""

    def show(*parts: Part, **data: Any) -> str:
        return drawn(*merged(Form("보기", parts), data, tmp_path).tables)

    return show


def texts(document: Document) -> list[str]:
    return ["".join(t.text or "" for t in p._p.iter(qn("w:t"))) for p in document.paragraphs]


class DescribeFields:
    def they_stand_one_or_two_in_a_row(self, shown: Any) -> None:
        grid = fields(("과정명", "{{ a }}"), ("일시", "{{ b }}", "장소", "{{ c }}"))
        assert shown(grid, a=1, b=2, c=3) == "[1 과정명][2-4 1]\n[1 일시][2 2][3 장소][4 3]\n"

    def they_let_a_text_over_the_whole_width_run_over_the_page(self, tmp_path: Path) -> None:
        grid = fields(("내용", "{{ a }}"), ("일시", "{{ a }}", "장소", "{{ a }}"))
        (table,) = merged(Form("보기", (grid,)), {"a": "글"}, tmp_path).tables
        assert [row._tr.find(f".//{qn('w:cantSplit')}") is None for row in table.rows] == [True, False]

    def the_school_and_its_institution_are_the_same_everywhere(self, shown: Any) -> None:
        school = {
            "name": "새봄초",
            "level": "초등학교",
            "province": Choice("경기", "경기도"),
            "education_office": "경기도교육청",
        }
        assert shown(school_block(), school=school, institution={"name": "한빛대학교"}) == (
            "[1 학교명][2 새봄초][3 학교급][4 초등학교]\n"
            "[1 시·도][2 경기도][3 관할 교육청][4 경기도교육청]\n"
            "[1 운영기관][2-4 한빛대학교]\n"
        )


class DescribeTheAuthor:
    def it_is_the_records_own(self, shown: Any) -> None:
        record = {"author": {**TEAM, "name": "정새론"}, "written_on": "2026. 6. 1."}
        line = "[1 작성자 (소속·직위·성명)][2 한빛대학교 연구원 정새론][3 작성일][4 2026. 6. 1.]\n"
        assert shown(author_block("plan"), plan=record, case=CASE) == line

    @pytest.mark.parametrize("record", ["case", "plan"])
    def it_is_that_of_the_case_otherwise(self, shown: Any, record: str) -> None:
        nobody = {"author": {"name": None}, "written_on": None}
        line = "[1 작성자 (소속·직위·성명)][2 한빛대학교 연구원 나래솔][3 작성일][4 2026. 6. 2.]\n"
        assert shown(author_block(record), plan=nobody, case=CASE) == line


PEOPLE = [{"name": "가온", "plan": 1200, "done": 900}, {"name": "나래", "plan": 34, "done": 30}]
NAME = Column("성명", "{{ row.name }}", 40)
PLAN = Column("계획", "{{ row.plan | number }}", align="right", group="참여")
DONE = Column("실적", "{{ row.done | number }}", align="right", group="참여")


class DescribeLists:
    def they_count_their_rows_and_fill_up_with_blank_ones(self, shown: Any) -> None:
        assert shown(table_of("people", NAME, blank=3), people=PEOPLE) == (
            "[1 연번][2 성명]\n[1 1][2 가온]\n[1 2][2 나래]\n[1 3][2]\n"
        )

    def they_set_heads_of_a_group_below_one_head(self, shown: Any) -> None:
        note = Column("비고", "")
        assert shown(table_of("people", NAME, PLAN, DONE, note, blank=1, numbered=False), people=PEOPLE) == (
            "[1 성명][2-3 참여][4 비고]\n[1 ^][2 계획][3 실적][4 ^]\n"
            "[1 가온][2 1,200][3 900][4]\n[1 나래][2 34][3 30][4]\n"
        )

    def they_add_a_row_of_totals(self, shown: Any) -> None:
        total = "{{ people | sum(attribute='plan') | number }}"
        columns = (NAME, Column("계획", "{{ row.plan }}", total=total), Column("비고", ""))
        assert shown(table_of("people", *columns), people=PEOPLE).endswith("[1-2 합계][3 1,234][4]\n")

    def they_merge_neighbours_that_are_equal(self, shown: Any) -> None:
        steps = [{"stage": stage, "item": n} for n, stage in enumerate(["전", "전", "후"])]
        columns = (Column("단계", "{% merge %}{{ row.stage }}"), Column("할 일", "{{ row.item }}"))
        assert shown(table_of("steps", *columns, numbered=False), steps=steps) == (
            "[1 단계][2 할 일]\n[1 전][2 0]\n[1 ^][2 1]\n[1 후][2 2]\n"
        )

    def they_repeat_all_their_heads_and_cut_no_row(self, tmp_path: Path) -> None:
        form = Form("보기", (table_of("people", NAME, PLAN, DONE, blank=1),))
        rows = merged(form, {"people": PEOPLE}, tmp_path).tables[0].rows
        assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            True,
            False,
            False,
        ]
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows)

    def they_let_whole_texts_run_over_the_page(self, tmp_path: Path) -> None:
        form = Form("보기", (table_of("people", NAME, blank=1, long=True),))
        rows = merged(form, {"people": PEOPLE}, tmp_path).tables[0].rows
        whole = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows]
        assert whole == [True, False, False]

    def they_set_numbers_at_the_right(self, tmp_path: Path) -> None:
        form = Form("보기", (table_of("people", NAME, PLAN, blank=1, numbered=False),))
        cells = merged(form, {"people": PEOPLE}, tmp_path).tables[0].rows[2].cells
        styles = [cell.paragraphs[0].style for cell in cells]
        assert [style.paragraph_format.alignment for style in styles if style] == [
            WD_ALIGN_PARAGRAPH.CENTER,
            WD_ALIGN_PARAGRAPH.RIGHT,
        ]

    def they_share_the_width_of_the_page(self) -> None:
        for width in (170, 257):
            assert sum(table_of("people", NAME, PLAN, DONE, width=width).widths) == pytest.approx(width)


class DescribeRepeatedParts:
    def they_print_for_each_item_and_where_a_condition_holds(self, tmp_path: Path) -> None:
        note = when("run.note", Outline("※ {{ run.note }}"))
        form = Form("보기", each("run in runs", Heading("■ {{ run.name }}"), *note))
        runs = [{"name": "하나", "note": None}, {"name": "둘", "note": "메모"}]
        assert texts(merged(form, {"runs": runs}, tmp_path)) == ["■ 하나", "■ 둘", "※메모"]

    def they_keep_one_gap_between_tables(self, tmp_path: Path) -> None:
        form = Form("보기", (*each("run in runs", fields(("과정", "{{ run }}"))), fields(("끝", ""))))
        body = merged(form, {"runs": [1, 2]}, tmp_path).element.body
        assert [child.tag.rpartition("}")[2] for child in body][:5] == ["tbl", "p", "tbl", "p", "tbl"]

    def they_spread_columns_over_several_tables(self, shown: Any) -> None:
        heads = (Column(f"{{{{ (part | rows(2))[{n}].no }}}}", "", group="차시") for n in range(2))
        table = table_of("people", Column("성명", "{{ row.name }}"), *heads, blank=1, numbered=False)
        sessions = [{"no": n} for n in (1, 2, 3)]
        assert shown(*each("part in sessions | batch(2)", table), people=PEOPLE[:1], sessions=sessions) == (
            "[1 성명][2-3 차시]\n[1 ^][2 1][3 2]\n[1 가온][2][3]\n"
            "[1 성명][2-3 차시]\n[1 ^][2 3][3]\n[1 가온][2][3]\n"
        )


class DescribePhotos:
    def they_stand_two_in_a_row(self, tmp_path: Path) -> None:
        Image.new("RGB", (40, 30), "#88aacc").save(tmp_path / "a.png")
        (table,) = merged(Form("보기", (photos("files"),)), {"files": ["a.png"] * 3}, tmp_path).tables
        drawings = [
            [len(cell._tc.findall(f".//{qn('w:drawing')}")) for cell in row.cells] for row in table.rows
        ]
        assert drawings == [[0, 0], [1, 1], [1, 0]]

    def they_leave_room_where_there_are_none(self, shown: Any) -> None:
        assert shown(photos("files"), files=[]) == "[1-2 사진]\n[1][2]\n"


class DescribeSheets:
    def they_have_title_author_boxes_to_approve_and_page_numbers(self, tmp_path: Path) -> None:
        lines = [{"position": f"직위{n}", "name": f"이름{n}", "decision": "전결"} for n in range(3)]
        form = sheet("점검표", approval="lines")
        document = merged(form, {"case": CASE, "lines": lines}, tmp_path)
        approval, author = document.tables
        assert drawn(approval) == (
            "[1 결 재][2 직위0][3 직위1][4 직위2]\n[1 ^][2 전결 이름0][3 전결 이름1][4 전결 이름2]\n"
        )
        assert drawn(author).startswith("[1 작성자 (소속·직위·성명)][2 한빛대학교 연구원 나래솔]")
        assert "점검표" in texts(document)
        footer = document.sections[0].footer.paragraphs[0]._p
        assert "".join(t.text or "" for t in footer.iter(qn("w:t"))) == "- 1 -"

    def they_leave_author_and_boxes_out(self, tmp_path: Path) -> None:
        assert merged(sheet("점검표", author=None), {}, tmp_path).tables == []


SIGNER = dict.fromkeys(("role", "mark", "position", "name", "decision", "on", "absence"))
LETTER: dict[str, Any] = {
    "sender": "새봄초등학교장",
    "receiver": "한빛대학교 산학협력단장",
    "via": None,
    "title": "취소 요청",
    "body": ["관련: 교육과-12", "아래와 같이 요청합니다."],
    "annexes": [{"title": "사유서", "copies": 1}, {"title": "내역", "copies": 2}],
    "approval": [
        SIGNER | {"mark": "★", "position": "교사", "name": "이슬찬"},
        SIGNER | {"position": "교감", "name": "나래솔", "decision": "대결", "on": "2026. 6. 3."},
        SIGNER | {"position": "교장", "name": "백두루", "absence": "출장", "role": "결재"},
        SIGNER | {"position": "행정실장", "name": "한가람", "role": "협조"},
    ],
    "doc_no": "새봄초-3",
    "dated_on": "2026. 6. 3.",
    "contact": {"name": "이슬찬", "phone": "03112345678", "email": "a@example.com"},
    "disclosure": "대국민공개",
}
SENT = {"institution": {"name": "새봄초등학교"}, "letter": LETTER}


class DescribeLetters:
    def they_number_their_items_and_annexes_and_say_where_they_end(self, tmp_path: Path) -> None:
        document = merged(letter("공문", "letter"), SENT, tmp_path)
        assert [line for line in texts(document) if line] == [
            "1.관련: 교육과-12",
            "2.아래와 같이 요청합니다.",
            "새봄초등학교장  (직인)",
            "기안자 ★교사 이슬찬     검토자 교감 대결 2026. 6. 3. 나래솔     결재권자 교장 출장 백두루",
            "협조자 행정실장 한가람",
            "시행  새봄초-3 (2026. 6. 3.)          접수",
            "담당  이슬찬  031-1234-5678  a@example.com / 대국민공개",
        ]
        assert drawn(*document.tables) == (
            "[1 새봄초등학교]\n"
            "[1 수신][2 한빛대학교 산학협력단장]\n[1 (경유)][2]\n[1 제목][2 취소 요청]\n"
            "[1 붙임][2 1. 사유서 1부.]\n[1][2 2. 내역 2부. 끝.]\n"
        )

    def they_end_with_their_only_item(self, tmp_path: Path) -> None:
        short = {**LETTER, "body": ["취소를 요청합니다."], "annexes": None, "approval": None}
        document = merged(letter("공문", "letter"), SENT | {"letter": short}, tmp_path)
        assert "취소를 요청합니다.  끝." in texts(document)
        assert len(document.tables) == 2  # the sender, and to whom

    def they_mark_their_items_by_level(self, tmp_path: Path) -> None:
        body = ["관련: 교육과-12", "안내\n  일시\n  장소\n    강당\n    교실", "알림\n  하나뿐"]
        document = merged(letter("공문", "letter"), SENT | {"letter": {**LETTER, "body": body}}, tmp_path)
        lines = [line for line in texts(document) if line]
        marks = ["1.관련: 교육과-12", "2.안내", "가.일시", "나.장소", "1)강당", "2)교실", "3.알림", "하나뿐"]
        assert lines[:8] == marks

    def they_go_to_several(self, tmp_path: Path) -> None:
        several = {**LETTER, "receivers": ["가온중학교장", "다온초등학교장"]}
        to, *_, listed = merged(letter("공문", "letter"), SENT | {"letter": several}, tmp_path).tables[1:]
        assert drawn(to).startswith("[1 수신][2 수신자 참조]\n")
        assert drawn(listed) == "[1 수신자][2 가온중학교장, 다온초등학교장]\n"

    def they_have_no_sender_inside(self, tmp_path: Path) -> None:
        inside = {**LETTER, "receiver": "내부결재"}
        document = merged(letter("공문", "letter"), SENT | {"letter": inside}, tmp_path)
        assert "새봄초등학교장  (직인)" not in texts(document)

    def they_say_by_what_clause_they_are_closed(self, tmp_path: Path) -> None:
        closed = {**LETTER, "disclosure": "비공개", "disclosure_clause": "제6호"}
        document = merged(letter("공문", "letter"), SENT | {"letter": closed}, tmp_path)
        assert texts(document)[-1].endswith("/ 비공개(제6호)")

    def they_say_when_they_were_received(self, tmp_path: Path) -> None:
        received = {**LETTER, "received": "교육과-51(2026. 6. 4.)"}
        document = merged(letter("공문", "letter"), SENT | {"letter": received}, tmp_path)
        assert any(line.endswith("접수  교육과-51(2026. 6. 4.)") for line in texts(document))

    @pytest.mark.parametrize(
        ("names", "rows", "ends"),
        [
            (["가", "나"], "[1 1][2 가]\n[1 2][2 나]\n", ["  끝."]),
            (["가"], "[1 1][2 가]\n[1][2 이하 빈칸]\n", []),
        ],
    )
    def they_say_that_a_table_ends_before_its_last_row(
        self, names: list[str], rows: str, ends: list[str], tmp_path: Path
    ) -> None:
        listed = table_of("names", Column("성명", "{{ row }}"), blank=2, ends=True)
        data = SENT | {"letter": {**LETTER, "annexes": []}, "names": names}
        document = merged(letter("공문", "letter", listed), data, tmp_path)
        assert drawn(document.tables[2]) == "[1 연번][2 성명]\n" + rows
        assert [line for line in texts(document) if "끝." in line] == ends

    def they_end_below_a_table(self, tmp_path: Path) -> None:
        short = {**LETTER, "annexes": []}
        document = merged(
            letter("공문", "letter", fields(("과정", "가"))), SENT | {"letter": short}, tmp_path
        )
        assert [line for line in texts(document) if "끝." in line] == ["  끝."]

    def they_go_out_in_the_name_that_is_given(self, tmp_path: Path) -> None:
        form = letter("공문", "letter", head="한빛대학교", sender="한빛대학교총장", address="한빛로 1")
        document = merged(form, SENT, tmp_path)
        assert {"한빛대학교총장", "한빛로 1"} <= {*texts(document)}
        assert drawn(document.tables[0]) == "[1 한빛대학교]\n"

    def they_leave_out_what_nobody_knows(self, tmp_path: Path) -> None:
        nobody = {"name": None, "phone": None, "email": None}
        bare = {**LETTER, "approval": None, "doc_no": None, "contact": nobody, "disclosure": None}
        lines = texts(merged(letter("공문", "letter"), SENT | {"letter": bare}, tmp_path))
        assert [line for line in lines if line][-2:] == [
            "새봄초등학교장  (직인)",
            "시행  (2026. 6. 3.)          접수",
        ]
        open_ = {**bare, "disclosure": "부분공개"}
        assert "부분공개" in texts(merged(letter("공문", "letter"), SENT | {"letter": open_}, tmp_path))
