"""A Word file with tags: compiled once, immutable, rendered many times.

Compiling keeps the parts that hold tags as Jinja templates and every other member of the package as it
lies in the zip, still packed. A render runs the templates, packs what they give and lays all down: it
touches nothing of the template, so that threads may share it and A, B, A gives A's bytes twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, Final

from docgen.errors import DataError, Diagnostic, Severity, TemplateError
from docgen.formats.docx.names import qn
from docgen.formats.files import read_file
from docgen.formats.package import Package, Packed, join, pack
from docgen.merge.absent import absent, sound
from docgen.merge.faults import faults_of, runtime_fault
from docgen.merge.fields import Shape, read_fields
from docgen.merge.limits import Limits
from docgen.merge.members import Members
from docgen.merge.objects import Source, Subdoc, read_source
from docgen.merge.parts import Part, compile_part, merge_environment
from docgen.merge.places import part_label
from docgen.merge.replacement import Replacements
from docgen.merge.run import Run, current
from docgen.merge.settle import settle

__all__ = ["WordTemplate", "missing_names", "tagged_parts"]

Named = tuple[tuple[str, Any], ...]  # functions by name, in a shape that can be a key

_MAIN: Final = "word/document.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KEPT: Final = 16  # templates whose compiled parts are kept
_PARTS: Final = (
    *(
        f"{_TYPE}{kind}+xml"
        for kind in ("document.main", "header", "footer", "footnotes", "endnotes", "comments")
    ),
    "application/vnd.openxmlformats-package.core-properties+xml",
)
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class WordTemplate:
    """A docxtpl-style Word file, compiled.

    `source` is the path of a .docx file, its bytes or an open file; `name` is what messages call it
    (default: the path). `filters`, `tests` and `globals` are functions of the caller's own that tags may
    use, `limits` what one render may cost. Raises UsageError when there is
    no such file, DataError when it is no DOCX, TemplateError with
    every fault of its tags. `warnings` holds what was noticed and bars nothing.

    A template may be pickled when its functions may; the same file is compiled once in a process.
    """

    def __init__(
        self,
        source: Source | BinaryIO,
        name: str | None = None,
        *,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        tests: Mapping[str, Callable[..., Any]] | None = None,
        globals: Mapping[str, Any] | None = None,  # Jinja's word, and docxtpl's users'
        limits: Limits | None = None,
    ) -> None:
        named = isinstance(source, str | Path)
        data = read_file(Path(source)) if isinstance(source, str | Path) else read_source(source)
        self.name = name or (str(source) if named else "")
        self._limits = limits or Limits()
        self._own = tuple(tuple(sorted((each or {}).items())) for each in (filters, tests, globals))
        self._data = data
        compiled = self._compile(data)
        findings = [_in_file(finding, self.name) for finding in compiled.findings]
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise TemplateError(*findings)
        self.warnings: tuple[Diagnostic, ...] = tuple(findings)
        self.parts = compiled.parts
        self._compiled = compiled

    def _compile(self, data: bytes) -> _Compiled:
        try:
            hash(self._own)
        except TypeError:  # a value that cannot be a key, such as a list: compiled each time
            compiling = _compile.__wrapped__
        else:
            compiling = _compile
        try:
            return compiling(data, *self._own)
        except (DataError, TemplateError) as error:
            raise type(error)(*(_in_file(each, self.name) for each in error.diagnostics)) from error

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._data, self.name, *self._own, self._limits)

    def render(
        self,
        data: Mapping[str, Any],
        *,
        folder: str | Path | None = None,
        replace_pic: Mapping[str, Source] | None = None,
        replace_media: Mapping[Source, Source] | None = None,
        replace_embedded: Mapping[Source, Source] | None = None,
        replace_zipname: Mapping[str, Source] | None = None,
        findings: list[Diagnostic] | None = None,
    ) -> bytes:
        """The finished DOCX for the data, a mapping of names to plain values or objects (RichText …).

        `folder` is where the pictures lie that plain data names (`image`, `seal`), and none is read
        outside it. The replacements are docxtpl's, old to new: pictures by their name, title or
        description; media and embedded files by the old file; any file by its name in the package.
        Warnings are put into `findings`. Raises TemplateError with every fault that the run meets: names
        that do not exist, characters that XML forbids, an expression that fails, a limit.
        Same data, same bytes.
        """
        swap = Replacements(
            replace_pic or {}, replace_media or {}, replace_embedded or {}, replace_zipname or {}
        )
        run = Run(Members(self._compiled.package), self._limits, None if folder is None else Path(folder))
        faults: list[Diagnostic] = []
        packed = dict(self._compiled.unchanged)
        token = current.set(run)
        try:
            for part in self.parts:
                text = _render(part, data, run, faults)
                packed[part.name] = pack(_DECLARATION + text.encode("utf-8", "replace"))
            faults += swap.apply(packed, self._compiled.package)
        finally:
            current.reset(token)
        self._report(faults, run, findings)
        packed.update((name, pack(changed)) for name, changed in run.members.changed().items())
        return join(packed)

    def _report(self, faults: list[Diagnostic], run: Run, findings: list[Diagnostic] | None) -> None:
        found = [_in_file(fault, self.name) for fault in dict.fromkeys(faults)]
        if any(fault.severity is Severity.ERROR for fault in found):
            raise TemplateError(*found)
        lost = [Diagnostic("value.lost", text, Severity.WARNING) for text in run.warnings]
        if findings is not None:
            findings += [*found, *(_in_file(each, self.name) for each in lost)]

    def fields(self) -> Shape:
        """The values that the template reads, as one object: see `docgen.merge.fields`."""
        return read_fields(self.parts)

    def new_subdoc(self, source: Source) -> Subdoc:
        """A document to put into this one; docxtpl's name for `Subdoc(source)`."""
        return Subdoc(source)

    def build_url_id(self, url: str) -> str:
        """What `RichText(url_id=…)` takes for an address; docxtpl's name for the address itself."""
        return url.replace("&", "&amp;") if "&amp;" not in url else url


@dataclass(frozen=True)
class _Compiled:
    """What is the same for every template of the same file and functions."""

    package: Package
    parts: list[Part]
    findings: list[Diagnostic]
    unchanged: Mapping[str, Packed]


@lru_cache(maxsize=_KEPT)
def _compile(data: bytes, filters: Named, tests: Named, names: Named) -> _Compiled:
    package = Package(data)
    env = merge_environment(filters, tests, names)
    parts, findings = list[Part](), list[Diagnostic]()
    for name in tagged_parts(package):
        root = package.xml(name)
        if name == _MAIN and root.tag != qn("w:document"):
            raise TemplateError(_foreign())
        part, found = compile_part(root, name, env)
        parts += [part] if part else []
        findings += found
    changing = {part.name for part in parts}
    unchanged = {name: package.packed(name) for name in package.names if name not in changing}
    return _Compiled(package, parts, findings, unchanged)


def _restored(
    data: bytes, name: str, filters: Named, tests: Named, names: Named, limits: Limits
) -> WordTemplate:
    return WordTemplate(
        data, name, filters=dict(filters), tests=dict(tests), globals=dict(names), limits=limits
    )


def _render(part: Part, data: Mapping[str, Any], run: Run, faults: list[Diagnostic]) -> str:
    """The XML of a part for the data; what goes wrong joins the faults."""
    run.begin(part.name, part.namespaces)
    text = ""
    try:
        text = part.template.render(data)
        if part.settles or run.placed:
            text = settle(text, run)
    except DataError:  # the tags tear the XML apart in a way that their places do not show
        hint = "매크로와 set 블록을 부르는 태그가 만든 태그와 같은 방식({{p, {{r, {{tr)인지 확인하세요."
        message = "태그를 채우니 문서의 짜임이 어긋납니다."
        faults.append(Diagnostic("template.broken", message, place=part_label(part.name), hint=hint))
    except Exception as error:  # a template may make any exception: each is a finding with its place
        faults.extend(faults_of(run.notes, part, data))
        faults.append(runtime_fault(error, part))
        faults.extend(absent([part], {**part.template.globals, **data}))
        return ""
    faults.extend(faults_of(run.notes, part, data))
    return text


def missing_names(source: bytes, name: str, data: Mapping[str, Any]) -> list[Diagnostic]:
    """The names that the data lack, of a file whose tags do not compile: so that one run tells both."""
    env = merge_environment((), (), ())
    package = Package(source, name)
    readable = sound(package, tagged_parts(package), env)
    return [_in_file(found, name) for found in absent(readable, {**env.globals, **data})]


def tagged_parts(package: Package) -> Iterator[str]:
    """The parts that may hold tags, by their content type (ECMA-376 Part 2, 10.1.2), the body first."""
    package.read(_MAIN)  # a package without it is no Word file: DataError
    yield _MAIN
    for override in package.xml("[Content_Types].xml").iter(qn("ct:Override")):
        name = override.get("PartName", "").lstrip("/")
        if override.get("ContentType") in _PARTS and name != _MAIN and name in package:
            yield name


def _foreign() -> Diagnostic:
    return Diagnostic(
        "template.strict-open-xml",
        "Word 문서의 형식이 다릅니다 (엄격한 Open XML이거나 다른 문서).",
        hint="Word에서 '다른 이름으로 저장'을 골라 'Word 문서(*.docx)'로 다시 저장하세요.",
    )


def _in_file(finding: Diagnostic, name: str) -> Diagnostic:
    return replace(finding, file=name or None)
