"""Verify names the values that a form does not print, and those that one format loses."""

from __future__ import annotations

import re
from typing import Any

import pytest

from docgen import Catalogue, Diagnostic
from docgen.catalogue.verify import verify
from docgen.formats import convert as formats

# What each form does not print, read off the form: what other papers or only the rules need.
UNPRINTED = {
    "coordinator-application": {"teaching_practice", "teaching_file"},
    "instructor-application": {"head_teacher_career", "teaching_file"},
    "meeting-minutes": {"id", "phone", "email", "decisions.who.affiliation", "decisions.who.position"},
}


@pytest.mark.parametrize("template_id", UNPRINTED)
class DescribeShippedTemplates:
    def they_print_all_but_what_other_papers_need(self, template_id: str) -> None:
        for absence in verify(Catalogue()[template_id], ("docx",)):
            path = ".".join(step.split("[")[0] for step in absence.path.split("."))
            assert any(f".{name}." in f".{path}." for name in UNPRINTED[template_id]), absence


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
