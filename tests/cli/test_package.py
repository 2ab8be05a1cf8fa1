"""`docgen package`: folders and a zip, written whole or not at all."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.catalogue.schools import minimal
from tests.conftest import Result

Run = Callable[..., Result]
DAY = ("--today", "2026-07-01")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The case of a school that has nearly everything."""
    path = tmp_path / "학교.json"
    path.write_text("\n".join(minimal().lines), encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class DescribePackage:
    def it_writes_docx_and_pdf_and_the_checklist(self, docgen: Run, school: Path, tmp_path: Path) -> None:
        out = tmp_path / "제출"
        result = docgen("package", school, "-o", out, "--step", 9, *DAY)
        assert result.code == 0
        assert {Path(name).suffix for name in files(out)} == {".docx", ".pdf"}
        reader = pypdf.PdfReader(out / "운영 전·후 체크리스트_다솜초등학교.pdf")
        assert "운영 전·후 체크리스트" in reader.pages[0].extract_text()
        assert f"파일 {len(files(out))}개" in result.out

    def it_says_what_is_missing_and_why(self, docgen: Run, school: Path, tmp_path: Path) -> None:
        result = docgen("package", school, "-o", tmp_path / "제출", "-f", "docx", *DAY)
        lines = [line for line in result.out.splitlines() if "사전 심층 면담지" in line]
        assert lines[0].startswith("05")
        assert lines[0].endswith("면담 질문(interviews.sheet.questions)이 없습니다.")

    def its_zip_holds_the_folder_and_is_the_same_every_time(
        self, docgen: Run, school: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "제출"
        arguments = ["package", school, "-o", out, "-f", "docx", "--zip", *DAY]
        assert docgen(*arguments).code == 0
        first = (tmp_path / "제출.zip").read_bytes()
        with zipfile.ZipFile(tmp_path / "제출.zip") as archive:
            held = {name.removeprefix("제출/"): archive.read(name) for name in archive.namelist()}
        assert held == files(out)
        assert docgen(*arguments, "--force").code == 0
        assert (tmp_path / "제출.zip").read_bytes() == first

    def it_tells_of_files_of_an_earlier_package_and_leaves_them(
        self, docgen: Run, school: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "제출"
        arguments = ["package", school, "-o", out, "-f", "docx", "--step", 9, *DAY]
        assert "이번에 만들지 않은 파일" not in docgen(*arguments).err
        old = next(out.glob("09_*")) / "프로그램 운영 결과보고서_옛 이름.docx"
        old.write_bytes(b"old")
        result = docgen(*arguments, "--force")
        assert f"이번에 만들지 않은 파일 1개가 {out}에 있습니다: {old.relative_to(out)}" in result.err
        assert old.read_bytes() == b"old"

    def it_is_named_for_the_school_where_no_folder_is_given(
        self, docgen: Run, school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert docgen("package", school, "-f", "docx", "--step", 3, "--zip", *DAY).code == 0
        assert (tmp_path / "output/다솜초등학교/03_코디네이터·지원담당자 구성").is_dir()
        assert (tmp_path / "output/다솜초등학교.zip").is_file()

    def it_overwrites_nothing_without_force(self, docgen: Run, school: Path, tmp_path: Path) -> None:
        out = tmp_path / "제출"
        arguments = ["package", school, "-o", out, "-f", "docx", "--step", 3, *DAY]
        docgen(*arguments)
        kept = out / "운영 전·후 체크리스트_다솜초등학교.docx"
        for name in files(out):
            (out / name).unlink()
        kept.write_text("손으로 고친 것")
        result = docgen(*arguments)
        assert result.code == 2
        assert "--force" in result.err
        assert files(out) == {kept.name: "손으로 고친 것".encode()}
        assert docgen(*arguments, "--force").code == 0

    def it_writes_nothing_of_faulty_data(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "학교.json"
        path.write_text("\n".join(minimal(change={"submitted_on": "내일"}).lines), encoding="utf-8")
        result = docgen("package", path, "-o", tmp_path / "제출", "--zip", *DAY)
        assert result.code == 1
        assert (
            "change.submitted_on"
            in json.loads(
                docgen("check", path, "--template", "change-journey-report", "--format", "json").out
            )["diagnostics"][-1].values()
        )
        assert "날짜" in result.err
        assert list(tmp_path.iterdir()) == [path]

    def it_gives_its_papers_as_data(self, docgen: Run, school: Path, tmp_path: Path) -> None:
        result = docgen("package", school, "-o", tmp_path / "제출", "-f", "docx", *DAY, "--format", "json")
        found = json.loads(result.out)
        assert found["school"] == "다솜초등학교"
        assert sorted(found["files"]) == sorted(
            str(tmp_path / "제출" / name) for name in files(tmp_path / "제출")
        )
        report = next(each for each in found["papers"] if each["template"] == "operation-result-report")
        assert (report["status"], report["rule"], report["due_on"]) == ("ready", "R-126", "2026-07-03")

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["-o", "제출.zip"], "--zip"),
            (["-o", "제출.pdf"], "-o에는 폴더를"),
            (["--step", "12"], "--step"),
            (["-f", "hwp"], "쓸 수 있는 형식"),
        ],
    )
    def it_says_wrong_usage_in_korean_with_code_2(
        self, docgen: Run, school: Path, arguments: list[str], says: str
    ) -> None:
        result = docgen("package", school, *arguments, *DAY)
        assert result.code == 2
        assert says in result.err
