"""A template checks a case and renders it; every value of its sample reaches every format."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from lxml import html

from docgen import Catalogue, DataError, UsageError, load_case
from docgen.korean.dates import moment

SAMPLES = [
    ("coordinator-application", "people/coordinator-application.yaml"),
    ("coordinator-application", "people/coordinator-application-long.yaml"),
    ("coordinator-application", "people/coordinator-application.json"),
    ("instructor-application", "people/instructor-application.yaml"),
    ("instructor-application", "people/instructor-application-sparse.yaml"),
    ("meeting-minutes", "school/meetings.yaml"),
]
# Values that a form does not print: what tells documents apart, and what only rules read.
UNPRINTED = {
    "id",
    "photos",  # pictures
    "role",
    "edition",
    "kind",
    "secondary_teacher",
    "signed",
    "phone",
    "email",
    "teaching_file",
}


def values(data: Any, key: str = "") -> Iterator[str]:
    """Every printed value of merge data, as a document prints it, line by line."""
    if isinstance(data, dict) and data.keys() == {"from", "to"} and data["to"]:
        start, end = data["from"], data["to"]
        yield moment(start)
        yield moment(end) if start.year != end.year else f"{end.month}. {end.day}."
    elif isinstance(data, dict):
        for name, value in data.items():
            if name not in UNPRINTED:
                yield from values(value, name)
    elif isinstance(data, list):
        for item in data:
            yield from values(item, key)
    elif isinstance(data, datetime):
        yield f"{data.year}. {data.month}. {data.day}."
        yield f"{data:%H:%M}"
    elif isinstance(data, date):
        yield moment(data)
    elif data is not None:
        yield from str(data).splitlines()


def text_of_docx(data: bytes) -> str:
    return "".join(element.text or "" for element in docx.Document(io.BytesIO(data)).element.iter("{*}t"))


def text_of_pdf(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def text_of_html(data: bytes) -> str:
    return "".join(html.fromstring(data.decode()).itertext())


READERS = {"docx": text_of_docx, "pdf": text_of_pdf, "html": text_of_html}


def bare(text: str) -> str:
    """Text without white space: lines break in other places in each format."""
    return "".join(text.split())


class DescribeEverySample:
    @pytest.mark.parametrize("output", READERS)
    @pytest.mark.parametrize(("template_id", "sample"), SAMPLES)
    def its_values_all_reach_the_document(
        self, root: Path, template_id: str, sample: str, output: str
    ) -> None:
        template = Catalogue()[template_id]
        works, findings = template.works(load_case(root / "fixtures" / sample))
        assert findings == []
        for work in works:
            bind = template.description.bind
            read = work.data if bind is None else {bind: work.data[bind]}
            made, warnings = template.produce(work, output)
            assert warnings == []
            text = bare(READERS[output](made))
            assert [value for value in values(read) if bare(value) not in text] == []

    def it_gives_the_same_bytes_in_another_process(self) -> None:
        code = (
            "import hashlib, docgen; t = docgen.Catalogue()['coordinator-application']; c = t.sample();"
            "print([hashlib.sha256(t.render(c, f)).hexdigest() for f in ('docx', 'pdf', 'html')])"
        )
        runs = [
            subprocess.run(
                [sys.executable, "-c", code],
                env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        ]
        assert runs[0] == runs[1]


class DescribeRender:
    def it_refuses_a_case_with_errors_and_names_them_all(self, root: Path) -> None:
        template = Catalogue()["coordinator-application"]
        case = load_case(root / "fixtures/faulty/coordinator-application.yaml")
        with pytest.raises(DataError) as caught:
            template.render(case)
        assert list(caught.value.diagnostics) == template.check(case)

    def it_asks_which_of_several_documents_is_meant(self) -> None:
        template = Catalogue()["meeting-minutes"]
        case = template.sample()
        with pytest.raises(UsageError) as caught:
            template.render(case)
        ids = [meeting["id"] for meeting in case.data["meetings"]]
        assert all(name in (caught.value.diagnostics[0].hint or "") for name in ids)
        assert case.data["meetings"][1]["title"] in text_of_docx(template.render(case, item=ids[1]))
        with pytest.raises(UsageError):
            template.render(case, item="없음")

    def it_refuses_a_format_that_it_cannot_write(self) -> None:
        template = Catalogue()["coordinator-application"]
        with pytest.raises(UsageError):
            template.render(template.sample(), "doc")

    def it_refuses_a_case_that_is_of_another_kind(self) -> None:
        coordinator = Catalogue()["coordinator-application"].sample()
        instructor = Catalogue()["instructor-application"]
        assert not instructor.applies(coordinator)
        with pytest.raises(DataError) as caught:
            instructor.render(coordinator)
        assert "render.other-kind" in [found.code for found in caught.value.diagnostics]

    def it_says_when_there_is_nothing_to_make(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("meetings: []\n", encoding="utf-8")
        with pytest.raises(DataError) as caught:
            Catalogue()["meeting-minutes"].works(load_case(path))
        assert [found.code for found in caught.value.diagnostics] == ["render.nothing"]


class DescribeWorks:
    def they_name_their_files_safely_and_apart(self, root: Path) -> None:
        case = load_case(root / "fixtures/school/meetings.yaml")
        for meeting in case.data["meetings"]:
            meeting |= {"title": "가/나:다", "start": "2026-06-01 10:00", "end": "2026-06-01 11:00"}
        works, _ = Catalogue()["meeting-minutes"].works(case)
        names = [work.name for work in works]
        assert len(set(names)) == 3
        assert not any(set("/:") & set(name) for name in names)
        assert names[1] == f"{names[0]} (2)"


class DescribePeopleForms:
    """What the two application forms print: 최대 5개, 최근 3년 이내, and blank rows where there is less."""

    @pytest.mark.parametrize("key", ["digital_training", "other_training", "lectures", "gov_projects"])
    def they_take_five_rows_and_no_sixth(self, root: Path, key: str) -> None:
        template = Catalogue()["coordinator-application"]
        case = load_case(root / "fixtures/people/coordinator-application-long.yaml")
        assert len(case.data["application"][key]) == 5
        assert template.check(case) == []
        case.data["application"][key].append(case.data["application"][key][0])
        assert {(found.rule, found.path) for found in template.check(replace(case))} == {
            ("R-157", f"application.{key}[5]")
        }
