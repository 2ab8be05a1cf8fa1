"""The tutorial does what it says: every command is run, every file written, every change made in Word."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.text.paragraph import Paragraph

from tests.conftest import Result

Run = Callable[..., Result]


class Step(NamedTuple):
    """A fenced block of the tutorial, or a paragraph of what to do in Word: its kind and its text."""

    kind: str
    text: str


def steps(text: str) -> Iterator[Step]:
    pattern = r"^```(\w+)\n(.*?)^```$|^> \*\*Word에서\*\* (.*?)(?=^[^>])"
    for kind, block, word in re.findall(pattern, text, re.MULTILINE | re.DOTALL):
        yield Step(kind, block) if kind else Step("Word", word.replace("\n> ", " "))


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a console block and the lines that it prints."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.splitlines()
        yield command, lines


def printed_as(lines: list[str], text: str) -> bool:
    """Whether the text is what the lines show: … stands for any text, alone in a line for any lines."""
    patterns = [re.escape(" ".join(line.split())).replace("…", ".*") + "\n" for line in lines]
    pattern = "".join("(?:.*\n)*" if each == ".*\n" else each for each in patterns)
    given = "".join(" ".join(line.split()) + "\n" for line in text.strip().splitlines())
    return re.fullmatch(pattern, given) is not None


class Tutorial:
    """The tutorial as somebody follows it, in the working directory."""

    def __init__(self, docgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self.docgen, self.monkeypatch = docgen, monkeypatch
        self.in_word = ""  # what was said last to do in Word, where its text comes in a block of its own

    def do(self, step: Step) -> None:
        match step.kind:
            case "console":
                for command, lines in commands(step.text):
                    self.run(command, lines)
            case "yaml":
                self.write(step.text)
            case "text":
                (file,) = re.findall("`(.*?)`", self.in_word)
                save_new(Path(file), step.text.splitlines())
            case "Word":
                self.in_word = step.text
                file, *texts = re.findall("`(.*?)`", step.text)
                if texts:
                    change(Path(file), *texts)

    def run(self, command: str, lines: list[str]) -> None:
        program, *arguments = shlex.split(command)
        if program == "export":
            self.monkeypatch.setenv(*arguments[0].split("="))
            return
        assert program == "docgen"
        result = self.docgen(*arguments)
        assert printed_as(lines, result.err + result.out), (command, result)

    def write(self, text: str) -> None:
        name = text.splitlines()[0].removeprefix("# ")
        if name.endswith("의 끝"):
            path = Path(name.removesuffix("의 끝"))
            path.write_text(path.read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")
        else:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")


def save_new(path: Path, lines: list[str]) -> None:
    """What Word saves of a new document with some lines."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def change(path: Path, *texts: str) -> None:
    """Replace the first text by the second in a Word file, or add the one text as its last paragraph."""
    document = docx.Document(str(path))
    if len(texts) == 1:
        document.add_paragraph(texts[0])
    else:
        old, new = texts
        (paragraph,) = [each for each in paragraphs(document) if each.text == old]
        paragraph.runs[0].text = new
        for run in paragraph.runs[1:]:
            run.text = ""
    document.save(str(path))


def paragraphs(document: docx.document.Document) -> list[Paragraph]:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    found = {each._p: each for part in (document, *cells) for each in part.paragraphs}
    return list(found.values())


def text_of(path: str) -> str:
    return "\n".join(each.text for each in paragraphs(docx.Document(path)))


@pytest.fixture(scope="module")
def tutorial(root: Path) -> str:
    return (root / "docs/tutorial.md").read_text(encoding="utf-8")


def it_works_as_it_is_written(
    docgen: Run, tutorial: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reader = Tutorial(docgen, monkeypatch)
    for step in steps(tutorial):
        reader.do(step)
    lines = text_of("지원/코디네이터 지원서_한가람.docx").splitlines()
    assert "한빛대학교 코디네이터 지원서" in lines
    assert "소속과 직위: 새별중학교 수석교사" in lines
    assert text_of("감사장/감사장_한가람.docx").splitlines() == [
        "감사장",
        "새별중학교 수석교사 한가람 님",
        "수석교사로 2년 동안 동료를 도운 뜻을 오래 기억하겠습니다.",
        "2026. 6. 10.",
        "기념품: 나무 책갈피 (2026. 7. 24. 우편)",
    ]


def no_block_of_it_is_left_out(tutorial: str) -> None:
    found = [step.kind for step in steps(tutorial)]
    assert len([kind for kind in found if kind != "Word"]) == tutorial.count("\n```") / 2
    assert found.count("Word") == tutorial.count("Word에서**")


class DescribePrintedAs:
    @pytest.mark.parametrize("text", ["a  long line\nb\n", "a x\nb\nc", "a x\nb\nc\nd"])
    def it_takes_anything_for_an_ellipsis(self, text: str) -> None:
        assert printed_as(["a …", "b", "…"], text)

    @pytest.mark.parametrize("text", ["a\nb", "a long\nc", "x a long\nb", "a long\nx\nb"])
    def but_nothing_else(self, text: str) -> None:
        assert not printed_as(["a …", "b", "…"], text)
