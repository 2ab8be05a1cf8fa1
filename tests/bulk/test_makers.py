"""Makers as they are taken to workers, and the row that a template's folder declares."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen import Catalogue
from docgen.bulk.makers.data import laid_over, with_dates
from docgen.bulk.makers.maker import read_by
from docgen.bulk.makers.sheet import ROW, SheetMaker, load_row
from docgen.catalogue.template import Template
from docgen.errors import DataError, MachineError, TemplateError
from docgen.formats.files import read_file

DECLARING = [each for each in Catalogue().values() if (each.folder / ROW).is_file()]


def maker(template: Template) -> SheetMaker:
    docx = read_file(template.folder / "template.docx")
    return SheetMaker(docx, template.description, None, {}, "a.csv", None, load_row(template.folder / ROW))


@pytest.mark.parametrize("template", DECLARING, ids=lambda template: template.id)
class DescribeADeclaredRow:
    def it_says_all_that_the_tags_read(self, template: Template) -> None:
        """A name that the template derives may be left out: it is nothing then."""
        said = {target.key for target in maker(template).targets.known} | template.description.derive.keys()
        assert {target.key for target in read_by(template.word)} <= said

    def its_labels_are_all_different(self, template: Template) -> None:
        labels = [target.label for target in maker(template).targets.known]
        assert len(set(labels)) == len(labels)


class DescribeAFaultyRow:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("type: object\n", "properties가 없습니다"),
            ("properties:\n  name: {type: text}\n", "JSON Schema가 아닙니다"),
        ],
    )
    def it_is_named_with_its_place(self, tmp_path: Path, text: str, says: str) -> None:
        (tmp_path / ROW).write_text(text, encoding="utf-8")
        with pytest.raises(TemplateError, match=says) as refused:
            load_row(tmp_path / ROW)
        assert refused.value.diagnostics[0].line is not None


class DescribeAMaker:
    def it_takes_nothing_along_that_can_be_made_anew(self) -> None:
        made = maker(DECLARING[0])
        before = pickle.dumps(made)
        with pytest.raises(DataError):
            made.works({}, 2)
        assert made.template.word.parts
        assert pickle.dumps(made) == before

    def it_refuses_a_machine_with_another_version_of_the_template(self) -> None:
        made = maker(DECLARING[0])
        other = replace(made, description=replace(made.description, title="다른 것"))
        with pytest.raises(MachineError, match="서식이 처음 것과 다릅니다"):
            _ = other.template


class DescribeData:
    def they_are_laid_over_key_by_key(self) -> None:
        under = {"a": {"x": 1, "y": 2}, "b": [1, 2], "c": 3}
        assert laid_over(under, {"a": {"y": 5}, "b": [9], "d": 4}) == {
            "a": {"x": 1, "y": 5},
            "b": [9],
            "c": 3,
            "d": 4,
        }
        assert under["a"] == {"x": 1, "y": 2}

    def the_days_in_them_are_days(self) -> None:
        assert with_dates({"on": "2026-06-01", "no": "2026-13-01", "n": 3}) == {
            "on": date(2026, 6, 1),
            "no": "2026-13-01",
            "n": 3,
        }
