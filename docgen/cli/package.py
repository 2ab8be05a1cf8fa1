"""`docgen package CASE`: what a school hands in, a folder a step, with the checklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import click

from docgen.case.load import load_case
from docgen.catalogue.agenda import Agenda, Status
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.checklist import is_done
from docgen.catalogue.file_names import file_name
from docgen.catalogue.package import package
from docgen.catalogue.template import OUTPUTS
from docgen.cli.files import write_files
from docgen.cli.korean import Command
from docgen.cli.options import OUTPUT, force, print_format, templates, to, today
from docgen.cli.report import print_table, show_findings
from docgen.errors import Diagnostic, Severity, UsageError

__all__ = ["command"]

_STEPS = click.IntRange(1, 11)
_SHOWN = 5


@click.command("package", cls=Command)
@click.argument("case", metavar="자료", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="쓸 폴더 (없으면 output/학교명).")
@click.option("--step", type=_STEPS, metavar="번호", help="이 단계(1~11)의 문서만 만듭니다.")
@click.option("--all", "everything", is_flag=True, help="아직 때가 되지 않은 문서도 만듭니다.")
@click.option("--zip", "zipped", is_flag=True, help="폴더 옆에 zip 파일도 만듭니다.")
@to("docx,pdf", OUTPUTS)
@today
@force
@print_format
@templates
def command(
    case: Path,
    output: Path | None,
    step: int | None,
    everything: bool,
    zipped: bool,
    formats: tuple[str, ...],
    today: date,
    force: bool,
    format: str,
    templates: Path | None,
) -> None:
    """오늘까지 낼 문서를 단계별 폴더에 모두 만들고, 열한 단계의 체크리스트를 함께 넣습니다.

    자료가 모자란 문서는 만들지 않고 체크리스트에 빠진 것으로 적습니다. 자료가 틀리면 아무것도 쓰지 않습니다.
    """
    _refuse_file(output)
    catalogue = Catalogue(templates)
    read = load_case(case, catalogue.schemas)
    made = package(catalogue, read, formats, today, step, everything)
    folder = output or OUTPUT / file_name(made.agenda.school, set())
    files = {folder / path: data for path, data in made.files.items()}
    if zipped:
        files[_zip(folder)] = _packed(folder.resolve().name, made.files)
    write_files(files, force=force)
    findings = (*made.findings, *_left_over(folder, files))
    if format == "json":
        show_findings(findings, as_json=True, **_facts(made.agenda, list(files)))
        return
    show_findings(findings, as_json=False)
    _print(made.agenda, made.files)
    click.echo(f"\n파일 {len(files)}개를 {folder}에 썼습니다.")


def _refuse_file(output: Path | None) -> None:
    """UsageError for an output that is named like a file."""
    endings = (".zip", *(f".{known}" for known in OUTPUTS))
    if output is not None and output.suffix.lower() in endings and not output.is_dir():
        hint = "-o에 폴더 이름을 적으세요. --zip을 붙이면 zip 파일이 폴더 옆에 생깁니다."
        raise UsageError(Diagnostic("output.folder", f"-o에는 폴더를 적습니다: {output}", hint=hint))


def _zip(folder: Path) -> Path:
    """The archive beside a folder, which may be `.`."""
    named = folder if folder.name not in ("", "..") else folder.resolve()
    return named.with_name(f"{named.name}.zip")


def _packed(name: str, files: Mapping[PurePosixPath, bytes]) -> bytes:
    from docgen.formats.package import write_package

    return write_package({f"{name}/{path}": data for path, data in files.items()})


def _left_over(folder: Path, files: Mapping[Path, bytes]) -> Iterator[Diagnostic]:
    """A warning of files of an earlier package, or put there by hand, that stand among those written."""
    folders = {path.parent for path in files if path.is_relative_to(folder)}
    others = sorted(
        path
        for parent in folders
        for path in parent.iterdir()
        if path.is_file() and path not in files and not path.name.startswith(".")
    )
    if others:
        shown = ", ".join(str(path.relative_to(folder)) for path in others[:_SHOWN])
        more = f" 외 {len(others) - _SHOWN}개" if len(others) > _SHOWN else ""
        yield Diagnostic(
            "package.left-over",
            f"이번에 만들지 않은 파일 {len(others)}개가 {folder}에 있습니다: {shown}{more}",
            severity=Severity.WARNING,
            hint="앞서 만든 것이면 지우세요. 체크리스트의 목록에는 없습니다.",
        )


def _facts(owed: Agenda, files: list[Path]) -> dict[str, Any]:
    papers = [
        {
            "step": duty.step.number,
            "template": duty.template.id,
            "name": duty.name,
            "rule": duty.rule,
            "due_on": duty.due_on and duty.due_on.isoformat(),
            "status": duty.status.value,
            "missing": list(duty.missing),
        }
        for duty in owed.duties
    ]
    return {"school": owed.school, "files": [str(path) for path in files], "papers": papers}


def _print(owed: Agenda, files: Mapping[PurePosixPath, bytes]) -> None:
    """A line a step, then what is missing."""
    written = Counter(path.parts[0] for path in files)
    rows = []
    for step in owed.steps:
        duties = owed.of(step)
        count = Counter(duty.status for duty in duties)
        number = written[f"{step.number:02}_{step.folder}"]
        rows.append(
            (f"{step.number:02}", step.folder, "■" if is_done(duties) else "□", number, count[Status.MISSING])
        )
    print_table(("단계", "", "완료", "파일", "빠짐"), rows)
    lacking = [duty for duty in owed.duties if duty.status is Status.MISSING]
    if lacking:
        click.echo("")
        shown = [
            (f"{duty.step.number:02}", duty.template.title, duty.name, duty.due_on or "", duty.missing[0])
            for duty in lacking
        ]
        print_table(("단계", "빠진 문서", "대상", "기한", "까닭"), shown)
