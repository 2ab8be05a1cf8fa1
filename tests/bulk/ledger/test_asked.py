from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen import Catalogue, load_case
from docgen.bulk.ledger import Number, Request, request
from docgen.catalogue.template import Template
from docgen.errors import DataError, TemplateError
from tests.merge.word_files import opened

SAEBYEOL = Path(__file__).parents[3] / "fixtures/school/saebyeol.yaml"
DATA: dict[str, Any] = {"who": {"name": "한가람", "born": date(1990, 1, 2)}, "name": "과정 가"}
REGISTER = {
    "name": "who.name",
    "person": "who.name ~ who.born",
    "course": "name",
    "institution": "'새벽교육연구원'",
}


def template(**register: str) -> Template:
    shipped = Catalogue()["meeting-minutes"]
    return Template(shipped.folder, replace(shipped.description, register=register), shipped.folder)


class DescribeRequest:
    def it_is_computed_of_the_documents_data(self) -> None:
        asked = request(template(**REGISTER, birth_date="who.born", hours="3"), DATA, "7")
        assert asked == Request(
            row="7",
            institution="새벽교육연구원",
            person="한가람1990-01-02",
            name="한가람",
            course="과정 가",
            birth_date="1990. 1. 2.",
            hours="3",
        )

    def it_is_none_for_papers_without_numbers(self) -> None:
        assert request(Catalogue()["meeting-minutes"], DATA, "7") is None

    def it_needs_to_know_who_it_is_for(self) -> None:
        nobody = DATA | {"who": {"name": None, "born": ""}}
        with pytest.raises(DataError, match="발급대장에 적을 것이 없습니다: 사람을 가릴 값, 성명"):
            request(template(**REGISTER | {"person": "who.born"}), nobody, "7")

    @pytest.mark.parametrize("sign", ["\0", "\ud800"])
    def it_takes_no_sign_that_databases_refuse(self, sign: str) -> None:
        data = DATA | {"who": {"name": f"한{sign}가람", "born": 1}}
        with pytest.raises(DataError, match="적을 수 없는 글자"):
            request(template(**REGISTER), data, "7")

    def it_knows_no_other_fields(self) -> None:
        with pytest.raises(TemplateError, match=r"'corse'는 발급대장에 없는 항목(.|\n)*'course'인가요"):
            request(template(**REGISTER, corse="name"), DATA, "7")


class DescribeTheCompletionCertificate:
    def it_asks_for_the_person_the_course_and_its_run(self) -> None:
        certificate = Catalogue()["completion-certificate"]
        works, _ = certificate.works(load_case(SAEBYEOL))
        assert request(certificate, works[0].data, "1") == Request(
            row="1",
            institution="한국과학창의재단 종합교육연수원",
            person="T000000001",
            name="하늘찬",
            course="우리 학교 한눈에 보기",
            run="새별중학교 2026년 1회 가반",
            affiliation="새별중학교 교장",
            period="2026. 6. 22.",
            hours="1",
        )
        asked = [request(certificate, work.data, "1") for work in works]
        assert len({each.certificate for each in asked if each}) == len(works)

    def it_bears_number_and_check_value_as_a_qr_code(self) -> None:
        certificate = Catalogue()["completion-certificate"]
        work = certificate.works(load_case(SAEBYEOL))[0][0]
        draft = opened(certificate.produce(work, "docx")[0])
        assert len(draft.element.xpath("//wp:docPr")) == 0
        check = "7K3M2-9QXYZ-04T5B-NW8AE"
        work.data["certificate"] = Number(
            "제2026-00001호", check, date(2026, 7, 15), 1, date(2026, 7, 15)
        ).data()
        (picture,) = opened(certificate.produce(work, "docx")[0]).element.xpath("//wp:docPr")
        assert picture.get("descr") == f"제2026-00001호 {check}"

    def it_prints_number_check_value_and_re_issue(self) -> None:
        certificate = Catalogue()["completion-certificate"]
        works, _ = certificate.works(load_case(SAEBYEOL))
        number = Number("제2026-00001호", "7K3M2-9QXYZ-04T5B-NW8AE", date(2026, 7, 15), 2, date(2026, 8, 1))
        works[0].data["certificate"] = number.data()
        page = certificate.produce(works[0], "html")[0].decode()
        for printed in (
            "제2026-00001호",
            "7K3M2-9QXYZ-04T5B-NW8AE",
            "재발급 1회, 2026. 8. 1.",
            "2026. 7. 15.",
        ):
            assert printed in page.replace("\u2060", "")
        assert "확인용" not in page
