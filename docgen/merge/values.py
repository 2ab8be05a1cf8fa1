"""How a value prints in a Word text: escaped, line breaks as line breaks, dates as Korean writes them.

What cannot be printed is *noted*, and the render goes on, so that one run names every fault: a name
that does not exist, a character that XML 1.0 forbids (production 2, Char), a picture that is none. What
is no text is *placed*: its elements are made at once, and a marker stands for them in the text until
docgen.merge.settle puts them in.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

from jinja2 import Undefined
from lxml import etree
from markupsafe import Markup

from docgen.korean.dates import moment
from docgen.merge.limits import SHORT, check_printed
from docgen.merge.markers import mark
from docgen.merge.notes import FORBIDDEN, Fault, Forbidden, take_note
from docgen.merge.objects import Listing, Placeable, adopt
from docgen.merge.run import ObjectFault, Placed, current
from docgen.merge.runs import page_break, paragraph_break

__all__ = ["attribute", "block", "colour", "finalize", "key", "place", "printed", "rows", "span", "switch"]

_SPECIAL: Final = re.compile("[&<>\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
_IN_MARKUP: Final = re.compile(  # not the markers
    "[\n\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)"
)
_ENDS: Final = re.compile("[\a\f]")
_WHOLE: Final = re.compile(r"<w:(p|tbl|sdt|r|hyperlink)[ >/]")
_SPOILT_HINT: Final = "매크로나 set 블록의 결과에는 글을 바꾸는 필터를 쓰지 마세요."
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'
_PRINTED: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": _BREAK, "\t": _TAB, "\r": None}
)
_MOST_COLUMNS: Final = 63  # that Word gives a table
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6})")


def finalize(value: object) -> str:
    """A value as it stands in the text of a run (`w:t`, ECMA-376 17.3.3.31), counted as written."""
    if type(value) is str:
        text = _text(value) if _SPECIAL.search(value) else value
    else:
        text = str(value) if type(value) is int else printed(value)
    if len(text) > SHORT:
        current.get().write(len(text))
    return text


def printed(value: object) -> Markup:
    """The same, not counted as written."""
    if value is None:
        return Markup()
    if isinstance(value, Markup):  # made by a macro or a filter: escaped already
        if value.startswith("<w:"):
            return _elements(value)
        return _markup(value) if _IN_MARKUP.search(value) else value
    if isinstance(value, str):
        return Markup(_text(value))
    if isinstance(value, Undefined):
        return Markup(str(value))
    if isinstance(value, date | time):
        return Markup(moment(value))
    found = adopt(value)
    if isinstance(found, Listing):
        return Markup(_text(found._text))
    if found is not None:
        return place(found)
    check_printed(value)
    return Markup(_text(str(value)))


def _markup(value: Markup) -> Markup:
    """What a macro or filter made, with its line breaks; `escape` lets through what XML cannot carry, and
    a filter such as `upper` spoils what is escaped already."""
    text = str(value).replace("\n", _BREAK)
    if match := _IN_MARKUP.search(text):
        fault = Fault("value.spoilt", "필터가 글을 망가뜨렸습니다.", _SPOILT_HINT)
        take_note(fault if match[0] == "&" else Forbidden(text))
    return Markup(_IN_MARKUP.sub("", text))


def _elements(value: Markup) -> Markup:
    """Whole runs or paragraphs, as a macro of run or paragraph tags makes them, put in like an object."""
    match = _WHOLE.match(value)
    if match is None:
        return value
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in current.get().namespaces.items())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(f"<root {spaces}>{value}</root>", parser)
    except etree.XMLSyntaxError:
        take_note(Fault("value.spoilt", "필터가 글을 망가뜨렸습니다.", _SPOILT_HINT))
        return Markup()
    return Markup(_put(Placed(list(root), block=match[1] not in ("r", "hyperlink"))))


def rows(value: object) -> Markup:
    """What stands for whole rows or cells (`{{tr x }}`): only a macro of such tags makes them."""
    if isinstance(value, Markup) and value.startswith(("<w:tr", "<w:tc")):
        return value
    if not isinstance(value, Undefined) and value not in (None, ""):
        hint = "행을 되풀이하려면 {%tr for … %}를 쓰세요."
        take_note(Fault("value.no-rows", "값이 표의 행이나 칸을 대신할 수 없습니다.", hint))
    return Markup()


def _text(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    text = _clean(value).replace("\r\n", "\n").translate(_PRINTED)
    return _ENDS.sub(_end, text) if "\a" in text or "\f" in text else text


def _end(match: re.Match[str]) -> str:
    """The marker of an end of paragraph or page, docxtpl's `\\a` and `\\f`."""
    return _put(Placed([paragraph_break() if match[0] == "\a" else page_break()]))


def place(value: Placeable) -> Markup:
    """The marker that stands for an object; where it cannot be shown, a note and nothing."""
    try:
        return Markup(_put(value._place(current.get())))
    except ObjectFault as fault:
        take_note(Fault(fault.code, str(fault), fault.hint))
        return Markup()


def block(value: object) -> Markup:
    """A value that stands for a whole paragraph (`{{p x }}`): nothing leaves no paragraph."""
    text = printed(value)
    return text or Markup(_put(Placed([], block=True)))


def _put(placed: Placed) -> str:
    run = current.get()
    run.placed.append(placed)
    return mark(len(run.placed) - 1)


def _clean(value: str) -> str:
    if not FORBIDDEN.search(value):
        return value
    take_note(Forbidden(value))
    return FORBIDDEN.sub("", value)


def attribute(value: object) -> Markup:
    """A value as it stands in an attribute: escaped, one line, nothing that closes the quotes."""
    if value is None:
        return Markup()
    found = adopt(value)
    if found is not None and not isinstance(found, Listing):
        take_note(Fault("value.no-text", "그림이나 서식 있는 글은 이 자리에 쓸 수 없습니다.", "글을 쓰세요."))
        return Markup()
    if isinstance(value, date | time):
        value = moment(value)
    text = " ".join(_clean(found._text if found else str(value)).split())
    return Markup(text.translate(_PRINTED).replace('"', "&quot;"))


def key(value: object) -> Markup:
    """What a cell that merges is compared by: a value, or several."""
    return Markup("\u241f").join(map(attribute, value)) if isinstance(value, tuple) else attribute(value)


def colour(value: object) -> Markup:
    """A colour as Word stores it: six hexadecimal digits, or `auto` for what is no such colour."""
    match = _COLOUR.fullmatch(str(value).strip())
    return Markup(match[1].upper() if match else "auto")


def switch(value: object) -> Markup:
    """A condition as Word stores it (17.17.4)."""
    return Markup("1" if value else "0")


def span(value: object) -> Markup:
    """The columns over which a cell goes, a whole number from 1."""
    try:
        columns = int(str(value))
    except ValueError:
        columns = 0
    if not 1 <= columns <= _MOST_COLUMNS:
        if not isinstance(value, Undefined):
            hint = f"1부터 {_MOST_COLUMNS}까지의 수를 쓰세요."
            take_note(Fault("value.span", f"합칠 칸의 수가 맞지 않습니다: {str(value)[:40]}", hint))
        columns = 1
    return Markup(str(columns))
