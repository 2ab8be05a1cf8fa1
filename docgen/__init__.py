"""docgen: case data, written once, becomes checked DOCX and PDF documents.

The public API is what `__all__` names; everything else may change.

>>> from docgen import Catalogue, load_case
>>> template = Catalogue()["coordinator-application"]
>>> case = load_case("case.yaml")
>>> for diagnostic in template.check(case): print(diagnostic)
>>> pdf = template.render(case, "pdf")

`Catalogue` finds a `Template`; `load_case` and `parse_case` give a `Case`; `WordTemplate` is any Word
file with docxtpl-style tags, without a catalogue, to which `RichText`, `InlineImage`, `Subdoc` and the
like may be handed, and whose cost `Limits` bounds. What goes wrong is a `DocgenError` that carries
`Diagnostic`s. Names load on first use, so that a command which needs little starts fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.case.load import load_case as load_case
    from docgen.case.load import parse_case as parse_case
    from docgen.case.model import Case as Case
    from docgen.catalogue.catalogue import Catalogue as Catalogue
    from docgen.catalogue.template import Template as Template
    from docgen.errors import DataError as DataError
    from docgen.errors import Diagnostic as Diagnostic
    from docgen.errors import DocgenError as DocgenError
    from docgen.errors import MachineError as MachineError
    from docgen.errors import Severity as Severity
    from docgen.errors import TemplateError as TemplateError
    from docgen.errors import UsageError as UsageError
    from docgen.merge.limits import Limits as Limits
    from docgen.merge.objects import InlineImage as InlineImage
    from docgen.merge.objects import Listing as Listing
    from docgen.merge.objects import RichText as RichText
    from docgen.merge.objects import RichTextParagraph as RichTextParagraph
    from docgen.merge.objects import Subdoc as Subdoc
    from docgen.merge.word import WordTemplate as WordTemplate

__all__ = [
    "Case",
    "Catalogue",
    "DataError",
    "Diagnostic",
    "DocgenError",
    "InlineImage",
    "Limits",
    "Listing",
    "MachineError",
    "RichText",
    "RichTextParagraph",
    "Severity",
    "Subdoc",
    "Template",
    "TemplateError",
    "UsageError",
    "WordTemplate",
    "load_case",
    "parse_case",
]

_HOMES = {
    "Case": "docgen.case.model",
    "Catalogue": "docgen.catalogue.catalogue",
    "InlineImage": "docgen.merge.objects",
    "Limits": "docgen.merge.limits",
    "Listing": "docgen.merge.objects",
    "RichText": "docgen.merge.objects",
    "RichTextParagraph": "docgen.merge.objects",
    "Subdoc": "docgen.merge.objects",
    "Template": "docgen.catalogue.template",
    "WordTemplate": "docgen.merge.word",
    "load_case": "docgen.case.load",
    "parse_case": "docgen.case.load",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'docgen' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "docgen.errors")), name)
