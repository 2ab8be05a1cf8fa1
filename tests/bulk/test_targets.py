"""What people call the values of a template, and which value they mean."""

from __future__ import annotations

import pytest

from docgen import Catalogue
from docgen.bulk.makers.template import CaseMaker
from docgen.bulk.targets import Targets, targets_of
from docgen.formats.files import read_file

SCHEMA = {
    "properties": {
        "school": {
            "title": "학교",
            "properties": {
                "name": {"title": "학교명", "type": "string"},
                "applicant": {"title": "신청자", "properties": {"name": {"title": "성명", "type": "string"}}},
                "head": {"title": "학교장", "properties": {"name": {"title": "성명", "type": "string"}}},
                "tools": {"title": "도구", "type": "array", "items": {"type": "string"}},
                "visits": {"title": "방문", "type": "array", "items": {"properties": {"on": {}}}},
            },
        },
        "people": {"title": "사람", "type": "object", "additionalProperties": {"properties": {}}},
        "name": {"title": "성명", "type": "string"},
    }
}
TARGETS = Targets(targets_of(SCHEMA))


class DescribeTargets:
    def they_are_what_a_cell_can_hold(self) -> None:
        assert [target.key for target in TARGETS.known] == [
            "school.name",
            "school.applicant.name",
            "school.head.name",
            "school.tools",
            "name",
        ]

    @pytest.mark.parametrize(
        ("word", "key"),
        [
            ("school.name", "school.name"),
            ("학교명", "school.name"),
            (" 학교 명 * ", "school.name"),
            ("신청자.성명", "school.applicant.name"),
            ("학교.학교장.성명", "school.head.name"),
            ("head.name", "school.head.name"),
            ("tools", "school.tools"),
            ("성명", "name"),  # the nearest to the top
        ],
    )
    def they_are_found_by_key_label_and_the_ends_of_these(self, word: str, key: str) -> None:
        found = TARGETS.find(word)
        assert found is not None
        assert found.key == key

    def a_word_that_may_be_two_is_none(self) -> None:
        inner = Targets(target for target in TARGETS.known if target.key != "name")
        assert inner.find("성명") is None
        assert [target.key for target in inner.all("성명")] == ["school.applicant.name", "school.head.name"]

    def a_mistyped_one_is_nearly_found(self) -> None:
        near = TARGETS.near("학교멍")
        assert near is not None
        assert near.key == "school.name"
        assert TARGETS.near("zzzz") is None


class DescribeTheTargetsOfACase:
    def they_are_those_of_the_item_that_a_document_is_made_of(self) -> None:
        template = Catalogue()["meeting-minutes"]
        docx = read_file(template.folder / "template.docx")
        found = CaseMaker(docx, template.description, None, {}, "a.csv", None).targets.find("회의명")
        assert found is not None
        assert (found.path, found.key) == (("meetings", 0, "title"), "meeting.title")

    def they_are_those_of_the_item_where_a_label_fits_others_too(self) -> None:
        template = Catalogue()["privacy-consent"]
        docx = read_file(template.folder / "template.docx")
        targets = CaseMaker(docx, template.description, None, {}, "a.csv", None).targets
        found = [targets.find(word) for word in ("성명", "소속", "운영기관.실무관리자.성명")]
        keys = [target and target.key for target in found]
        assert keys == ["person.name", "person.affiliation", "institution.pl.name"]
        assert targets.find("직위") is None  # a person has 직위/직책
