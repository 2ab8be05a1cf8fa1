"""What libyaml says about a text that is no YAML, told to a person who writes Korean forms."""

from __future__ import annotations

import re

import yaml

from docgen.case.source import Place, Source
from docgen.errors import Diagnostic

__all__ = ["syntax_findings"]

_MAX_TABS = 20
_NO_SPACE = re.compile(r"[ ]*(?:- +)*([^\s:#'\"\[{][^\s:'\"]*):(?=[^\s/:])")
_WIDE = re.compile(r"[ ]*(?:- +)*[^\s:：#'\"\[{]+(：)")
_SIGN = re.compile(r"[ ]*(?:- +)*(?:[^\s:#'\"][^:'\"]*: +)?([@%`])")
_COLON = re.compile(r"[ ]*(?:- +)*[^\s:#'\"][^:'\"]*: +([^'\"\[{|>\s][^#]*?:(?: |$))")
_AFTER_QUOTE = re.compile(r"[ ]*(?:- +)*(?:[^\s:#'\"][^:'\"]*: +)?('[^']*'|\"[^\"]*\")[ ]*[^\s,#\]}:]")

_QUOTE = "값을 따옴표로 감싸세요."
_PROBLEMS = (  # a part of what libyaml says; what it means; what to do
    ("unexpected end of stream", "따옴표가 닫히지 않았습니다.", "여는 따옴표와 닫는 따옴표의 짝을 맞추세요."),
    (
        "unknown escape character",
        "큰따옴표 안의 역슬래시(\\)가 잘못되었습니다.",
        "역슬래시를 두 번(\\\\) 적거나 작은따옴표로 감싸세요.",
    ),
    (
        "invalid Unicode character escape",
        "큰따옴표 안의 \\u 표기가 잘못되었습니다.",
        "그 글자를 그대로 적으세요.",
    ),
    ("undefined alias", "정해 두지 않은 별칭(*이름)을 썼습니다.", f"별표(*)로 시작하는 글이라면 {_QUOTE}"),
    (
        "second occurrence",
        "같은 이름표(&이름)를 두 번 붙였습니다.",
        f"앰퍼샌드(&)로 시작하는 글이라면 {_QUOTE}",
    ),
    ("undefined tag handle", "알 수 없는 태그(!)입니다.", f"느낌표(!)로 시작하는 글이라면 {_QUOTE}"),
    (
        "',' or ']'",
        "대괄호([)로 연 목록이 닫히지 않았습니다.",
        f"목록이면 쉼표와 ']'를 확인하고, 글이라면 {_QUOTE}",
    ),
    (
        "',' or '}'",
        "중괄호({)로 연 항목이 닫히지 않았습니다.",
        f"항목이면 쉼표와 '}}'를 확인하고, 글이라면 {_QUOTE}",
    ),
    ("cannot start any token", "이 글자로는 값을 시작할 수 없습니다.", _QUOTE),
    ("node content", "값이 와야 하는 자리입니다.", f"괄호나 쉼표로 시작하는 글이라면 {_QUOTE}"),
    ("'-' indicator", "목록('- ') 사이에 다른 줄이 끼어 있습니다.", "목록의 '- '를 같은 칸에 맞추세요."),
    ("block sequence entries", "목록('- ')이 올 수 없는 자리입니다.", "'- '는 키 아랫줄에 적으세요."),
    ("unexpected ':'", "쌍점(:)이 올 수 없는 자리입니다.", f"쌍점 뒤를 한 칸 띄우고, 글이라면 {_QUOTE}"),
    ("mapping keys", "'?'로 값을 시작할 수 없습니다.", _QUOTE),
    ("directive name", "'%'로 값을 시작할 수 없습니다.", _QUOTE),
    ("whitespace or line break", "알 수 없는 태그(!)입니다.", f"느낌표(!)로 시작하는 글이라면 {_QUOTE}"),
    (
        "mapping values",
        "쌍점(:)이 올 수 없는 자리입니다.",
        f"들여쓰기를 윗줄과 맞추고, 값 안에 ': '이 있으면 {_QUOTE}",
    ),
    (
        "could not find expected ':'",
        "키 뒤에 쌍점(:)이 없습니다.",
        "'키: 값' 꼴로 적고, 여러 줄 글은 '키: |' 아래에 들여 적으세요.",
    ),
    (
        "expected key",
        "들여쓰기가 맞지 않거나 따옴표 뒤에 글자가 더 있습니다.",
        "같은 묶음의 키를 같은 칸에 맞추세요.",
    ),
    ("comment or line break", "'|'나 '>' 뒤에 글이 이어져 있습니다.", "글은 다음 줄에 들여 적으세요."),
    ("document start", "들여쓰기가 맞지 않습니다.", "맨 위 키는 모두 첫 칸에서 시작하세요."),
    ("incompatible YAML", "YAML 1.1과 1.2만 읽습니다.", "%YAML 줄을 지우세요."),
    ("alphabetic or numeric", "'&'나 '*' 뒤에 이름이 없습니다.", _QUOTE),
)


def syntax_findings(source: Source, error: yaml.MarkedYAMLError) -> list[Diagnostic]:
    """The findings for a text that libyaml refused: lines indented by tabs, else the likely cause."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    first = error.context_mark.line + 1 if error.context_mark else place.line - 1
    tabs = [number for number, line in enumerate(source.lines, 1) if "\t" in _indent(line)]
    if any(first <= number <= place.line for number in tabs):
        return [_tab(source, number) for number in tabs[:_MAX_TABS]]
    for number in range(max(1, place.line - 1, min(first, place.line)), place.line + 1):
        if found := _likely_cause(source, number, problem):
            return [found]
    other = (f"YAML 문법에 맞지 않습니다 ({problem}).", "들여쓰기, 쌍점 뒤의 빈칸, 따옴표의 짝을 확인하세요.")
    message, hint = next((tuple(known) for part, *known in _PROBLEMS if part in problem), other)
    if "end of stream" in problem and error.context_mark:
        place = Place(error.context_mark.line + 1, error.context_mark.column + 1)
    return [source.diagnostic(_inside(source, place), "case.yaml-syntax", message, hint=hint)]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _tab(source: Source, number: int) -> Diagnostic:
    place = Place(number, source.lines[number - 1].index("\t") + 1)
    return source.diagnostic(
        place, "case.tab-indent", "탭으로 들여 썼습니다.", hint="탭을 지우고 빈칸 두 개씩으로 들여 쓰세요."
    )


def _likely_cause(source: Source, number: int, problem: str) -> Diagnostic | None:
    """The usual slips of a line: no space after the colon, a sign or a colon in a value without quotes."""
    line = source.lines[number - 1] if number <= len(source.lines) else ""

    def finding(match: re.Match[str], group: int, message: str, hint: str) -> Diagnostic:
        place = Place(number, match.start(group) + 1)
        return source.diagnostic(place, "case.yaml-syntax", message, hint=hint)

    if match := _WIDE.match(line):
        hint = "자판을 영문 반각으로 바꾸어 쌍점(:)을 적고 한 칸 띄우세요."
        return finding(match, 1, "쌍점이 전각(：)입니다.", hint)
    if match := _NO_SPACE.match(line):
        hint = f"'{match[1]}: 값'처럼 쌍점 뒤를 한 칸 띄우세요."
        return finding(match, 1, "쌍점(:) 뒤에 빈칸이 없습니다.", hint)
    if "start any token" in problem and (match := _SIGN.match(line)):
        return finding(match, 1, f"값이 '{match[1]}'로 시작합니다. 따옴표 없이는 쓸 수 없습니다.", _QUOTE)
    if match := _COLON.match(line):
        return finding(match, 1, "값 안에 쌍점(: )이 있습니다. 따옴표 없이는 쓸 수 없습니다.", _QUOTE)
    if match := _AFTER_QUOTE.match(line):
        hint = "값 전체를 한 쌍의 따옴표로 감싸고, 안의 따옴표는 다른 따옴표로 적으세요."
        return finding(match, 1, "닫는 따옴표 뒤에 글자가 더 있습니다.", hint)
    return None


def _inside(source: Source, place: Place) -> Place:
    """The place, drawn back to the last line with text when the parser stopped at the end of the file."""
    line = min(place.line, len(source.lines))
    while line > 1 and not source.lines[line - 1].strip():
        line -= 1
    return place if line == place.line else Place(line, len(source.lines[line - 1].rstrip()) + 1)
