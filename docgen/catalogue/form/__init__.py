"""The vocabulary in which the forms that ship are described, and what builds their template.docx.

`templates/<group>/<id>/form.py` holds a `FORM`; `python -m docgen.catalogue.form` builds the templates.
"""

from __future__ import annotations

from docgen.catalogue.form.build import build_form as build_form
from docgen.catalogue.form.build import load_form as load_form
from docgen.catalogue.form.parts import Entry as Entry
from docgen.catalogue.form.parts import Form as Form
from docgen.catalogue.form.parts import Grid as Grid
from docgen.catalogue.form.parts import Heading as Heading
from docgen.catalogue.form.parts import Label as Label
from docgen.catalogue.form.parts import LongText as LongText
from docgen.catalogue.form.parts import Repeat as Repeat
from docgen.catalogue.form.parts import Row as Row
from docgen.catalogue.form.parts import Signature as Signature
from docgen.catalogue.form.parts import Title as Title
from docgen.catalogue.form.parts import checkboxes as checkboxes

__all__ = [
    "Entry",
    "Form",
    "Grid",
    "Heading",
    "Label",
    "LongText",
    "Repeat",
    "Row",
    "Signature",
    "Title",
    "build_form",
    "checkboxes",
    "load_form",
]
