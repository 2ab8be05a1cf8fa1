"""click in Korean: help headings, usage errors, and what happens when a command meets a DocgenError."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from docgen.cli.report import show_findings
from docgen.errors import Diagnostic, DocgenError, UsageError, nearest
from docgen.korean.particles import quoted

__all__ = ["Command", "Group", "usage_finding"]

_USAGE = {"[OPTIONS]": "[옵션]", "COMMAND [ARGS]...": "명령 …"}


class _Korean(click.Command):
    """Help with Korean headings."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words behind the command's name in the usage line."""
        pieces = super().collect_usage_pieces(ctx)
        return [_USAGE.get(piece, piece) for piece in pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line `사용법: docgen …`."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="사용법: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under `옵션`."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        with formatter.section("옵션"):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Korean."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "이 도움말을 보입니다."
        return option


class Command(_Korean):
    """A command whose faults are findings: printed as text or JSON, with the exit code they mean."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what its library raises becomes printed findings and an exit code."""
        try:
            return super().invoke(ctx)
        except DocgenError as error:
            show_findings(error.diagnostics, as_json=ctx.params.get("format") == "json")
            ctx.exit(error.exit_code)


class Group(_Korean, click.Group):
    """A group whose commands load on first use: name → (module, one line of help)."""

    def __init__(self, modules: dict[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(**options)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; only its own module is imported."""
        if cmd_name not in self._modules:
            return None
        module = import_module(self._modules[cmd_name][0])
        command: click.Command = module.command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands under `명령`."""
        super().format_options(ctx, formatter)
        with formatter.section("명령"):
            formatter.write_dl([(name, text) for name, (_, text) in self._modules.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first word; UsageError with the nearest where there is none."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise UsageError(_unknown(args[0], list(self._modules)))
        return super().resolve_command(ctx, args)


def _unknown(name: str, known: Sequence[str]) -> Diagnostic:
    near = nearest(name, known)
    hint = f"혹시 'docgen {near}'인가요?" if near else "docgen --help로 명령을 확인하세요."
    return Diagnostic("usage.unknown-command", f"{quoted(name, '이라는/라는')} 명령은 없습니다.", hint=hint)


def usage_finding(error: click.UsageError) -> Diagnostic:
    """click's complaint about the command line in Korean."""
    command = error.ctx.command_path if error.ctx else "docgen"
    code, message = _complaint(error)
    return Diagnostic(code, message, hint=f"{command} --help로 쓰는 법을 보세요.")


def _complaint(error: click.UsageError) -> tuple[str, str]:
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return "usage.missing", f"빠진 것이 있습니다: {name}"
    if isinstance(error, click.NoSuchOption):
        near = f" 혹시 {error.possibilities[0]}인가요?" if error.possibilities else ""
        return "usage.unknown-option", f"{error.option_name} 옵션은 없습니다.{near}"
    if isinstance(error, click.BadOptionUsage):
        return "usage.no-value", f"{error.option_name} 뒤에 값을 적어야 합니다."
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else ""
        kind = error.param.type if error.param else None
        allowed = f" 쓸 수 있는 값: {', '.join(kind.choices)}" if isinstance(kind, click.Choice) else ""
        return "usage.bad-value", f"{name}의 값이 맞지 않습니다.{allowed}"
    if error.message.startswith("Got unexpected extra"):
        return "usage.too-much", f"남는 말이 있습니다: {error.message.rpartition('(')[2].rstrip(')')}"
    return "usage.wrong", error.format_message()
