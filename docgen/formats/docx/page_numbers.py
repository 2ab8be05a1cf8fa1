"""Page references in a Word file, brought up to date: `with_page_numbers`.

A PAGEREF field (ECMA-376 Part 1, 17.16.5.45) holds the number that stood there when it was last
counted. Word counts anew only when asked, so a finished document must bring the right ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.formats.docx.names import qn
from docgen.formats.docx.read_parts import Parts
from docgen.formats.docx.read_values import Element
from docgen.formats.docx.write_xml import serialise
from docgen.formats.package import write_package

__all__ = ["with_page_numbers"]

_T, _SIMPLE, _CHAR, _CODE = (qn(f"w:{name}") for name in ("t", "fldSimple", "fldChar", "instrText"))


def with_page_numbers(docx: bytes, name: str = "") -> bytes:
    """The file with the number in each page reference that our PDF of it prints; the same bytes where it has
    none. Raises DataError when the bytes are no Word document, MachineError as `write_pdf` does.
    """
    parts = Parts(docx, name)
    references = list(_references(parts.main.root))
    if not references:
        return docx
    from docgen.formats.docx.read import read_docx
    from docgen.formats.pdf.write import printed_references

    _write(references, printed_references(read_docx(docx, name)[0]))
    return write_package({parts.main.name: serialise(parts.main.root)}, parts.package)


def _references(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """The bookmark that each page reference leads to, and the texts of its result."""
    if next(root.iter(_SIMPLE, _CODE), None) is None:
        return  # most files: their texts need not be looked through
    fields: list[tuple[list[str], list[Element], list[bool]]] = []
    for node in root.iter(_SIMPLE, _CHAR, _CODE, _T):
        kind = node.get(qn("w:fldCharType"))
        if node.tag == _SIMPLE:
            yield from _reference(node.get(qn("w:instr")) or "", list(node.iter(_T)))
        elif kind == "begin":
            fields.append(([], [], []))
        elif kind == "separate" and fields:
            fields[-1][2].append(True)
        elif kind == "end" and fields:
            code, result, _ = fields.pop()
            yield from _reference("".join(code), result)
        elif fields and node.tag == _CODE:
            fields[-1][0].append(node.text or "")
        elif fields and node.tag == _T and fields[-1][2]:
            fields[-1][1].append(node)


def _reference(code: str, result: list[Element]) -> Iterator[tuple[str, list[Element]]]:
    words = code.split()
    if len(words) > 1 and words[0].upper() == "PAGEREF" and result:
        yield words[1].strip('"'), result


def _write(references: list[tuple[str, list[Element]]], numbers: Mapping[str, str]) -> None:
    for target, (first, *others) in references:
        if target in numbers:
            first.text = numbers[target]
            for other in others:
                other.text = ""
