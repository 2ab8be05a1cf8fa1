"""An office that uses Excel only: a workbook from `new`, checked, rendered, converted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.conftest import Result

Run = Callable[..., Result]
MEETINGS = "fixtures/school/meetings.yaml"


@pytest.fixture(autouse=True)
def _at_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


@pytest.fixture
def sample(docgen: Run, tmp_path: Path) -> Path:
    path = tmp_path / "회의.xlsx"
    assert docgen("new", "meeting-minutes", "--sample", "-o", path).code == 0
    return path


class DescribeANewWorkbook:
    def it_has_a_sheet_for_every_section_with_korean_headings(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.xlsx"
        result = docgen("new", "meeting-minutes", "-o", path)
        assert (result.code, f"docgen check {path}" in result.out) == (0, True)
        book = openpyxl.load_workbook(path)
        assert book.sheetnames[:3] == ["안내", "파일 머리", "파일 머리·규칙의 예외"]
        headings = [cell.value for cell in book["회의"][1]]
        assert {"회의 번호*", "회의 구분*", "시작 일시*"} <= set(headings)

    def it_helps_whoever_fills_it_in(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.xlsx"
        docgen("new", "participant-roster", "-o", path)
        book = openpyxl.load_workbook(path)
        people = book["연수생"]
        columns = {str(cell.value): cell for cell in people[1]}
        assert people.freeze_panes == "A2"
        rules = {str(rule.sqref): rule.formula1 for rule in people.data_validations.dataValidation}
        hidden, cells = rules[
            f"{columns['구분*'].column_letter}2:{columns['구분*'].column_letter}5000"
        ].split("!")
        assert [cell[0].value for cell in book[hidden.strip("'")][cells.replace("$", "")]][:2] == [
            "교사",
            "학교 경영자",
        ]
        enrolments = book["연수생·신청한 과정"]
        letter = next(c.column_letter for c in enrolments[1] if c.value == "신청일")
        assert enrolments.column_dimensions[letter].number_format == r"yyyy\.\ m\.\ d\."
        first = enrolments.data_validations.dataValidation[0]
        assert (str(first.sqref), first.formula1) == ("A2:A5000", "'연수생'!$A$2:$A$5000")
        assert any(cell.comment for cell in people[1])

    def it_is_not_written_over_another_without_force(self, docgen: Run, sample: Path) -> None:
        before = sample.read_bytes()
        assert docgen("new", "meeting-minutes", "-o", sample).code == 2
        assert sample.read_bytes() == before


class DescribeShow:
    def it_tells_the_formats_of_a_document(self, docgen: Run) -> None:
        assert "docx, pdf, html, xlsx" in docgen("show", "participant-roster").out
        assert json.loads(docgen("show", "meeting-minutes", "--format", "json").out)["formats"] == [
            "docx",
            "pdf",
            "html",
        ]


class DescribeAFilledWorkbook:
    def it_passes_the_check_as_its_yaml_does(self, docgen: Run, sample: Path) -> None:
        assert docgen("check", sample, "--template", "meeting-minutes").code == 0

    def it_makes_the_same_documents(self, docgen: Run, sample: Path, tmp_path: Path) -> None:
        shutil.copytree("fixtures/school/사진", tmp_path / "사진", dirs_exist_ok=True)
        for case, folder in ((sample, "a"), (MEETINGS, "b")):
            assert docgen("render", "meeting-minutes", case, "-o", tmp_path / folder).code == 0
        made = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
        assert made == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}

    def its_faults_are_named_by_sheet_and_cell(self, docgen: Run, sample: Path) -> None:
        book = openpyxl.load_workbook(sample)
        page = book["회의"]
        columns = {str(cell.value): cell.column_letter for cell in page[1]}
        page[f"{columns['회의 구분*']}2"] = "사진 회의"
        page[f"{columns['회의명*']}3"] = None
        book.save(sample)
        result = docgen("check", sample, "--template", "meeting-minutes")
        assert result.code == 1
        assert f"{sample}!회의!{columns['회의 구분*']}2: 오류" in result.err
        assert f"{sample}!회의!{columns['회의명*']}3: 오류" in result.err
        assert "고를 수 있는 값: 사전 회의(pre)" in result.err
        for tool in ("sarif", "github"):
            told = docgen("check", sample, "--template", "meeting-minutes", "--format", tool)
            assert f"회의!{columns['회의 구분*']}2 '회의 구분'" in told.out


class DescribeCaseConvert:
    def it_goes_round_without_loss(self, docgen: Run, tmp_path: Path) -> None:
        source = MEETINGS
        for name in ("a.xlsx", "b.json", "c.yaml"):
            target = tmp_path / name
            assert docgen("case", "convert", source, target).code == 0
            source = str(target)
        wanted = yaml.load(Path(MEETINGS).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 # text only
        assert yaml.load((tmp_path / "c.yaml").read_text(encoding="utf-8"), yaml.BaseLoader) == wanted  # noqa: S506 # text only

    def it_leaves_what_a_register_holds_in_the_register(self, docgen: Run, tmp_path: Path) -> None:
        person = "{name: 한가람, affiliation: 가온중, position: 교사, is_teacher: true, roles: [coordinator]}"
        (tmp_path / "people.yaml").write_text(f"people: {{p-han: {person}}}\n", encoding="utf-8")
        source = "case: {id: x, edition: 2026-06-01, registers: [people.yaml]}\n"
        (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
        assert docgen("case", "convert", tmp_path / "a.yaml", tmp_path / "a.xlsx").code == 0
        assert "사람" not in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
        assert docgen("case", "convert", tmp_path / "a.xlsx", tmp_path / "b.yaml").code == 0
        assert (tmp_path / "b.yaml").read_text(encoding="utf-8").startswith("case:\n  id: x\n")

    def it_writes_nothing_where_a_value_would_be_lost(self, docgen: Run, tmp_path: Path) -> None:
        source = tmp_path / "a.yaml"
        source.write_text("school:\n  nmae: 새별중학교\n", encoding="utf-8")
        result = docgen("case", "convert", source, tmp_path / "a.xlsx")
        assert result.code == 1
        assert f"{source}:2:9: 오류" in result.err
        assert not (tmp_path / "a.xlsx").exists()

    def it_overwrites_nothing_without_force(self, docgen: Run, sample: Path, tmp_path: Path) -> None:
        assert docgen("case", "convert", MEETINGS, sample).code == 2
        assert docgen("case", "convert", MEETINGS, sample, "--force").code == 0

    def it_names_the_kinds_of_files_that_it_writes(self, docgen: Run, tmp_path: Path) -> None:
        result = docgen("case", "convert", MEETINGS, tmp_path / "a.csv")
        assert result.code == 2
        assert ".xlsx" in result.err


class DescribeTheSchemaLine:
    def it_names_a_schema_beside_the_case_that_the_case_obeys(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        assert docgen("new", "meeting-minutes", "--sample", "-o", path).code == 0
        text = path.read_text(encoding="utf-8")
        marker, _, name = text.splitlines()[0].partition("$schema=")
        assert marker == "# yaml-language-server: "
        schema = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        assert schema["properties"]["meetings"]["title"] == "회의"
        case = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 # text only
        assert list(Draft202012Validator(schema["properties"]["case"]).iter_errors(case["case"])) == []

    def it_serves_every_case_of_the_folder(self, docgen: Run, tmp_path: Path) -> None:
        for name in ("a", "b"):
            assert docgen("new", "meeting-minutes", "-o", tmp_path / f"{name}.yaml").code == 0
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml", "docgen.schema.json"]
