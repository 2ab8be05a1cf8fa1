"""A template's own derived values, and what its documents are made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen import Catalogue, TemplateError, UsageError, load_case
from docgen.catalogue.description import load_description
from docgen.catalogue.shape import data_schema
from docgen.catalogue.template import Template

SECTIONS = ("meetings", "interviews", "sessions", "participants")


def template(root: Path, **changes: object) -> Template:
    """The minutes, described otherwise; each document named by a number of its item."""
    found = Catalogue()["meeting-minutes"]
    return Template(found.folder, replace(found.description, **changes), root / "templates")


class DescribeDerivedNames:
    def they_are_there_for_each_document(self, root: Path) -> None:
        about = template(root, derive={"people": "meeting.attendees | length"}, output="{{ people }}명")
        works, _ = about.works(load_case(root / "fixtures/school/saebyeol.yaml"))
        assert [work.name for work in works] == ["5명", "4명", "6명", "3명"]

    def they_are_known_to_the_check_of_tags(self, root: Path) -> None:
        assert "people" in data_schema(template(root, derive={"people": "1"}))["properties"]

    def they_are_text_under_names(self, root: Path, tmp_path: Path) -> None:
        given = (root / "templates/before/meeting-minutes/template.yaml").read_text(encoding="utf-8")
        path = tmp_path / "template.yaml"
        path.write_text(given + "derive: {people: meeting.attendees | length}\n", encoding="utf-8")
        assert load_description(path).derive == {"people": "meeting.attendees | length"}

    @pytest.mark.parametrize(
        "wrong", ["{people: 3}", "people", "{meetings: '1'}", "{meeting: '1'}", "{case: '1'}"]
    )
    def they_hide_nothing_that_the_template_reads(self, root: Path, tmp_path: Path, wrong: str) -> None:
        given = (root / "templates/before/meeting-minutes/template.yaml").read_text(encoding="utf-8")
        path = tmp_path / "template.yaml"
        path.write_text(given + f"derive: {wrong}\n", encoding="utf-8")
        with pytest.raises(TemplateError) as caught:
            load_description(path)
        assert (caught.value.diagnostics[0].path or "").startswith("derive")


class DescribeEach:
    @pytest.mark.parametrize(
        ("each", "output", "names"),
        [
            ("interviews.visits", "{{ item.no }}차", ["1차", "2차"]),
            ("runs | of('course', 'leader')", "{{ item.name }}", ["함께 여는 디지털 학교"]),
            ("runs", "{{ item.completed }}명", ["11명", "3명", "8명", "5명", "11명 (2)"]),
        ],
    )
    def it_may_be_any_list(self, root: Path, each: str, output: str, names: list[str]) -> None:
        about = template(root, sections=SECTIONS, each=each, bind="item", output=output)
        works, _ = about.works(load_case(root / "fixtures/school/saebyeol.yaml"))
        assert [work.name for work in works] == names

    def it_holds_that_items_without_an_id_are_asked_for_by_their_place(self, root: Path) -> None:
        about = template(root, sections=SECTIONS, each="interviews.visits", bind="item", output="가")
        with pytest.raises(UsageError) as caught:
            about.render(load_case(root / "fixtures/school/saebyeol.yaml"))
        assert "1, 2" in (caught.value.diagnostics[0].hint or "")

    def its_item_has_the_schema_of_the_list(self, root: Path) -> None:
        about = template(root, sections=SECTIONS, each="interviews.visits", bind="item")
        assert "online_reason" in data_schema(about)["properties"]["item"]["properties"]
        about = template(root, sections=SECTIONS, each="runs", bind="item")
        assert data_schema(about)["properties"]["item"] == {}
