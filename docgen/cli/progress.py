"""How far a long command has come: a bar that moves on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from typing import Final, TextIO

import click

from docgen.cli.report import width

__all__ = ["ProgressBar"]

_CELLS: Final = 24
_EVERY: Final = {True: 0.2, False: 30.0}  # seconds between two pictures: on a terminal, in a log


class ProgressBar:
    """Tells what is done, how fast, and how long the rest will take."""

    def __init__(self, stream: TextIO, quiet: bool = False) -> None:
        self._stream, self._quiet = stream, quiet
        self._terminal = stream.isatty()
        self._what, self._began, self._first, self._last, self._drawn = "", 0.0, 0, 0.0, 0

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show that `done` of `total` (None: not known) are done."""
        now = time.monotonic()
        if what != self._what:
            self._what, self._began, self._first = what, now, done
            self._last = 0.0 if self._terminal else now
        if not self._quiet and (now - self._last >= _EVERY[self._terminal] or done == total):
            self._last = now
            self._show(self._line(done, total, now - self._began))

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._drawn:
            click.echo(file=self._stream)
            self._drawn = 0

    def _line(self, done: int, total: int | None, seconds: float) -> str:
        rate = (done - self._first) / seconds if seconds > 0 else 0.0
        speed = f" · 초당 {rate:,.0f}건" if rate else ""
        if total is None:
            return f"{self._what} {done:,}건{speed}"
        share = done / total if total else 1.0
        left = f" · 남은 시간 {_clock((total - done) / rate)}" if rate and done < total else ""
        bar = "█" * int(share * _CELLS) + "░" * (_CELLS - int(share * _CELLS))
        picture = f"{bar} " if self._terminal else ""
        return f"{self._what} {picture}{done:,}/{total:,}건 ({share:.0%}){speed}{left}"

    def _show(self, line: str) -> None:
        if not self._terminal:
            click.echo(line, file=self._stream)
            return
        blank = " " * max(0, self._drawn - width(line))
        click.echo(f"\r{line}{blank}", nl=False, file=self._stream)
        self._drawn = width(line)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
