"""`docgen ledger key`: a new key for check values."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.korean import Command
from docgen.errors import Diagnostic, UsageError

__all__ = ["command"]


@click.command("key", cls=Command)
@click.option(
    "-o",
    "--output",
    default=Path("ledger.key"),
    show_default=True,
    type=click.Path(path_type=Path),
    help="쓸 파일.",
)
def command(output: Path) -> None:
    """확인 번호를 만드는 열쇠 파일을 만듭니다. 있는 열쇠는 덮어쓰지 않습니다."""
    from docgen.bulk.ledger import Key

    try:
        Key.create(output)
    except FileExistsError:
        hint = "열쇠를 바꾸면 앞서 발급한 이수증을 확인할 수 없습니다. 새 열쇠는 다른 이름으로 만드세요."
        message = f"이미 있는 열쇠입니다: {output}"
        raise UsageError(Diagnostic("key.exists", message, file=str(output), hint=hint)) from None
    click.echo(f"열쇠를 만들었습니다: {output}")
    click.echo("남에게 보이지 말고, 다른 곳에도 한 벌 두세요. 잃으면 확인 번호를 확인할 수 없습니다.")
