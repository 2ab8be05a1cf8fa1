"""The vocabulary in which the forms that ship are described, and what builds their template.docx.

`templates/<group>/<id>/form.py` holds a `FORM`; `python -m docgen.catalogue.form` builds the templates.
"""

from __future__ import annotations

from docgen.catalogue.form.blocks import Column as Column
from docgen.catalogue.form.blocks import author_block as author_block
from docgen.catalogue.form.blocks import each as each
from docgen.catalogue.form.blocks import fields as fields
from docgen.catalogue.form.blocks import letter as letter
from docgen.catalogue.form.blocks import photos as photos
from docgen.catalogue.form.blocks import report as report
from docgen.catalogue.form.blocks import school_block as school_block
from docgen.catalogue.form.blocks import sheet as sheet
from docgen.catalogue.form.blocks import table_of as table_of
from docgen.catalogue.form.blocks import when as when
from docgen.catalogue.form.build import build_form as build_form
from docgen.catalogue.form.build import load_form as load_form
from docgen.catalogue.form.parts import Approval as Approval
from docgen.catalogue.form.parts import Beside as Beside
from docgen.catalogue.form.parts import Certificate as Certificate
from docgen.catalogue.form.parts import Chapter as Chapter
from docgen.catalogue.form.parts import Chart as Chart
from docgen.catalogue.form.parts import Contents as Contents
from docgen.catalogue.form.parts import Cover as Cover
from docgen.catalogue.form.parts import Entry as Entry
from docgen.catalogue.form.parts import Form as Form
from docgen.catalogue.form.parts import Grid as Grid
from docgen.catalogue.form.parts import Heading as Heading
from docgen.catalogue.form.parts import Label as Label
from docgen.catalogue.form.parts import LongText as LongText
from docgen.catalogue.form.parts import Outline as Outline
from docgen.catalogue.form.parts import Repeat as Repeat
from docgen.catalogue.form.parts import Row as Row
from docgen.catalogue.form.parts import Rule as Rule
from docgen.catalogue.form.parts import Sender as Sender
from docgen.catalogue.form.parts import Series as Series
from docgen.catalogue.form.parts import Signature as Signature
from docgen.catalogue.form.parts import Title as Title
from docgen.catalogue.form.parts import Together as Together
from docgen.catalogue.form.parts import Unit as Unit
from docgen.catalogue.form.parts import checkboxes as checkboxes

__all__ = [
    "Approval",
    "Beside",
    "Certificate",
    "Chapter",
    "Chart",
    "Column",
    "Contents",
    "Cover",
    "Entry",
    "Form",
    "Grid",
    "Heading",
    "Label",
    "LongText",
    "Outline",
    "Repeat",
    "Row",
    "Rule",
    "Sender",
    "Series",
    "Signature",
    "Title",
    "Together",
    "Unit",
    "author_block",
    "build_form",
    "checkboxes",
    "each",
    "fields",
    "letter",
    "load_form",
    "photos",
    "report",
    "school_block",
    "sheet",
    "table_of",
    "when",
]
