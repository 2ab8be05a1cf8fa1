"""What is spent, beside fees: papers read by python-docx, summed by hand from fixtures/office."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen import Catalogue, load_case, parse_case

OFFICE = Path(__file__).parents[2] / "fixtures/office"


@cache
def spending() -> dict[str, Any]:
    data = load_case(OFFICE / "spending.yaml").data
    return json.loads(json.dumps(data, default=str))  # type: ignore[no-any-return]  # a plain copy


def paper(name: str, expense: str, **changes: Any) -> tuple[list[str], list[list[str]]]:
    """The lines and the rows of all tables of the document of one expense, some of its keys changed."""
    (one,) = (each for each in spending()["expenses"] if each["id"] == expense)
    text = json.dumps({**spending(), "expenses": [{**one, **changes}]}, ensure_ascii=False)
    template = Catalogue()[name]
    work = template.works(parse_case(text.encode(), "x.json"), draft=True)[0][0]
    made = docx.Document(io.BytesIO(template.produce(work, "docx")[0]))
    rows = [[cell.text for cell in dict.fromkeys(row.cells)] for table in made.tables for row in table.rows]
    return [paragraph.text for paragraph in made.paragraphs], rows


class DescribeTheTravelOrder:
    def it_shows_the_working_of_every_won(self) -> None:
        _, rows = paper("travel-order", "e-travel")
        # 73,600 + 2 × 2 × 25,000 + 2 × 2 × 25,000 - a third of 25,000 for two, rounded up + 2 × 65,000
        assert rows[-7:-1] == [
            ["운임", "철도(2등급) 실비", "73,600"],
            ["일비", "25,000원 × 2일 × 2명", "100,000"],
            ["식비", "25,000원 × 2일 × 2명", "100,000"],
            ["제공 식비 공제", "25,000원 ÷ 3끼 × 1끼 × 2명", "△16,667"],
            ["숙박비", "65,000원 × 1박 × 2명 (그밖의 지역 1박 상한 70,000원)", "130,000"],
            ["합계", "금삼십팔만육천구백삼십삼원", "386,933"],
        ]

    def it_shows_the_formula_of_a_car(self) -> None:
        _, rows = paper("travel-order", "e-car")
        formula = "거리 180km × 유가 1,650원/L ÷ 연비 11.57km/L = 25,669원 (원 미만 버림)"  # 25,669.8…
        assert ["연료비", formula] in rows


class DescribeTheExpenseResolution:
    @pytest.mark.parametrize(
        ("amount", "supply", "vat", "box"),
        [
            (66_000, 60_000, 6_000, "■ 포함   □ 불포함"),
            (60_000, 60_000, 6_000, "□ 포함   ■ 불포함"),
            (66_000, None, None, "□ 포함   □ 불포함"),
        ],
    )
    def it_tells_whether_the_amount_holds_the_tax(
        self, amount: int, supply: int | None, vat: int | None, box: str
    ) -> None:
        _, rows = paper("expense-resolution", "e-meal", amount_won=amount, supply_won=supply, vat_won=vat)
        assert [row[-1] for row in rows if "매입부가세" in row] == [box]

    def it_lists_the_evidence_needed_then_what_else_there_is(self) -> None:
        evidence = [{"paper": "견적서"}, {"paper": "검수 조서(사진 포함)"}, {"paper": "부수 확인서"}]
        _, rows = paper("expense-resolution", "e-print", evidence=evidence)
        listed = [(row[-3], row[-2]) for row in rows if row[0].isdigit() and len(row) > 3]
        assert listed[0] == ("지출결의서", "작성")
        assert (
            "카드매출전표 또는 사업비카드 매출전표 또는 구매 또는 식사 내역이 명시된 카드 매출전표",
            "없음",
        ) in listed
        assert listed[-1] == ("부수 확인서", "작성")
        assert sum("검수" in name for name, _ in listed) == 1


class DescribeTheInspectionReport:
    def it_takes_a_rented_hall_as_one_line(self) -> None:
        _, rows = paper("inspection-report", "e-venue")
        assert [
            "1",
            "새길회관 대회의실",
            "2026. 8. 5.(수) 09:00~18:00",
            "1",
            "330,000",
            "330,000",
            "",
        ] in rows


class DescribeTheInternalApproval:
    def it_goes_to_no_one_outside_and_ends(self) -> None:
        lines, rows = paper("internal-approval", "e-visit")
        assert ["수신", "내부결재"] in rows
        assert not any("(직인)" in line for line in lines)
        assert "6. 소요 예산: 금350,000원(금삼십오만원)" in [line.replace("\t", " ") for line in lines]
        assert any(line.strip() == "끝." for line in lines)

    def it_names_who_is_to_sign_where_nobody_has(self) -> None:
        lines, _ = paper("internal-approval", "e-print")
        assert any(
            line.split() == ["기안자", "연구원", "송여울", "결재권자", "연구소장", "백두루"] for line in lines
        )


class DescribeTheDailyWorkLog:
    def it_is_one_of_each_month_with_its_hours_and_pay(self) -> None:
        _, rows = paper("daily-work-log", "e-labour")
        # 13:00–18:30 without half an hour, and 13:00–17:00
        assert ["월 누계 시간", "9시간 (한도 60시간, 이내)"] in rows
        assert ["지급액", "12,000원 × 9시간 = 108,000원 (원 미만 버림)"] in rows
