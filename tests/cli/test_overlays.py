"""A template folder of one's own, as its owner types it: eject, list, check, render."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result

Run = Callable[..., Result]
CASE = "fixtures/people/coordinator-application.yaml"
EJECTED = "people/coordinator-application"


@pytest.fixture(autouse=True)
def _at_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


@pytest.fixture
def mine(docgen: Run, tmp_path: Path) -> Path:
    """A folder with the ejected application of coordinators."""
    folder = tmp_path / "내서식"
    assert docgen("template", "eject", "coordinator-application", "-o", folder).code == 0
    return folder


def change(folder: Path, old: str, new: str) -> None:
    path = folder / EJECTED / "template.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


class DescribeEject:
    def it_copies_what_is_changed_in_word_and_no_code(self, mine: Path, root: Path) -> None:
        copied = {path.name: path.read_bytes() for path in (mine / EJECTED).iterdir()}
        shipped = root / "templates" / EJECTED
        assert copied == {name: (shipped / name).read_bytes() for name in ("template.docx", "template.yaml")}

    def it_says_what_to_do_next(self, docgen: Run, tmp_path: Path) -> None:
        result = docgen("template", "eject", "meeting-minutes", "interview-record", "-o", tmp_path)
        assert f"docgen template lint meeting-minutes interview-record --templates {tmp_path}" in result.out

    def it_overwrites_nothing_without_force(self, docgen: Run, mine: Path) -> None:
        change(mine, "title:", "title: 나의")
        result = docgen("template", "eject", "coordinator-application", "meeting-minutes", "-o", mine)
        assert result.code == 2
        assert not (mine / "before").exists()
        assert "나의" in (mine / EJECTED / "template.yaml").read_text(encoding="utf-8")
        assert docgen("template", "eject", "coordinator-application", "-o", mine, "--force").code == 0

    def it_suggests_the_nearest_name(self, docgen: Run, tmp_path: Path) -> None:
        result = docgen("template", "eject", "meeting-minute", "-o", tmp_path)
        assert (result.code, list(tmp_path.iterdir())) == (2, [])
        assert "meeting-minutes" in result.err

    def its_copy_makes_the_same_document(self, docgen: Run, mine: Path, tmp_path: Path) -> None:
        for out, options in (("theirs", ()), ("mine", ("--templates", mine))):
            docgen("render", "coordinator-application", CASE, "-o", tmp_path / out, *options)
        (theirs,), (ours,) = ((tmp_path / out).iterdir() for out in ("theirs", "mine"))
        assert theirs.read_bytes() == ours.read_bytes()


class DescribeList:
    def it_marks_the_templates_that_are_mine(self, docgen: Run, mine: Path) -> None:
        lines = docgen("list", "--templates", mine).out.splitlines()
        marked = [line.split()[1] for line in lines if line.endswith(str(mine / EJECTED))]
        assert marked == ["coordinator-application"]
        assert lines[0].endswith("내 서식")
        assert str(mine) not in docgen("list").out

    def it_gives_their_folders_as_data(self, docgen: Run, mine: Path) -> None:
        found = json.loads(docgen("list", "--templates", mine, "--format", "json").out)
        folders = {each["id"]: (each["shipped"], each["folder"]) for each in found}
        assert folders["coordinator-application"] == (False, str(mine / EJECTED))
        assert folders["meeting-minutes"][0] is True

    def it_warns_of_a_faulty_folder_and_lists_the_others(self, docgen: Run, mine: Path) -> None:
        change(mine, "writer:", "writter:")
        result = docgen("list", "--templates", mine)
        assert result.code == 0
        assert "주의 'writter'은 template.yaml에 쓰는 항목이 아닙니다." in result.err
        assert "고치기: 혹시 'writer'인가요?" in result.err
        assert "meeting-minutes" in result.out
        assert "coordinator-application" not in result.out


class DescribeAFaultyTemplate:
    def it_is_an_error_where_it_is_asked_for(self, docgen: Run, mine: Path, tmp_path: Path) -> None:
        change(mine, "writer:", "writter:")
        for command in (("show",), ("render",), ("template", "lint"), ("template", "tags")):
            case = (CASE,) if command == ("render",) else ()
            result = docgen(*command, "coordinator-application", *case, "--templates", mine)
            assert (result.code, "오류 'writter'은" in result.err) == (1, True), command

    def it_does_not_keep_other_documents_from_being_checked(self, docgen: Run, mine: Path) -> None:
        change(mine, "writer:", "writter:")
        result = docgen("check", "fixtures/school/meetings.yaml", "--templates", mine)
        assert result.code == 0
        assert "주의 'writter'은" in result.err

    def it_is_named_where_the_checklist_of_a_school_asks_for_it(self, docgen: Run, tmp_path: Path) -> None:
        docgen("template", "eject", "consulting-plan", "-o", tmp_path)
        path = tmp_path / "before/consulting-plan/template.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("writer:", "writter:"), encoding="utf-8")
        case = "fixtures/school/saebyeol.yaml"
        result = docgen("render", "operation-checklist", case, "--templates", tmp_path, "-o", tmp_path)
        assert (result.code, "오류 'writter'은" in result.err) == (1, True)

    def its_word_file_may_be_broken(self, docgen: Run, mine: Path, tmp_path: Path) -> None:
        (mine / EJECTED / "template.docx").write_bytes(b"PK broken")
        result = docgen("render", "coordinator-application", CASE, "--templates", mine, "-o", tmp_path)
        assert result.code == 1
        assert "DOCX 파일이 아닙니다" in result.err
        assert "고치기: " in result.err
        assert docgen("check", CASE, "--templates", mine).code == 0

    @pytest.mark.parametrize(
        ("key", "line"),
        [
            ("applies", 'applies: "application.name +"'),
            ("derive.x", 'derive: {x: "(1"}'),
            ("each", "each: a b"),
        ],
    )
    def its_expressions_may_be_none(self, docgen: Run, mine: Path, key: str, line: str) -> None:
        path = mine / EJECTED / "template.yaml"
        kept = [row for row in path.read_text(encoding="utf-8").splitlines() if not row.startswith("applies")]
        path.write_text("\n".join([*kept, line]), encoding="utf-8")
        result = docgen("render", "coordinator-application", CASE, "--templates", mine)
        assert result.code == 1
        assert f"{path}:{len(kept) + 1}:" in result.err
        assert f"'{key}'의 식을 읽을 수 없습니다" in result.err

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("each: application.name", "each가 목록이 아닙니다"),
            ('applies: "1 / 0"', "'applies'를 계산하지 못했습니다"),
            ('output: "{{ nothing.at.all }}"', "'output'를 계산하지 못했습니다"),
        ],
    )
    def its_expressions_may_fail_on_the_data(self, docgen: Run, mine: Path, line: str, says: str) -> None:
        path = mine / EJECTED / "template.yaml"
        key = line.partition(":")[0]
        kept = [row for row in path.read_text(encoding="utf-8").splitlines() if not row.startswith(key)]
        path.write_text("\n".join([*kept, line]), encoding="utf-8")
        result = docgen("render", "coordinator-application", CASE, "--templates", mine)
        assert (result.code, says in result.err) == (1, True)
