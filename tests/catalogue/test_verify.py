"""Every value of a shipped template that its form prints reaches DOCX, PDF and HTML alike."""

from __future__ import annotations

import re
from typing import Any

import pytest

from docgen import Catalogue, Diagnostic
from docgen.catalogue.shape import data_schema
from docgen.catalogue.verify import verify
from docgen.formats import convert as formats
from docgen.merge.lint import lint

# What each form does not print, read off the form: what other papers or only the rules need.
UNPRINTED = {
    "coordinator-application": {"teaching_practice", "teaching_file"},
    "instructor-application": {"head_teacher_career", "teaching_file"},
    "meeting-minutes": {"id", "phone", "email", "decisions.who.affiliation", "decisions.who.position"},
}


@pytest.mark.parametrize("template_id", UNPRINTED)
class DescribeShippedTemplates:
    def they_lose_no_value_in_any_format(self, template_id: str) -> None:
        absences = verify(Catalogue()[template_id], formats.OUTPUTS)
        assert [absence for absence in absences if not absence.everywhere] == []
        for absence in absences:
            path = ".".join(step.split("[")[0] for step in absence.path.split("."))
            assert any(f".{name}." in f".{path}." for name in UNPRINTED[template_id]), absence

    def they_are_clean(self, template_id: str) -> None:
        template = Catalogue()[template_id]
        assert lint((template.folder / "template.docx").read_bytes(), "", data_schema(template)) == []


class DescribeVerify:
    def it_names_what_one_format_loses(self, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = formats.convert

        def lossy(docx: bytes, output: str, *more: Any) -> tuple[bytes, list[Diagnostic]]:
            made, found = whole(docx, output, *more)
            first = re.search("표지[0-9]{4}값", made.decode()) if output == "html" else None
            return (made.replace(first[0].encode(), b"") if first else made), found

        monkeypatch.setattr(formats, "convert", lossy)
        template = Catalogue()["coordinator-application"]
        (lost,) = [absence for absence in verify(template, ("docx", "html")) if not absence.everywhere]
        assert lost.formats == ("html",)
