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


class _Korean(click.Command):
    """Help with Korean headings."""

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
    hint = f"{command} --help로 쓰는 법을 보세요."
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return Diagnostic("usage.missing", f"빠진 것이 있습니다: {name}", hint=hint)
    if isinstance(error, click.NoSuchOption):
        near = f" 혹시 {error.possibilities[0]}인가요?" if error.possibilities else ""
        return Diagnostic("usage.unknown-option", f"{error.option_name} 옵션은 없습니다.{near}", hint=hint)
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else ""
        return Diagnostic("usage.bad-value", f"{name}의 값이 맞지 않습니다: {error.message}", hint=hint)
    return Diagnostic("usage.wrong", f"명령을 알아들을 수 없습니다: {error.format_message()}", hint=hint)
