"""styles.xml and settings.xml (ECMA-376 Part 1, 17.7 and 17.15): what the whole document rests on.

The document's defaults are those of the model, so a style, and a paragraph without one, states only
what differs from them. Styles stand on the defaults, not on one another: they are computed.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document import CharacterFormat, ParagraphFormat, Style
from docgen.formats.docx.write_properties import paragraph_changes, run_changes
from docgen.formats.docx.write_xml import Attributes, Element, element

__all__ = ["NORMAL", "settings", "styles"]

NORMAL = "Normal"


def styles(named: Mapping[str, Style], ids: Mapping[str, str], language: str) -> Element:
    """The defaults, Normal, and the named styles as paragraph styles, in the order of the mapping."""
    every = {NORMAL: Style(NORMAL), **named}
    made = [_style(ids.get(key, key), style) for key, style in every.items()]
    return element("w:styles", children=[_defaults(language), *made])


def _defaults(language: str) -> Element:
    plain = CharacterFormat()
    font = {"ascii": plain.font, "eastAsia": plain.east_asian_font, "hAnsi": plain.font, "cs": plain.font}
    run = [
        element("w:rFonts", font),
        *(element(name, {"val": round(plain.size * 2)}) for name in ("w:sz", "w:szCs")),
        element("w:lang", {"val": "en-US", "eastAsia": language, "bidi": "ar-SA"}),
    ]
    # The model has no extra space between Hangul and Latin letters, which Word adds unless told.
    space = [element("w:autoSpaceDE", {"val": 0}), element("w:autoSpaceDN", {"val": 0})]
    line = element("w:spacing", {"before": 0, "after": 0, "line": 240, "lineRule": "auto"})
    return element(
        "w:docDefaults",
        children=[
            element("w:rPrDefault", children=[element("w:rPr", children=run)]),
            element("w:pPrDefault", children=[element("w:pPr", children=[*space, line])]),
        ],
    )


def _style(key: str, style: Style) -> Element:
    paragraph = paragraph_changes(style.paragraph, ParagraphFormat())
    character = run_changes(style.character, CharacterFormat())
    default = {"default": 1} if key == NORMAL else {}
    children = [
        element("w:name", {"val": style.name}),
        element("w:qFormat"),
        *([element("w:pPr", children=paragraph)] if paragraph else []),
        *([element("w:rPr", children=character)] if character else []),
    ]
    return element("w:style", {"type": "paragraph", **default, "styleId": key}, children)


def settings(even_and_odd: bool, language: str) -> Element:
    """Word 2013 and later lay the document out as they would a new one (compatibilityMode 15)."""
    mode: Attributes = {
        "name": "compatibilityMode",
        "uri": "http://schemas.microsoft.com/office/word",
        "val": 15,
    }
    return element(
        "w:settings",
        children=[
            element("w:defaultTabStop", {"val": 800}),
            *([element("w:evenAndOddHeaders")] if even_and_odd else []),
            element("w:characterSpacingControl", {"val": "doNotCompress"}),
            element("w:compat", children=[element("w:compatSetting", mode)]),
            element("w:themeFontLang", {"val": "en-US", "eastAsia": language}),
        ],
    )
