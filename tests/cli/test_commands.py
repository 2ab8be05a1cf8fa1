"""Each command as its user types it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import yaml
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen.cli import COMMANDS
from docgen.machine import examine
from tests.conftest import Result
from tests.merge.word_files import texts, word_file

Run = Callable[..., Result]
COORDINATOR = "fixtures/people/coordinator-application.yaml"
FAULTY = "fixtures/faulty/coordinator-application.yaml"
MEETINGS = "fixtures/school/meetings.yaml"


@pytest.fixture(autouse=True)
def _at_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word file with one tag."""
    path = tmp_path / "편지.docx"
    path.write_bytes(word_file("안녕하세요, {{ name }}님"))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "자료.yaml"
    path.write_text("name: 한가람\n", encoding="utf-8")
    return path


class DescribeHelp:
    def it_is_korean_and_names_every_command(self, docgen: Run) -> None:
        result = docgen("--help")
        assert result.code == 0
        assert all(name in result.out for name in COMMANDS)
        assert result.out.startswith("사용법: docgen")

    @pytest.mark.parametrize("name", COMMANDS)
    def it_is_there_for_every_command(self, docgen: Run, name: str) -> None:
        result = docgen(name, "--help")
        assert result.code == 0
        assert f"사용법: docgen {name}" in result.out
        assert "옵션" in result.out

    def it_comes_without_a_command(self, docgen: Run) -> None:
        assert docgen().code == 2

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["rendr"], "혹시 'docgen render'인가요?"),
            (["list", "--formt", "json"], "--format"),
            (["render"], "빠진 것이 있습니다"),
            (["list", "--format", "xml"], "--format의 값이 맞지 않습니다"),
            (["show", "meeting-minute"], "혹시 'meeting-minutes'인가요?"),
            (["render", "meeting-minutes", MEETINGS, "-f", "pfd"], "혹시 'pdf'인가요?"),
            (["list", "--templates", "없는폴더"], "템플릿 폴더가 없습니다"),
            (["merge", "없다.docx", MEETINGS], "파일이 없습니다"),
            (["merge", "fixtures", MEETINGS], "폴더입니다"),
            (["check", "fixtures"], "폴더"),
            (["check", "fixtures/people/coordinator-aplication.yaml"], "coordinator-application.yaml"),
            (["new", "meeting-minutes", "-o", "a.docx"], ".yaml이나 .xlsx"),
            (["convert", "a.docx", "b.docx"], "남는 말이 있습니다: b.docx"),
            (["convert", "a.docx", "-f"], "-f 뒤에 값을"),
            (["list", "--format", "xml"], "쓸 수 있는 값: text, json"),
            (["render", "meeting-minutes", MEETINGS, "-o", "a.docx"], "-o에는 폴더를"),
            (["render", "meeting-minutes", MEETINGS, "-f", "xlsx"], "activity-ledger"),
            (["convert", "a.docx", "-f", "xlsx"], "쓸 수 있는 형식: docx, pdf, html"),
            (["convert", "a.docx", "-o", "a.odt"], "-o a.odt"),
            (["new", "meeting-minutes", "coordinator-application", "--sample"], "견본"),
        ],
    )
    def it_says_wrong_usage_in_korean_with_code_2(self, docgen: Run, arguments: list[str], says: str) -> None:
        result = docgen(*arguments)
        assert result.code == 2
        assert says in result.err


class DescribeList:
    def it_shows_every_template(self, docgen: Run) -> None:
        result = docgen("list")
        assert result.code == 0
        assert "코디네이터 지원서" in result.out

    def it_gives_them_as_data(self, docgen: Run) -> None:
        listed = json.loads(docgen("list", "--format", "json").out)
        assert {"id", "title", "group", "writer", "when", "sections"} <= listed[0].keys()


class DescribeShow:
    def it_names_fields_with_the_labels_of_the_form(self, docgen: Run) -> None:
        result = docgen("show", "coordinator-application")
        assert "application.name*" in result.out
        assert "직위/직책" in result.out
        assert "R-157" in result.out

    def it_gives_them_as_data(self, docgen: Run) -> None:
        shown = json.loads(docgen("show", "coordinator-application", "--format", "json").out)
        name = next(field for field in shown["fields"] if field["path"] == "application.name")
        assert (name["label"], name["required"]) == ("성명", True)


class DescribeNew:
    def its_starter_is_yaml_that_names_only_what_is_missing(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        assert docgen("new", "coordinator-application", "-o", path).code == 0
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["application"]["name"] is None
        found = json.loads(
            docgen("check", path, "--template", "coordinator-application", "--format", "json").out
        )
        assert {finding["code"] for finding in found["diagnostics"]} == {"schema.required"}

    def its_sample_passes_the_check(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        assert docgen("new", "meeting-minutes", "--sample", "-o", path).code == 0
        assert docgen("check", path).code == 0

    @pytest.mark.parametrize("name", ["case.yaml", "case.xlsx"])
    def its_sample_brings_its_pictures(self, name: str, docgen: Run, tmp_path: Path) -> None:
        for template in ("interview-record", "consulting-plan"):  # the same school, twice
            assert docgen("new", template, "--sample", "-o", tmp_path / name, "--force").code == 0
        result = docgen("check", tmp_path / name, "--template", "interview-record")
        assert (result.code, result.err) == (0, "")
        pictures = {str(path.relative_to(tmp_path)) for path in tmp_path.glob("*/*.jpg")}
        assert "사진/면담-1차.jpg" in pictures

    def it_prints_without_a_file(self, docgen: Run) -> None:
        assert "application:" in docgen("new", "coordinator-application").out

    def it_holds_the_sections_of_all_documents_asked_for(self, docgen: Run) -> None:
        result = docgen("new", "coordinator-application", "meeting-minutes")
        assert "\napplication:" in result.out
        assert "\nmeetings:" in result.out


class DescribeCheck:
    def it_passes_what_is_right(self, docgen: Run) -> None:
        result = docgen("check", COORDINATOR, MEETINGS)
        assert (result.code, result.err) == (0, "")
        assert "이상이 없습니다" in result.out

    def it_prints_every_finding_with_its_place_and_ends_with_1(self, docgen: Run) -> None:
        result = docgen("check", FAULTY)
        assert result.code == 1
        assert f"{FAULTY}:10:3: 오류" in result.err
        assert "R-157" in result.err

    def it_gives_the_same_findings_as_data(self, docgen: Run) -> None:
        found = json.loads(docgen("check", FAULTY, "--format", "json").out)
        printed = docgen("check", FAULTY).err
        assert found["errors"] == len(found["diagnostics"]) > 10
        assert all(finding["message"] in printed for finding in found["diagnostics"])

    def it_checks_the_other_files_when_one_cannot_be_read(self, docgen: Run, tmp_path: Path) -> None:
        broken = tmp_path / "broken.yaml"
        broken.write_bytes("application:\n  name: 한가람".encode("cp949"))
        result = docgen("check", broken, FAULTY)
        assert result.code == 1
        assert "CP949" in result.err
        assert FAULTY in result.err

    def it_suggests_the_section_that_was_meant(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("aplication: {}\n", encoding="utf-8")
        result = docgen("check", path)
        assert result.code == 1
        assert "'application'을 뜻했나요?" in result.err

    def it_says_when_a_file_holds_nothing_for_any_document(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("case: {id: 가, edition: 2026-06-01}\n", encoding="utf-8")
        result = docgen("check", path)
        assert result.code == 1
        assert "만들 수 있는 문서가 없습니다" in result.err


class DescribeRender:
    def it_writes_every_document_in_every_format_and_lists_them(self, docgen: Run, tmp_path: Path) -> None:
        result = docgen("render", "meeting-minutes", MEETINGS, "-f", "docx,pdf,html", "-o", tmp_path)
        assert result.code == 0
        assert (
            sorted(path.suffix for path in tmp_path.iterdir()) == [".docx"] * 3 + [".html"] * 3 + [".pdf"] * 3
        )
        assert all(path.name in result.out for path in tmp_path.iterdir())

    def it_says_how_many_pages_there_are(self, docgen: Run, tmp_path: Path) -> None:
        arguments = ["render", "coordinator-application", COORDINATOR, "-f", "pdf", "-o", tmp_path]
        (listed,) = json.loads(docgen(*arguments, "--format", "json").out)["files"]
        assert listed["pages"] == len(pypdf.PdfReader(listed["file"]).pages)
        assert listed["bytes"] == Path(listed["file"]).stat().st_size

    def it_writes_nothing_when_the_case_has_an_error(self, docgen: Run, tmp_path: Path) -> None:
        result = docgen("render", "coordinator-application", FAULTY, "-o", tmp_path / "out")
        assert result.code == 1
        assert not (tmp_path / "out").exists()

    def it_overwrites_nothing_without_force(self, docgen: Run, tmp_path: Path) -> None:
        arguments = ["render", "meeting-minutes", MEETINGS, "-o", tmp_path]
        docgen(*arguments)
        files = sorted(tmp_path.iterdir())
        files[0].unlink()
        files[1].write_text("손으로 고친 것")
        result = docgen(*arguments)
        assert result.code == 2
        assert "--force" in result.err
        assert not files[0].exists()
        assert files[1].read_text() == "손으로 고친 것"
        assert docgen(*arguments, "--force").code == 0
        assert files[1].read_bytes().startswith(b"PK")

    def it_leaves_nothing_behind_when_the_folder_cannot_be_written(self, docgen: Run, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("폴더가 아님")
        result = docgen("render", "coordinator-application", COORDINATOR, "-o", tmp_path / "file" / "out")
        assert result.code == 2
        assert "파일을 쓸 수 없습니다" in result.err
        assert list(tmp_path.iterdir()) == [tmp_path / "file"]

    def it_writes_none_of_the_files_when_a_folder_stands_in_the_place_of_one(
        self, docgen: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "코디네이터 지원서_한가람.pdf").mkdir()
        arguments = ["render", "coordinator-application", COORDINATOR, "-f", "docx,pdf", "-o", tmp_path]
        result = docgen(*arguments, "--force")
        assert result.code == 2
        assert "파일을 쓸 자리에 폴더가 있습니다" in result.err
        assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]

    def its_files_have_the_permissions_of_ordinary_files(self, docgen: Run, tmp_path: Path) -> None:
        docgen("render", "coordinator-application", COORDINATOR, "-o", tmp_path)
        plain = tmp_path / "plain"
        plain.touch()
        (made,) = tmp_path.glob("*.docx")
        assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


class DescribeMerge:
    def it_fills_any_word_file(self, docgen: Run, word: Path, data: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        assert docgen("merge", word, data, "-f", "docx,pdf", "-o", out).code == 0
        assert texts((out / "편지.docx").read_bytes()) == ["안녕하세요, 한가람님"]
        assert "한가람" in pypdf.PdfReader(out / "편지.pdf").pages[0].extract_text()

    def it_writes_the_file_that_is_named(self, docgen: Run, word: Path, data: Path, tmp_path: Path) -> None:
        assert docgen("merge", word, data, "-o", tmp_path / "결과.docx").code == 0
        assert (tmp_path / "결과.docx").exists()
        result = docgen("merge", word, data, "-o", tmp_path / "결과.pdf")
        assert result.code == 2
        assert "-f pdf" in result.err

    def it_names_missing_values_with_their_place(self, docgen: Run, word: Path, tmp_path: Path) -> None:
        data = tmp_path / "자료.json"
        data.write_text('{"nmae": "한가람"}')
        result = docgen("merge", word, data, "-o", tmp_path / "out")
        assert result.code == 1
        assert "본문 1번째 문단 '{{ name }}'" in result.err
        assert "혹시 'nmae'인가요?" in result.err
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("content", [b"", b"text", b"\xd0\xcf\x11\xe0" + bytes(512)])
    def it_says_that_a_file_is_no_docx(self, docgen: Run, data: Path, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(content)
        result = docgen("merge", path, data)
        assert result.code == 1
        assert "DOCX 파일이 아닙니다" in result.err


class DescribeConvert:
    def it_makes_a_pdf_beside_nothing_else(self, docgen: Run, word: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        assert docgen("convert", word, "-o", out).code == 0
        assert [path.name for path in out.iterdir()] == ["편지.pdf"]

    def it_warns_of_what_it_cannot_carry_over_and_stops_when_strict(
        self, docgen: Run, tmp_path: Path, root: Path
    ) -> None:
        path = tmp_path / "편지.docx"
        path.write_bytes(footnoted())
        result = docgen("convert", path, "-o", tmp_path / "a.pdf")
        assert result.code == 0
        assert "주의" in result.err
        result = docgen("convert", path, "-o", tmp_path / "b.pdf", "--strict")
        assert result.code == 1
        assert "오류" in result.err
        assert not (tmp_path / "b.pdf").exists()


class DescribeDoctor:
    def it_finds_everything_on_a_machine_that_is_set_up(self, docgen: Run) -> None:
        result = docgen("doctor")
        assert result.code == 0
        assert "글꼴 NanumGothic" in result.out

    def it_names_the_line_that_installs_what_is_missing(
        self, docgen: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("ctypes.util.find_library", lambda name: None)
        monkeypatch.setenv("PATH", "/nowhere")
        result = docgen("doctor")
        assert result.code == 3
        assert "sudo apt-get install -y --no-install-recommends libpango" in result.out

    def it_gives_its_findings_as_data(self, docgen: Run) -> None:
        listed = json.loads(docgen("doctor", "--format", "json").out)
        assert [check["name"] for check in listed] == [check.name for check in examine()]


def footnoted() -> bytes:
    """A DOCX with a footnote, which the model does not carry."""

    def fill(document: Document) -> None:
        run = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
        document.add_paragraph("본문")._p.append(run)

    return word_file(fill=fill)
