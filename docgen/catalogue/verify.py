"""Whether every value reaches the paper: a template rendered with values that cannot be mistaken.

Each field of the sections that a template reads gets a value of its own (a word, a number, a day found
nowhere else), and every output format is read back for it. A choice has no value of its own and is left out,
a picture no text.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple

from lxml import etree, html

from docgen.case import parse_case
from docgen.case.choices import choice, is_choice, words
from docgen.case.complete import blank_entry, complete
from docgen.case.guideline import editions, tables
from docgen.case.references import GUIDELINE
from docgen.case.schemas import HEAD, Schema, Sources, entries_of, is_map, load_schemas
from docgen.catalogue.template import Template, Work
from docgen.formats.docx.names import qn
from docgen.formats.package import Package
from docgen.korean.dates import moment
from docgen.rules.derive import derive_case

__all__ = ["Absence", "verify"]

_NUMBERS: Final = (1, 2)  # of the items that a list gets
_FIRST_DAY: Final = date(1901, 1, 1)


class Absence(NamedTuple):
    """A value that did not reach a format; `everywhere` when none has it: the template does not print it."""

    path: str
    value: str
    formats: tuple[str, ...]
    everywhere: bool


@dataclass
class _Sentinels:
    """Makes values found nowhere else, and remembers how each is printed."""

    sources: Sources
    printed: dict[str, str] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def of(self, schema: Schema, path: str) -> Any:
        """A value for a schema: an object, a list of two, or a value of its own."""
        if "ref" in schema:
            return self._referenced(schema, path)
        if "id_of" in schema:
            return f"{schema['id_of']}-1"
        if "picture" in schema:  # drawn, not read
            return None
        if "default" in schema:  # what runs and classes are told apart by
            return schema["default"]
        if is_map(schema):
            return [{"id": f"{path}-{n}", **self._keys(entries_of(schema), f"{path}[{n}]")} for n in _NUMBERS]
        match schema.get("type"):
            case "object":
                return self._keys(schema, path)
            case "array":
                return [self._item(schema["items"], path, n) for n in _NUMBERS]
            case "boolean":
                return True
        if is_choice(schema):
            return choice(schema, next(iter(words(schema))))
        return self._own(schema, path)

    def _keys(self, schema: Schema, path: str) -> dict[str, Any]:
        return {key: self.of(sub, f"{path}.{key}") for key, sub in schema["properties"].items()}

    def _item(self, schema: Schema, path: str, number: int) -> Any:
        """An item of a list; its `id` is what others name it by, and need not be printed."""
        item = self.of(schema, f"{path}[{number - 1}]")
        if isinstance(item, dict) and "id" in schema.get("properties", {}):
            self.printed.pop(f"{path}[{number - 1}].id", None)
            item["id"] = f"{path}-{number}"
        return item

    def _referenced(self, schema: Schema, path: str) -> Any:
        """What a reference stands for: of the guideline, a person written there, of a section."""
        wanted = schema["ref"]
        if wanted.startswith(GUIDELINE):
            return next(iter(tables(editions()[-1])[wanted.removeprefix(GUIDELINE)].values()))
        if "properties" in schema:
            return blank_entry(wanted, self.sources) | self._keys(schema, path)
        if wanted not in self.things:
            inner = entries_of(load_schemas(self.sources)[wanted])
            self.things[wanted] = {"id": f"{wanted}-1", **self._keys(inner, wanted)}
        return self.things[wanted]

    def _own(self, schema: Schema, path: str) -> Any:
        number = len(self.printed) + 1
        day = _FIRST_DAY + timedelta(days=number * 400)  # each in a year of its own
        printed = f"{day.year}. {day.month}. {day.day}."
        values: dict[str, tuple[Any, str]] = {
            "date": (day, printed),
            "date-time": (datetime.combine(day, time(9, 30)), printed),
            "time": (time(number % 24, number // 24 % 60), f"{number % 24:02}:{number // 24 % 60:02}"),
        }
        numeric = (70_000 + number, str(70_000 + number))
        default = numeric if schema.get("type") in ("integer", "number") else (f"표지{number:04}값",) * 2
        value, self.printed[path] = values.get(schema.get("format", ""), default)
        return value


def verify(template: Template, formats: tuple[str, ...]) -> list[Absence]:
    """The values that did not reach every format, in the order of the schema; empty when all did."""
    sentinels = _Sentinels(template.schemas)
    schemas = load_schemas(template.schemas)
    sections = dict.fromkeys((HEAD, *template.description.reads))
    empty = complete(parse_case(b"case: {}", template.id), schemas, template.schemas)
    everything = empty | {name: sentinels.of(schemas[name], name) for name in sections}
    derive_case(everything, editions()[-1])
    data = template.read(everything)
    if template.description.progress:
        data |= template.progress(template.sample(), None)
    work = Work(template.id, template.bound(data, _item(template, data)))
    missing = {output: _missing(template, work, output, sentinels.printed) for output in formats}
    wanted = _wanted(template, work, sentinels.printed) if "xlsx" in formats else set()
    found = []
    for path, value in _once(template, sentinels.printed):
        asked = [output for output in formats if output != "xlsx" or path in wanted]
        if absent := tuple(output for output in asked if path in missing[output]):
            found.append(Absence(path, value, absent, len(absent) == len(asked)))
    return found


def _wanted(template: Template, work: Work, printed: Mapping[str, str]) -> set[str]:
    """The values that the rows of its workbook hold: a list does not hold all that the document does."""
    rows = [row for sheet in template.sheets(work) for row in sheet.rows]
    text = _bare("".join(_as_printed(value) for row in rows for value in row))
    return {path for path, value in printed.items() if _found(_bare(value), text)}


def _item(template: Template, data: Mapping[str, Any]) -> Any:
    """What the document is made of; the sample's where made-up values give no document an item (nobody
    with made-up attendance completes a course)."""
    items = template.items(data)
    return (
        items[0] if items else template.works(template.sample())[0][0].data[template.description.bind or ""]
    )


def _once(template: Template, printed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The values that one document can show: of a list with a document an item, the first item's; no head."""
    each = template.description.each
    listed = [path for path in printed if each is not None and path.startswith(f"{each}[")]
    first = listed[0].split("]")[0] + "]" if listed else ""  # maps count from 1
    for path, value in printed.items():
        other_item = each is not None and path.startswith(f"{each}[") and not path.startswith(first)
        if not other_item and not path.startswith(f"{HEAD}."):
            yield path, value


def _missing(template: Template, work: Work, output: str, printed: Mapping[str, str]) -> set[str]:
    made, _ = template.produce(work, output)
    text = _bare(_READERS[output](made))
    return {path for path, value in printed.items() if not _found(_bare(value), text)}


def _found(value: str, text: str) -> bool:
    grouped = f"{int(value):,}" if value.isdigit() else value
    return value in text or grouped in text


def _bare(text: str) -> str:
    """Text without white space: lines break elsewhere in each format."""
    return "".join(text.split())


def _docx_text(data: bytes) -> str:
    package = Package(data)
    parts = [name for name in package.names if name.startswith("word/") and name.endswith(".xml")]
    return "".join(text.text or "" for name in parts for text in package.xml(name).iter(qn("w:t")))


def _pdf_text(data: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _html_text(data: bytes) -> str:
    root: etree._Element = html.fromstring(data.decode())
    return "".join(str(text) for text in root.itertext())


def _xlsx_text(data: bytes) -> str:
    from openpyxl import load_workbook

    pages = load_workbook(io.BytesIO(data)).worksheets
    return "".join(_as_printed(value) for page in pages for row in page.values for value in row)


def _as_printed(value: Any) -> str:
    return moment(value) if isinstance(value, date) else str(value)


_READERS: Final[Mapping[str, Callable[[bytes], str]]] = {
    "docx": _docx_text,
    "pdf": _pdf_text,
    "html": _html_text,
    "xlsx": _xlsx_text,
}
