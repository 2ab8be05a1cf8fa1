from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from docgen.case import load_case, parse_case
from docgen.case.source import MAX_BYTES
from docgen.errors import DataError, Diagnostic, UsageError

FIXTURES = Path(__file__).parents[2] / "fixtures"


def unreadable(path: Path | str) -> Diagnostic:
    with pytest.raises(UsageError) as error:
        load_case(path)
    assert error.value.exit_code == 2
    (found,) = error.value.diagnostics
    return found


def refused(data: bytes, name: str = "x.yaml") -> Diagnostic:
    with pytest.raises(DataError) as error:
        parse_case(data, name)
    assert error.value.exit_code == 1
    (found,) = error.value.diagnostics
    return found


class DescribeLoadCase:
    def it_reads_the_same_from_yaml_and_json(self) -> None:
        yaml = load_case(FIXTURES / "people/coordinator-application.yaml")
        json = load_case(FIXTURES / "people/coordinator-application.json")
        assert yaml.data == json.data
        assert set(yaml.positions) == set(json.positions)
        assert yaml.name == str(FIXTURES / "people/coordinator-application.yaml")

    def it_suggests_a_near_file_name(self, tmp_path: Path) -> None:
        (tmp_path / "지원서.yaml").write_text("a: 1\n")
        found = unreadable(tmp_path / "지원서.yml")
        assert (found.code, found.file) == ("case.no-file", str(tmp_path / "지원서.yml"))
        assert found.hint == f"'{tmp_path / '지원서.yaml'}' 파일을 뜻했나요?"

    def it_finds_the_decomposed_name_that_a_mac_wrote(self, tmp_path: Path) -> None:
        decomposed = unicodedata.normalize("NFD", "지원서.yaml")
        (tmp_path / decomposed).write_text("a: 1\n")
        assert decomposed in (unreadable(tmp_path / "지원서.yaml").hint or "")

    def it_suggests_nothing_where_nothing_is_near(self, tmp_path: Path) -> None:
        assert unreadable(tmp_path / "case.yaml").hint == "파일 이름과 폴더를 확인하세요."
        assert unreadable(tmp_path / "none" / "case.yaml").code == "case.no-file"

    def it_refuses_a_folder(self, tmp_path: Path) -> None:
        assert unreadable(tmp_path).code == "case.is-folder"

    def it_refuses_a_name_that_no_file_can_have(self) -> None:
        assert unreadable("a\0b").code == "case.unreadable"
        assert unreadable("a" * 5000).code == "case.unreadable"

    def it_says_when_the_file_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def forbidden(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", forbidden)
        assert unreadable(tmp_path / "case.yaml").code == "case.no-permission"

    def it_stops_reading_at_the_limit(self, tmp_path: Path) -> None:
        with (tmp_path / "case.yaml").open("wb") as file:
            file.truncate(10 * MAX_BYTES)
        with pytest.raises(DataError) as error:
            load_case(tmp_path / "case.yaml")
        assert error.value.diagnostics[0].code == "case.too-large"
        assert f"{MAX_BYTES // 1024**2} MiB" in error.value.diagnostics[0].message

    def it_does_not_import_the_schema_library(self) -> None:
        code = "import sys, docgen.case; print('jsonschema' in sys.modules, 'jinja2' in sys.modules)"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert run.stdout.split() == ["False", "False"]


class DescribeParseCase:
    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b'{"a": "\\ud83d\\ude00"}', "x.json"),
            (b'{"a": "\\ud83d\\ude00"}', "-"),
            (b' {\n"a": "\\ud83d\\ude00"}', "body"),
            ("a: 😀".encode(), "-"),
            ("{a: 😀}".encode(), "-"),
            ("{a: 😀}".encode(), "x.YML"),
        ],
    )
    def it_goes_by_the_suffix_else_by_the_content(self, data: bytes, name: str) -> None:
        assert parse_case(data, name).data == {"a": "😀"}

    @pytest.mark.parametrize(
        ("data", "name"),
        [(b"", "x.yaml"), (b"", "x.json"), (b"# only\n", "x.yaml"), (b"---\n", "-"), (b" \n", "-")],
    )
    def it_refuses_an_empty_file(self, data: bytes, name: str) -> None:
        found = refused(data, name)
        assert (found.code, found.line) == ("case.empty", 1)

    @pytest.mark.parametrize(
        ("text", "says", "advice"),
        [
            ("- a\n- b\n", "목록", "application:"),
            ("[1]", "목록", "application:"),
            ("한글\n", "값 하나", "application:"),
            ("name:홍길동\n", "값 하나", "한 칸 띄우"),
        ],
    )
    def it_refuses_a_top_that_is_no_mapping(self, text: str, says: str, advice: str) -> None:
        found = refused(text.encode())
        assert (found.code, found.line, found.column) == ("case.not-mapping", 1, 1)
        assert says in found.message
        assert advice in (found.hint or "")


class DescribeCaseDiagnostic:
    CASE = parse_case(b"application:\n  lectures:\n    - name: A\n    -\n      name: B\n", "x.yaml")

    def it_points_at_the_value_with_its_dotted_path(self) -> None:
        found = self.CASE.diagnostic(("application", "lectures", 1, "name"), "c", "m", hint="h")
        assert (found.line, found.column, found.path) == (5, 13, "application.lectures[1].name")
        assert (found.excerpt, found.hint) == ("      name: B", "h")

    def it_points_at_the_key_when_that_is_at_fault(self) -> None:
        found = self.CASE.diagnostic(("application", "lectures"), "c", "m", at_key=True)
        assert (found.line, found.column) == (2, 3)

    def it_points_at_the_key_of_what_should_hold_a_value(self) -> None:
        found = self.CASE.diagnostic(("application", "motivation"), "c", "m")
        assert (found.line, found.column, found.path) == (1, 1, "application.motivation")

    def it_points_at_the_item_of_a_list_that_lacks_a_value(self) -> None:
        found = self.CASE.diagnostic(("application", "lectures", 1, "role"), "c", "m")
        assert (found.line, found.column) == (5, 7)
