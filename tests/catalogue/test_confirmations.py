"""Papers that the institution gives a person: what they say is counted from sessions and attendance."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
from docx.oxml.ns import qn

from docgen import Case, Catalogue, load_case, parse_case

CATALOGUE = Catalogue()
SCHOOL = load_case(Path(__file__).parents[2] / "fixtures/school/saebyeol.yaml")


def papers(name: str, case: Case) -> dict[str, str]:
    """The text of each paper without white space, by its file name."""
    template = CATALOGUE[name]
    found = {}
    for work in template.works(case)[0]:
        document = docx.Document(io.BytesIO(template.produce(work, "docx")[0]))
        text = "".join(each.text or "" for each in document.element.iter(qn("w:t")))
        found[work.name] = "".join(text.split())
    return found


def changed(**sections: object) -> Case:
    return parse_case(json.dumps(SCHOOL.data | sections, ensure_ascii=False, default=str).encode(), "x.json")


class DescribeTheLectureConfirmation:
    def it_counts_the_sessions_that_the_person_came_to(self) -> None:
        (paper,) = (text for name, text in papers("lecture-confirmation", SCHOOL).items() if "장카온" in name)
        # Technical help in four sessions of 50 minutes, the first on 24 June, the last on 1 July
        assert "2026.6.24.~7.1." in paper
        assert "새별중학교,4차시(3시간20분)" in paper
        assert "(기술지원전문가)" in paper

    def it_leaves_out_a_session_that_was_not_held(self) -> None:
        mine = [each for each in SCHOOL.data["sessions"] if "p-jang" in each.get("technical", ())]
        assert len(mine) == 4
        case = changed(
            sessions=[each | {"held": each["id"] != mine[-1]["id"]} for each in SCHOOL.data["sessions"]]
        )
        (paper,) = (text for name, text in papers("lecture-confirmation", case).items() if "장카온" in name)
        assert "3차시(2시간30분)" in paper

    def it_is_given_to_nobody_who_never_came(self) -> None:
        assert not any("강아라" in name for name in papers("lecture-confirmation", SCHOOL))


class DescribeTheParticipationConfirmation:
    def it_is_given_to_who_came_though_not_completed(self) -> None:
        completed = {name.split("_", 1)[1] for name in papers("completion-certificate", SCHOOL)}
        came = {name.split("_", 1)[1] for name in papers("participation-confirmation", SCHOOL)}
        assert completed < came


class DescribeTheLetterOfAppointment:
    def it_names_the_office_with_its_particle(self) -> None:
        found = papers("letter-of-appointment", CATALOGUE["letter-of-appointment"].sample())
        assert [text.split("」")[1].split(".")[0] for text in found.values()] == [
            "코디네이터로위촉합니다",
            "주강사로위촉합니다",
            "자문위원으로위촉합니다",
        ]
