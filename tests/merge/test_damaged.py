"""Templates damaged at random: each is rendered to XML that is well-formed, or refused with a diagnostic."""

from __future__ import annotations

import copy
import io
import zipfile
from random import Random

import pytest
from docx.document import Document
from lxml import etree

import docgen
from tests.merge.test_docxtpl_random import Author, values
from tests.merge.word_files import word_file

FILES = 40
TEXTS = (
    "{{ a }}",
    "{% vm %}",
    "{% hm %}",
    "{%tr if t %}",
    "{% merge a %}",
    "{%- if t -%}",
    "{% colspan 0 %}",
    None,
)
VALUES = ("abc", "", "-5", "{{ a }}", "9" * 20)


def damaged(data: bytes, random: Random) -> bytes:
    """A package whose body, and now and then another part, has elements taken out, moved or changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            seldom = name.endswith((".xml", ".rels")) and random.random() < 0.1
            if name == "word/document.xml" or seldom:
                root = etree.fromstring(content)
                for _ in range(random.randrange(1, 6)):
                    damage(root, random)
                content = etree.tostring(root)
            new.writestr(name, content)
    return buffer.getvalue()


def damage(root: etree._Element, random: Random) -> None:
    elements = list(root.iter("*"))
    element, other = random.choice(elements), random.choice(elements)
    parent = element.getparent()
    if parent is None:
        return
    kind = random.randrange(6)
    if kind == 0:
        parent.remove(element)
    elif kind == 1:
        parent.append(copy.deepcopy(element))
    elif kind == 2 and other is not element and element not in other.iterancestors():
        other.append(element)
    elif kind == 3 and element.attrib:
        element.set(random.choice(list(element.attrib)), random.choice(VALUES))
    elif kind == 4:
        element.text = random.choice(TEXTS)
    else:
        element.tag = other.tag


def inner(document: Document) -> None:
    document.add_paragraph("나", style="List Number")
    document.add_table(2, 2)


class DescribeDamagedTemplates:
    @pytest.mark.parametrize("seed", range(FILES))
    def they_are_rendered_or_refused(self, seed: int) -> None:
        random = Random(seed)  # noqa: S311 # the same files every time
        data = damaged(Author(seed).template(), random)
        rendered = self._rendered(data, random)
        if rendered is not None:
            with zipfile.ZipFile(io.BytesIO(rendered)) as package:
                for name in package.namelist():
                    if name.endswith((".xml", ".rels")):
                        etree.fromstring(package.read(name))

    def _rendered(self, data: bytes, random: Random) -> bytes | None:
        """The document; None where it is refused as it should be: any other exception fails the test."""
        try:
            template = docgen.WordTemplate(data)
            block = docgen.Subdoc(damaged(word_file("가", fill=inner), random))
            return template.render(values(docgen, template) | {"block": block})
        except docgen.DocgenError:
            return None
