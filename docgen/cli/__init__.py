"""The command line: one click command a module, every one a thin layer over a library call.

Exit codes: 0 done; 1 the data or a template is at fault; 2 wrong usage; 3 the machine lacks something.
"""

from __future__ import annotations

import sys

import click

from docgen.cli.korean import Group, usage_finding
from docgen.cli.report import show_findings
from docgen.errors import DocgenError

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "list": ("docgen.cli.list", "만들 수 있는 문서를 보입니다."),
    "show": ("docgen.cli.show", "문서 하나를 자세히 보입니다: 항목, 기한, 규칙, 견본."),
    "new": ("docgen.cli.new", "적어 넣을 자료 파일을 만듭니다. 견본도 만들 수 있습니다."),
    "check": ("docgen.cli.check", "자료가 양식과 지침에 맞는지 확인합니다."),
    "render": ("docgen.cli.render", "자료로 문서를 만듭니다 (DOCX, PDF, HTML)."),
    "package": ("docgen.cli.package", "학교가 낼 문서를 단계별 폴더에 모두 만듭니다."),
    "due": ("docgen.cli.due", "여러 학교의 기한을 이른 것부터 보입니다."),
    "merge": ("docgen.cli.merge", "태그가 든 Word 파일에 자료를 넣습니다."),
    "convert": ("docgen.cli.convert", "DOCX를 PDF나 HTML로 바꿉니다."),
    "case": ("docgen.cli.case", "자료 파일을 YAML, JSON, 엑셀 가운데 다른 꼴로 바꿉니다: convert."),
    "bulk": ("docgen.cli.bulk", "행마다 문서 한 건을 만듭니다: 엑셀, CSV, JSON, YAML."),
    "ledger": ("docgen.cli.ledger", "이수증의 발급대장을 보고 확인합니다."),
    "template": ("docgen.cli.template", "Word 서식을 살피고 고칩니다: lint, tags, verify."),
    "evidence": ("docgen.cli.evidence", "지출마다 갖출 증빙과 빠진 것을 보입니다."),
    "rules": ("docgen.cli.rules", "지침의 규칙을 보입니다. 사람이 답할 것도 보입니다."),
    "explain": ("docgen.cli.explain", "규칙 하나를 설명합니다: 근거, 지킨 예와 어긴 예."),
    "guideline": ("docgen.cli.guideline", "지침의 판을 견줍니다: diff."),
    "doctor": ("docgen.cli.doctor", "이 컴퓨터에 필요한 것이 다 있는지 봅니다."),
}


def main() -> None:
    """Run the command line and exit with its code."""
    group = Group(
        COMMANDS,
        name="docgen",
        help="학교 컨설팅 자료를 한 번만 적으면, 지침에 맞는지 확인하고 문서로 만듭니다.",
        params=[_version_option()],
    )
    sys.exit(run(group, sys.argv[1:]))


def run(group: Group, arguments: list[str]) -> int:
    """Run the group with some arguments: its exit code."""
    try:
        code = group.main(arguments, prog_name="docgen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        show_findings([usage_finding(error)], as_json=False)
        return 2
    except DocgenError as error:
        show_findings(error.diagnostics, as_json=False)
        return error.exit_code
    except click.Abort:
        click.echo("멈췄습니다.", err=True)
        return 130
    return code if isinstance(code, int) else 0


def _version_option() -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            from importlib.metadata import version

            click.echo(f"docgen {version('docgen')}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help="판을 보입니다."
    )
