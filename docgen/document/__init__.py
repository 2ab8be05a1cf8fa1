"""The document model: what a finished document says and how it looks, in no file format.

Every length is in points, every colour is six hexadecimal digits ("1F3864"), and every property is
*computed*: a reader has already resolved style chains, themes, numbering and defaults, so a writer
never looks anything up. Readers build the tree (`Document` → `Section` → blocks → inlines); writers
walk it. Format objects are immutable and hashable, so a writer can name each distinct one once.
"""

from __future__ import annotations

from docgen.document.blocks import Block as Block
from docgen.document.blocks import Cell as Cell
from docgen.document.blocks import Document as Document
from docgen.document.blocks import Paragraph as Paragraph
from docgen.document.blocks import Row as Row
from docgen.document.blocks import Running as Running
from docgen.document.blocks import Section as Section
from docgen.document.blocks import Table as Table
from docgen.document.inlines import Anchor as Anchor
from docgen.document.inlines import Break as Break
from docgen.document.inlines import Field as Field
from docgen.document.inlines import Inline as Inline
from docgen.document.inlines import Picture as Picture
from docgen.document.inlines import Tab as Tab
from docgen.document.inlines import Text as Text
from docgen.document.properties import Border as Border
from docgen.document.properties import Borders as Borders
from docgen.document.properties import CharacterFormat as CharacterFormat
from docgen.document.properties import LineSpacing as LineSpacing
from docgen.document.properties import Page as Page
from docgen.document.properties import ParagraphFormat as ParagraphFormat
from docgen.document.properties import Sides as Sides
from docgen.document.properties import Style as Style
from docgen.document.properties import TabStop as TabStop

__all__ = [
    "Anchor",
    "Block",
    "Border",
    "Borders",
    "Break",
    "Cell",
    "CharacterFormat",
    "Document",
    "Field",
    "Inline",
    "LineSpacing",
    "Page",
    "Paragraph",
    "ParagraphFormat",
    "Picture",
    "Row",
    "Running",
    "Section",
    "Sides",
    "Style",
    "Tab",
    "TabStop",
    "Table",
    "Text",
]
