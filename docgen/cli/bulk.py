"""`docgen bulk ID ROWS`: a document of every row, by the hundred thousand."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import OUTPUTS, Template
from docgen.cli.korean import Command
from docgen.cli.ledger_options import key, named_ledger, sign, signer
from docgen.cli.options import OUTPUT, force, print_format, strict, templates, to
from docgen.cli.progress import ProgressBar
from docgen.cli.report import print_table, show_findings
from docgen.errors import Diagnostic, UsageError

if TYPE_CHECKING:
    from docgen.bulk.executors import Executor
    from docgen.bulk.journal import Journal
    from docgen.bulk.ledger import Key
    from docgen.bulk.run import Numbering, Run, Summary

__all__ = ["command"]

_FILE: Final = click.Path(path_type=Path)
_NUMBERING: Final = ("key", "number", "reissue")
_LISTED: Final = 40  # values that --dry-run names besides those of the columns


def _maps(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`제목=이름` pairs."""
    for value in values:
        if not all(part.strip() for part in value.partition("=")[::2]):
            hint = "--map 이름=person.name처럼 열의 제목과 값의 이름을 적으세요."
            raise UsageError(Diagnostic("usage.map", f"--map의 꼴이 바르지 않습니다: {value}", hint=hint))
    pairs = (value.rpartition("=") for value in values)
    return {heading.strip(): name.strip() for heading, _, name in pairs}


@click.command("bulk", cls=Command)
@click.argument("words", metavar="[이름] [행]", nargs=-1)
@click.option("--template-file", type=_FILE, metavar="파일.docx", help="이름 대신: 태그가 든 아무 Word 파일.")
@click.option(
    "--case", type=_FILE, metavar="자료", help="모든 행에 함께 쓰는 자료. 행이 없으면 이 자료의 문서."
)
@click.option("--map", "maps", multiple=True, callback=_maps, metavar="제목=이름", help="그 열이 주는 값.")
@to("pdf", OUTPUTS)
@click.option("-o", "--output", default=str(OUTPUT), show_default=True, help="쓸 폴더나 s3:// 같은 주소.")
@click.option("--name", metavar="꼴", help="파일 이름의 꼴: '{school}/{no}_{name}'. {no}는 행의 차례.")
@click.option("--merge", type=_FILE, metavar="파일.pdf", help="인쇄할 PDF를 하나로도 모읍니다.")
@click.option("--duplex", is_flag=True, help="--merge에서 문서마다 새 종이의 앞면에서 시작합니다.")
@click.option("--zip", "archive", type=_FILE, metavar="파일.zip", help="모든 파일을 하나로 묶습니다.")
@click.option(
    "--skip-bad",
    type=_FILE,
    metavar="파일",
    help="틀린 행을 까닭과 함께 이 파일(.xlsx, .csv)에 적고 나머지만 만듭니다.",
)
@click.option("--dry-run", is_flag=True, help="열과 값의 짝을 보이고 모든 행을 확인하기만 합니다.")
@click.option("--resume", is_flag=True, help="끊긴 실행을 이어서 합니다.")
@click.option("--journal", type=_FILE, metavar="폴더", help="실행의 기록을 둘 폴더 (기본: -o 안의 .docgen).")
@click.option("--workers", type=click.IntRange(1, 512), help="함께 일할 프로세스의 수 (기본: 코어 수).")
@click.option("--scheduler", metavar="tcp://컴퓨터:8786", help="Dask로 여러 컴퓨터에서 만듭니다.")
@named_ledger
@key
@click.option("--number", metavar="꼴", help="번호의 꼴: '제{year}-{seq:05d}호'.")
@click.option("--reissue", is_flag=True, help="이미 번호가 있는 사람은 재발급으로 적습니다.")
@sign
@strict
@force
@click.option("--quiet", is_flag=True, help="진행과 요약을 보이지 않습니다.")
@print_format
@templates
@click.pass_context
def command(ctx: click.Context, /, **asked: Any) -> None:
    """엑셀, CSV, JSON, YAML, 표준 입력(-)의 행마다 문서를 만듭니다. 만들기 전에 모두 확인합니다."""
    template, rows = _what(asked)
    if asked["duplex"] and not asked["merge"]:
        raise UsageError(Diagnostic("usage.duplex", "--duplex는 --merge와 함께 씁니다."))
    if asked["merge"] and "pdf" not in asked["formats"]:
        raise UsageError(Diagnostic("usage.merge", "--merge로 모으려면 -f에 pdf가 있어야 합니다."))
    if not asked["ledger"]:
        _refuse_without_ledger(ctx)
    bar = ProgressBar(sys.stderr, asked["quiet"])
    with ExitStack() as held:
        run, about = _prepared(asked, template, rows, bar, held)
        began = time.monotonic()
        try:
            if asked["dry_run"]:
                _show_columns(asked, run, about)
                summary = run.check()
            else:
                summary = run.go(asked["resume"], partial(_put_together, asked, run))
        finally:
            bar.end()
    _show(asked, summary, time.monotonic() - began)


def _what(asked: dict[str, Any]) -> tuple[Template | Path, str | None]:
    """The template and the file of rows that the words name."""
    words = list(asked["words"])
    template: Template | Path
    if asked["template_file"] is not None:
        template = asked["template_file"]
        if "xlsx" in asked["formats"]:
            message = "Word 파일에서는 엑셀(xlsx)을 만들지 않습니다."
            raise UsageError(Diagnostic("format.not-made", message, hint="-f docx나 pdf를 쓰세요."))
    elif not words:
        hint = "docgen bulk 이름 명단.xlsx, 또는 docgen bulk --template-file 서식.docx 명단.xlsx"
        raise UsageError(Diagnostic("usage.missing", "문서의 이름이 없습니다.", hint=hint))
    else:
        template = Catalogue(asked["templates"]).making(words.pop(0), asked["formats"])
    if len(words) > 1:
        raise UsageError(Diagnostic("usage.too-much", f"남는 말이 있습니다: {' '.join(words[1:])}"))
    return template, words[0] if words else None


def _refuse_without_ledger(ctx: click.Context) -> None:
    """Refuse what says how to number, of a run that numbers nothing; the environment may name a key."""
    source = ctx.get_parameter_source
    named = (f"--{name}" for name in _NUMBERING if source(name) is ParameterSource.COMMANDLINE)
    hint = "--ledger ledger.db처럼 번호를 받을 발급대장을 적으세요."
    found = [Diagnostic("usage.ledger", f"{each}는 --ledger와 함께 씁니다.", hint=hint) for each in named]
    if found:
        raise UsageError(*found)


def _prepared(
    asked: dict[str, Any],
    template: Template | Path,
    rows: str | None,
    bar: ProgressBar,
    held: ExitStack,
) -> tuple[Run, str]:
    from docgen.bulk.bad import checked_sheet
    from docgen.bulk.prepare import Asked, prepare
    from docgen.bulk.rows.open import open_rows

    skip_bad = asked["skip_bad"]
    if skip_bad is not None and not asked["resume"]:
        checked_sheet(skip_bad, asked["force"])
    _refuse_existing(asked)
    return prepare(
        Asked(
            template=template,
            rows=None if rows is None else held.enter_context(open_rows(rows)),
            case=asked["case"],
            formats=asked["formats"],
            out=asked["output"],
            today=date.today(),
            executor=_executor(asked),
            overlay=asked["templates"],
            given=asked["maps"],
            pattern=asked["name"],
            strict=asked["strict"],
            force=asked["force"],
            skip_bad=skip_bad,
            journal=_journal(asked, held),
            numbering=_numbering(asked, bar, held),
            signer=signer(asked["sign"] and asked["sign"].absolute()),
            progress=bar,
        )
    )


def _refuse_existing(asked: dict[str, Any]) -> None:
    """Refuse to write over the files that hold all documents, unless they are this run's."""
    there = [path for path in (asked["merge"], asked["archive"]) if path is not None and path.exists()]
    if there and not (asked["force"] or asked["resume"]):
        hint = "덮어쓰려면 --force를 붙이세요."
        message = "이미 있는 파일입니다: "
        raise UsageError(*(Diagnostic("output.exists", f"{message}{path}", hint=hint) for path in there))


def _journal(asked: dict[str, Any], held: ExitStack) -> Path | None:
    """Where the journal is kept; of a check only, nowhere that lasts."""
    if asked["dry_run"]:
        return Path(held.enter_context(tempfile.TemporaryDirectory()))
    journal: Path | None = asked["journal"]
    return journal


def _executor(asked: dict[str, Any]) -> Callable[[bytes], Executor]:
    if asked["scheduler"]:
        from docgen.bulk.executors.cluster import ClusterExecutor

        return partial(ClusterExecutor, address=asked["scheduler"])
    from docgen.bulk.executors.local import LocalExecutor, cores

    return partial(LocalExecutor, most=asked["workers"] or cores())


def _numbering(asked: dict[str, Any], bar: ProgressBar, held: ExitStack) -> Numbering | None:
    """The ledger, where one was named; a check makes neither ledger nor key."""
    place = asked["ledger"]
    if not place:
        return None
    from docgen.bulk.ledger import PATTERN, Key, Ledger
    from docgen.bulk.numbering import LedgerNumbering

    if asked["key"].exists():
        Key.load(asked["key"])  # that it is one; a new one is made when all rows are checked
    if asked["dry_run"] and "://" not in place and not Path(place).exists():
        place = str(Path(held.enter_context(tempfile.TemporaryDirectory())) / "ledger.db")
    opened = cache(partial(_opened, asked["key"], bar, asked["quiet"]))
    return LedgerNumbering(Ledger(place), opened, asked["number"] or PATTERN, asked["reissue"])


def _opened(path: Path, bar: ProgressBar, quiet: bool) -> Key:
    """The key of a file, made where there is none, which is told."""
    from docgen.bulk.ledger import Key

    opened = Key.open(path)
    if opened.made and not quiet:
        bar.end()
        click.echo(f"확인 번호의 열쇠를 만들었습니다. 잃어버리지 마세요: {path}", err=True)
    return opened


def _put_together(asked: dict[str, Any], run: Run, journal: Journal) -> None:
    """The files that hold all documents."""
    from docgen.bulk.store import open_store

    store = open_store(run.job.out)
    if asked["merge"] is not None:
        from docgen.bulk.merged import merge_pdfs

        merge_pdfs(journal, store, asked["merge"], asked["duplex"])
    if asked["archive"] is not None:
        from docgen.bulk.archive import write_archive

        write_archive(journal, store, asked["archive"])


def _show_columns(asked: dict[str, Any], run: Run, about: str) -> None:
    """Which column gives which value, and what may be given besides."""
    if asked["quiet"] or asked["format"] == "json":
        return
    click.echo(f"{run.columns.name}: {about}")
    used = {target.key for _, target in run.columns.mapping() if target}
    rows = [
        (heading, target.label if target else "(쓰지 않음)", target.key if target else "")
        for heading, target in run.columns.mapping()
    ]
    if rows:
        print_table(("열", "값", "이름"), rows)
    rest = [target for target in run.job.maker.targets.known if target.key not in used]
    if rest and rows:
        click.echo("더 줄 수 있는 값: " + ", ".join(f"{each.label}({each.key})" for each in rest[:_LISTED]))


def _show(asked: dict[str, Any], summary: Summary, seconds: float) -> None:
    """What came of it."""
    if asked["format"] == "json":
        counts = {
            "rows": summary.rows,
            "bad": summary.bad,
            "documents": summary.documents,
            "files": summary.files,
            "bytes": summary.size,
        }
        show_findings(summary.findings, as_json=True, **counts)
        return
    show_findings(summary.findings, as_json=False)
    if asked["quiet"]:
        return
    bad = f", 틀린 행 {summary.bad:,}건" if summary.bad else ""
    click.echo(f"행 {summary.rows:,}건{bad} → 문서 {summary.documents:,}건")
    if asked["dry_run"]:
        click.echo(f"파일 이름: {', '.join(summary.names)}{' …' if summary.documents > 3 else ''}")
        click.echo("확인만 했습니다. 만들려면 --dry-run을 빼세요.")
        return
    rate = summary.documents / seconds if seconds else 0.0
    size = f"{summary.size / 2**20:,.1f}MB"
    speed = f"{seconds:,.1f}초 (초당 {rate:,.1f}건)"
    click.echo(f"파일 {summary.files:,}개, {size}, {speed}: {asked['output']}")
