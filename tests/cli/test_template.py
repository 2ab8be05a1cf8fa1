"""`docgen template …` as the keeper of templates types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.cli.template import COMMANDS
from tests.conftest import Result
from tests.merge.word_files import opened, word_file

Run = Callable[..., Result]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "편지.docx"
    path.write_bytes(word_file("{{ name | kdat }}", "{ { title } }"))
    return path


@pytest.mark.parametrize("name", COMMANDS)
def it_explains_every_command(docgen: Run, name: str) -> None:
    result = docgen("template", name, "--help")
    assert result.code == 0
    assert f"사용법: docgen template {name}" in result.out


class DescribeLint:
    def it_finds_nothing_in_what_ships(self, docgen: Run) -> None:
        result = docgen(
            "template", "lint", "coordinator-application", "instructor-application", "meeting-minutes"
        )
        assert (result.code, result.err) == (0, "")

    def it_prints_what_it_finds_and_ends_with_1(self, docgen: Run, faulty: Path) -> None:
        result = docgen("template", "lint", faulty)
        assert result.code == 1
        assert "혹시 'kdate'인가요?" in result.err
        assert "오류 1건, 주의 1건" in result.out

    def it_gives_the_same_as_data(self, docgen: Run, faulty: Path) -> None:
        found = json.loads(docgen("template", "lint", faulty, "--format", "json").out)
        assert [f["code"] for f in found["diagnostics"]] == ["template.syntax", "lint.broken-tag"]

    def it_writes_a_copy_with_comments(self, docgen: Run, faulty: Path, tmp_path: Path) -> None:
        docgen("template", "lint", faulty, "--annotate", tmp_path / "메모.docx")
        assert len(list(opened((tmp_path / "메모.docx").read_bytes()).comments)) == 2

    def it_checks_fields_against_the_data_of_a_document(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "내서식.docx"
        path.write_bytes(word_file("{{ application.nmae }}"))
        result = docgen("template", "lint", path, "--template", "coordinator-application")
        assert result.code == 1
        assert "혹시 'name'인가요?" in result.err


class DescribeTags:
    def it_lists_fields_and_where_they_stand(self, docgen: Run) -> None:
        result = docgen("template", "tags", "meeting-minutes")
        assert result.code == 0
        assert "meeting.attendees[].who.name" in result.out
        assert "본문 표 2, 3행 4칸" in result.out

    def it_gives_a_json_schema(self, docgen: Run) -> None:
        schema = json.loads(docgen("template", "tags", "meeting-minutes", "--format", "json").out)
        assert schema["properties"]["meeting"]["properties"]["attendees"]["type"] == "array"

    def it_names_the_faults_of_a_template(self, docgen: Run, faulty: Path) -> None:
        assert docgen("template", "tags", faulty).code == 1


class DescribeVerify:
    def it_lists_values_that_are_not_printed(self, docgen: Run) -> None:
        result = docgen("template", "verify", "coordinator-application", "-f", "docx,html")
        assert result.code == 0
        assert "application.teaching_file" in result.out
