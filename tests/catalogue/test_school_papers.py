"""What the checklist, the list of confirmed schools and the report of a sharing day print."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document

from docgen import Catalogue, load_case
from tests.catalogue.schools import ROOT, minimal
from tests.catalogue.test_steps import PRINTED


def made(template_id: str) -> Document:
    """The document of the sample school, as python-docx reads it."""
    template = Catalogue()[template_id]
    return docx.Document(io.BytesIO(template.render(template.sample())))


def texts(document: Document, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


@pytest.fixture(scope="module")
def document() -> Document:
    return made("operation-checklist")


class DescribeTheChecklist:
    def it_has_the_printed_columns_first(self, document: Document) -> None:
        head, *rows = [row[:4] for row in texts(document, 1)]
        assert head == ["단계", "체크리스트", "추진 횟수", "서류 제출"]
        assert [" | ".join(row) for row in rows] == PRINTED.strip().splitlines()

    def its_stages_are_merged_as_printed(self, document: Document) -> None:
        """선정 후 (1-2), 프로그램 운영 전 (3-6), 운영 중 (7-8), 운영 후 (9-11)."""
        cells = [row.cells[0]._tc for row in document.tables[1].rows][1:]
        merged = [cells.count(cell) for cell in dict.fromkeys(cells)]
        assert merged == [2, 4, 2, 3]

    def it_closes_with_the_order_of_the_trainings(self, document: Document) -> None:
        assert texts(document, 2)[0][0].splitlines() == [
            "선정 후 : 운영 지역 중심 코디네이터 구성 완료 후 → 코디네이터 교육",
            "프로그램 전 : 프로그램 재구성 및 강사진 구성·배치 후 → 강사진 교육",
        ]


class DescribeTheListOfConfirmedSchools:
    def it_lists_the_confirmed_in_the_order_of_their_application(self) -> None:
        rows = texts(made("school-confirmation-list"), 1)[2:]
        assert [(row[2], row[5], row[9]) for row in rows] == [
            ("물가람고등학교", "12", "56.3"),  # 40 of 71
            ("다올초등학교", "19", "44.7"),  # 17 of 38
            ("새별중학교", "27", "71.7"),  # 33 of 46
        ]

    def it_counts_them_against_the_targets(self) -> None:
        assert [row[1:] for row in texts(made("school-confirmation-list"), 2)[1:]] == [
            ["대전광역시 ", "1", "1", "0"],
            ["충청북도 ", "2", "0", "△2"],
            ["충청남도 ", "2", "2", "0"],
            ["합계", "5", "3", "△2"],
        ]

    def it_holds_the_school_itself_where_no_others_are_given(self) -> None:
        document = docx.Document(io.BytesIO(Catalogue()["school-confirmation-list"].render(minimal())))
        assert texts(document, 1)[2][2:4] == ["다솜초등학교", "초등학교"]
        assert texts(document, 2)[1][1:] == ["대구광역시 ", "", "1", ""]


class DescribeTheReportOfARun:
    """Of the smallest school: nothing was handed in, and nobody looked in."""

    def _lines(self, **course: str) -> list[str]:
        case = minimal()
        courses = [record | course for record in case.data["courses"]]
        changed = {"courses": courses, "monitoring": None}
        document = docx.Document(
            io.BytesIO(Catalogue()["operation-result-report"].render(minimal(**changed)))
        )
        cells = (cell.text for table in document.tables for cell in table._cells)
        return [*cells, *(paragraph.text for paragraph in document.paragraphs if paragraph.text)]

    def it_ticks_none_of_the_subjects_for_a_course_of_no_subject(self) -> None:
        assert "□ 영어   □ 수학   □ 정보   ■ 해당 없음" in self._lines()

    def it_ticks_the_subject_of_a_course(self) -> None:
        assert "□ 영어   ■ 수학   □ 정보   □ 해당 없음" in self._lines(subject="수학")

    def it_says_so_where_there_is_nothing_to_list(self) -> None:
        lines = self._lines()
        for heading in ("1. 결과물", "2. 운영 현황 점검결과"):
            assert lines[lines.index(heading) + 1] == "○\t없음"


class DescribeTheRecommendation:
    def it_gives_the_reason_apart_from_the_boxes(self) -> None:
        """섭외, 미섭외(사유): a reason is given for either."""
        case = load_case(ROOT / "fixtures/school/nuribom.yaml")
        template = Catalogue()["instructor-recommendation"]
        (work,) = (work for work in template.works(case)[0] if work.name.endswith("탁도은"))
        document = docx.Document(io.BytesIO(template.produce(work, "docx")[0]))
        rows = texts(document, -1)
        assert rows[0][:2] == ["검토 결과", "■ 섭외   □ 미섭외"]
        assert rows[1][:2] == ["사유", "학교의 요청과 코디네이터 세 사람의 의견이 같음"]


class DescribeTheReportOfASharingDay:
    def it_names_the_rooms_as_such_reports_do(self) -> None:
        text = "\n".join(
            cell.text for table in made("results-sharing-report").tables for cell in table._cells
        )
        assert "▲(배움자리) 교과별 수업 시연 4곳" in text
        assert "교과 협의회의 수업안 나눔" in text

    def its_pictures_stand_in_it(self) -> None:
        assert len(made("results-sharing-report").inline_shapes) == 2

    def a_picture_that_is_not_there_yet_is_named(self) -> None:
        template = Catalogue()["results-sharing-report"]
        project = template.sample().data["project"]
        (event,) = project["sharing_events"]
        shown = event | {"photos": [{"file": "아직.png", "caption": "수업 나눔"}]}
        case = minimal(project=project | {"sharing_events": [shown]})
        document = docx.Document(io.BytesIO(template.render(case)))
        assert "(사진 없음: 아직.png)\n수업 나눔" in [cell.text for cell in document.tables[-1]._cells]
