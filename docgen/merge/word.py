"""A Word file with tags: compiled once, immutable, rendered many times.

Compiling keeps the parts that hold tags as Jinja templates and every other member of the package as it
lies in the zip, still packed. A render runs the templates, packs what they give and lays all down: it
touches nothing of the template, so that threads may share it and A, B, A gives A's bytes twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from docgen.errors import Diagnostic, Severity, TemplateError
from docgen.formats.docx.names import qn
from docgen.formats.package import Package, Packed, join, pack
from docgen.merge.faults import faults_of, runtime_fault
from docgen.merge.fields import Shape, read_fields
from docgen.merge.parts import Part, compile_part
from docgen.merge.values import Note, notes

__all__ = ["WordTemplate", "tagged_parts"]

MAX_OUTPUT: Final = 200 * 2**20  # characters that one part may come to

_MAIN: Final = "word/document.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS: Final = tuple(
    f"{_TYPE}{kind}+xml"
    for kind in ("document.main", "header", "footer", "footnotes", "endnotes", "comments")
)
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class WordTemplate:
    """A docxtpl-style Word file, compiled.

    `source` is the path of a .docx file or its bytes; `name` is what messages call it (default: the
    path). Raises DataError when the file is no DOCX, TemplateError with every fault of its tags.
    `warnings` holds what was noticed and bars nothing.
    """

    def __init__(self, source: str | Path | bytes, name: str | None = None) -> None:
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        self.name = name or ("" if isinstance(source, bytes) else str(source))
        package = Package(data, self.name)
        parts, findings = self._compile(package)
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise TemplateError(*findings)
        self.warnings: tuple[Diagnostic, ...] = tuple(findings)
        self.parts = parts
        changing = {part.name for part in parts}
        self._unchanged: Mapping[str, Packed] = {
            name: package.packed(name) for name in package.names if name not in changing
        }

    def _compile(self, package: Package) -> tuple[list[Part], list[Diagnostic]]:
        parts, findings = [], []
        for name in tagged_parts(package):
            root = package.xml(name)
            if name == _MAIN and root.tag != qn("w:document"):
                raise TemplateError(_foreign(self.name))
            part, found = compile_part(root, name)
            parts += [part] if part else []
            findings += found
        return parts, [_in_file(finding, self.name) for finding in findings]

    def render(self, data: Mapping[str, Any]) -> bytes:
        """The finished DOCX for the data, a mapping of names to plain values.

        Raises TemplateError with every fault that the run meets: names that do not exist, characters
        that XML forbids, an expression that fails. Same data, same bytes.
        """
        faults: list[Diagnostic] = []
        packed = dict(self._unchanged)
        for part in self.parts:
            text = self._run(part, data, faults)
            packed[part.name] = pack(_DECLARATION + text.encode("utf-8", "replace"))
        if faults:
            raise TemplateError(*(_in_file(fault, self.name) for fault in dict.fromkeys(faults)))
        return join(packed)

    def fields(self) -> Shape:
        """The values that the template reads, as one object: see `docgen.merge.fields`."""
        return read_fields(self.parts)

    def _run(self, part: Part, data: Mapping[str, Any], faults: list[Diagnostic]) -> str:
        taken: list[Note] = []
        token = notes.set(taken)
        text = ""
        try:
            text = part.template.render(data)
        except Exception as error:  # a template may make any exception: each is a finding with its place
            faults.append(runtime_fault(error, part))
        finally:
            notes.reset(token)
        if len(text) > MAX_OUTPUT:
            faults.append(Diagnostic("template.too-long", "문서가 지나치게 깁니다.", place=part.name))
        faults.extend(faults_of(taken, part, data))
        return text


def tagged_parts(package: Package) -> Iterator[str]:
    """The parts that may hold tags, by their content type (ECMA-376 Part 2, 10.1.2), the body first."""
    package.read(_MAIN)  # a package without it is no Word file: DataError
    yield _MAIN
    for override in package.xml("[Content_Types].xml").iter(qn("ct:Override")):
        name = override.get("PartName", "").lstrip("/")
        if override.get("ContentType") in _PARTS and name != _MAIN and name in package:
            yield name


def _foreign(name: str) -> Diagnostic:
    return Diagnostic(
        "template.strict-open-xml",
        "Word 문서의 형식이 다릅니다 (엄격한 Open XML이거나 다른 문서).",
        file=name or None,
        hint="Word에서 '다른 이름으로 저장'을 골라 'Word 문서(*.docx)'로 다시 저장하세요.",
    )


def _in_file(finding: Diagnostic, name: str) -> Diagnostic:
    return replace(finding, file=name or None)
