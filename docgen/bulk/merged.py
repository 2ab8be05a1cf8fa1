"""All PDFs of a run as one, for printing: with an outline by folder, each document on a new sheet if wanted.

Objects are copied one by one (ISO 32000-2, 7.3 and 7.5) to the end of the new file and numbered on; what many
files hold alike, a seal or a font, is written once. So memory does not hold pages, as it would with pypdf's
own writer: what grows are eight bytes an object and some for every page. Links and signatures stay behind.
"""

from __future__ import annotations

import hashlib
import io
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from docgen.bulk.journal import Journal
from docgen.bulk.store import Store, whole

__all__ = ["merge_pdfs"]

_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_LEFT: Final = ("/Parent", "/StructParents", "/Annots", "/Tabs")  # of a page: what leads out of it
_FAN: Final = 100  # pages under one node of the page tree
_ALIKE: Final = 50_000  # objects that are remembered, to be written once


def merge_pdfs(journal: Journal, store: Store, path: Path, duplex: bool) -> None:
    """Write all PDFs of a run to one file, folder by folder; with `duplex` each begins on a front page."""
    with whole(path) as file:
        merged = _Merged(file)
        for document in journal.documents(by_folder=True):
            with store.open(f"{document.name}.pdf") as source:
                merged.add(PdfReader(io.BytesIO(source.read())), duplex)
        merged.finish(document.name for document in journal.documents(by_folder=True))


class _Group(NamedTuple):
    """A folder of the outline: its entry, the first and the last below it, how many, its first document."""

    number: int
    title: str
    first: int
    last: int
    documents: int
    document: int


class _Merged:
    """A PDF file that is written from its start to its end."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.position = file, 0
        self._raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self.offsets = array("Q", [0])  # where object n is, at index n
        self.pages = array("Q")  # the objects of the pages
        self.nodes = array("Q")  # the nodes of the page tree over them
        self.starts = array("Q")  # the first page of every document, an index into `pages`
        self.alike: dict[bytes, int] = {}

    def add(self, reader: PdfReader, duplex: bool) -> None:
        """Copy the pages of a document."""
        self.starts.append(len(self.pages))
        copy = _Copy(self, reader)
        for page in reader.pages:
            self._page(copy.page(page))
        if duplex and len(reader.pages) % 2:
            box = reader.pages[-1].mediabox
            self._page({"/MediaBox": ArrayObject(box), "/Resources": DictionaryObject()})

    def finish(self, names: Iterable[str]) -> None:
        """Write the page tree, the outline, the catalogue and the table of objects."""
        entries = {"/Type": NameObject("/Catalog"), "/Pages": _reference(self._tree())}
        entries |= {"/Outlines": _reference(self._outline(names)), "/PageMode": NameObject("/UseOutlines")}
        root = self.put(_dictionary(entries))
        start = self.position
        self._raw(b"xref\n0 %d\n0000000000 65535 f \n" % len(self.offsets))
        for offset in self.offsets[1:]:
            self._raw(b"%010d 00000 n \n" % offset)
        self._raw(b"trailer\n<< /Size %d /Root %d 0 R >>\n" % (len(self.offsets), root))
        self._raw(b"startxref\n%d\n%%%%EOF\n" % start)

    def put(self, value: PdfObject, number: int | None = None) -> int:
        """Write an object, under a number that was kept for it or the next; its number."""
        number = self.keep() if number is None else number
        body = io.BytesIO()
        value.write_to_stream(body)
        self.offsets[number] = self.position
        self._raw(b"%d 0 obj\n%b\nendobj\n" % (number, body.getvalue()))
        return number

    def put_once(self, value: PdfObject) -> int:
        """Write an object unless one of the same bytes is there already; its number."""
        body = io.BytesIO()
        value.write_to_stream(body)
        digest = hashlib.sha256(body.getbuffer()).digest()
        if digest not in self.alike:
            if len(self.alike) >= _ALIKE:
                del self.alike[next(iter(self.alike))]
            self.alike[digest] = self.put(value)
        return self.alike[digest]

    def keep(self) -> int:
        """The next number, for an object that is written later."""
        self.offsets.append(0)
        return len(self.offsets) - 1

    def _page(self, entries: dict[str, PdfObject]) -> None:
        if len(self.pages) % _FAN == 0:
            self.nodes.append(self.keep())
        own = {"/Type": NameObject("/Page"), "/Parent": _reference(self.nodes[-1])}
        self.pages.append(self.put(_dictionary(entries | own)))

    def _tree(self) -> int:
        """Write the page tree, a root over nodes over pages."""
        root = self.keep()
        for n, node in enumerate(self.nodes):
            kids = self.pages[n * _FAN : (n + 1) * _FAN]
            self.put(_node(kids, len(kids), {"/Parent": _reference(root)}), node)
        return self.put(_node(self.nodes, len(self.pages), {}), root)

    def _outline(self, names: Iterable[str]) -> int:
        """Write the outline: the folders, and in each its documents; only these where there is no folder."""
        root = self.keep()
        groups: list[_Group] = []
        numbered = enumerate(names)
        for folder, held in groupby(numbered, lambda entry: entry[1].rpartition("/")[0]):
            number = self.keep() if folder else root
            groups.append(self._leaves(held, number, folder))
        if groups[0].number == root:
            return self.put(_level(groups[0].first, groups[0].last, groups[0].documents), root)
        for place, group in enumerate(groups):
            page = self._first_page(group.document)
            entries = {"/Title": TextStringObject(group.title), "/Parent": _reference(root), "/Dest": page}
            level = _level(group.first, group.last, -group.documents)
            self.put(_dictionary(level | entries | _beside(groups, place)), group.number)
        return self.put(_level(groups[0].number, groups[-1].number, len(groups)), root)

    def _first_page(self, document: int) -> ArrayObject:
        """Where an entry of the outline leads."""
        return ArrayObject([_reference(self.pages[self.starts[document]]), NameObject("/Fit")])

    def _leaves(self, held: Iterator[tuple[int, str]], parent: int, title: str) -> _Group:
        """Write the entries of the documents of a folder."""
        first = number = self.keep()
        document = -1
        before, count = 0, 0
        entry = next(held, None)
        while entry is not None:
            place, name = entry
            document = place if document < 0 else document
            entry = next(held, None)
            after = 0 if entry is None else self.keep()
            links = {"/Prev": before, "/Next": after, "/Parent": parent}
            title_of = TextStringObject(name.rpartition("/")[2])
            leaf = {"/Title": title_of, "/Dest": self._first_page(place)}
            self.put(_dictionary(leaf | {key: _reference(to) for key, to in links.items() if to}), number)
            before, number, count = number, after, count + 1
        return _Group(parent, title, first, before, count, document)

    def _raw(self, data: bytes) -> None:
        self.file.write(data)
        self.position += len(data)


class _Copy:
    """The objects of one document as they are copied."""

    def __init__(self, merged: _Merged, reader: PdfReader) -> None:
        self.merged, self.reader = merged, reader
        self.numbers: dict[int, int] = {}  # of the objects that are copied
        self.begun: set[int] = set()  # those that are being copied

    def page(self, page: Any) -> dict[str, PdfObject]:
        """The entries of a page, with what it inherits from the nodes above it."""
        found = {key: dict.__getitem__(page, key) for key in page if key not in _LEFT}
        for key in _INHERITED:
            above = page
            while key not in found and (above := above.get("/Parent")) is not None:
                found |= {key: above.raw_get(key)} if key in above else {}
        return {key: self.value(held) for key, held in found.items()}

    def value(self, value: Any) -> Any:
        """A value whose references are those of the new file."""
        if isinstance(value, IndirectObject):
            return self._referred(value)
        if isinstance(value, DictionaryObject):
            made = StreamObject() if isinstance(value, StreamObject) else DictionaryObject()
            made.update({key: self.value(dict.__getitem__(value, key)) for key in value})
            if isinstance(value, StreamObject) and isinstance(made, StreamObject):
                made._data = value._data  # still packed; pypdf has no other way to it
            return made
        if isinstance(value, ArrayObject):
            return ArrayObject(self.value(held) for held in list.__iter__(value))
        return value

    def _referred(self, reference: IndirectObject) -> PdfObject:
        id_ = reference.idnum
        if id_ not in self.numbers and id_ in self.begun:  # it refers to itself
            self.numbers[id_] = self.merged.keep()
        elif id_ not in self.numbers:
            self.begun.add(id_)
            copied = self.value(self.reader.get_object(reference))
            if id_ in self.numbers:
                self.merged.put(copied, self.numbers[id_])
            else:
                self.numbers[id_] = self.merged.put_once(copied)
        return _reference(self.numbers[id_])


def _reference(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _dictionary(entries: Mapping[Any, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _node(kids: Iterable[int], count: int, more: dict[str, PdfObject]) -> DictionaryObject:
    listed = ArrayObject(_reference(kid) for kid in kids)
    own = {"/Type": NameObject("/Pages"), "/Kids": listed, "/Count": NumberObject(count)}
    return _dictionary(own | more)


def _level(first: int, last: int, count: int) -> DictionaryObject:
    """The links of an outline entry to those below it; a negative count is of entries folded away."""
    ends = {"/First": _reference(first), "/Last": _reference(last)}
    return _dictionary(ends | {"/Count": NumberObject(count)})


def _beside(groups: list[_Group], place: int) -> dict[str, PdfObject]:
    """The links of a folder's entry to those before and after it."""
    found: dict[str, PdfObject] = {}
    if place:
        found["/Prev"] = _reference(groups[place - 1].number)
    if place + 1 < len(groups):
        found["/Next"] = _reference(groups[place + 1].number)
    return found
