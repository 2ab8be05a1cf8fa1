"""The office of a coordinator's own school, in the checks of 코디네이터 팀 구성 및 학교 배정표 (R-034)."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import Catalogue, parse_case

TEMPLATE = Catalogue()["coordinator-team-assignment"]
SCHOOL = Path(__file__).parents[2] / "fixtures/school/haeoreum.yaml"
OWN = "home_school: {name: 물결초등학교, province: 대전, education_office: 대전광역시교육청, "


@pytest.mark.parametrize(
    ("written", "ok", "note"),
    [
        (OWN, True, ""),
        (OWN.replace("province: 대전", "province: 충청남도"), False, "남보미: 다른 시·도교육청 소속"),
        ("", None, ""),  # nobody can tell
    ],
)
def it_compares_the_offices_of_the_provinces(written: str, ok: bool | None, note: str) -> None:
    text = SCHOOL.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if OWN in line)
    case = parse_case(text.replace(line, line.replace(OWN, written) if written else "").encode(), "case.yaml")
    (work,) = TEMPLATE.works(case)[0]
    (found,) = [check for check in work.data["checks"] if "교육청 소속" in check["rule"]]
    assert (found["ok"], found["note"]) == (ok, note)
