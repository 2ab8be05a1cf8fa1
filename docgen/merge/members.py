"""The files of a package as one render changes them: media, relationships, content types, styles.

The package itself is never touched: what is asked for is copied first (ECMA-376 Part 2: parts,
relationships 9.3, content types 10.1).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from docgen.formats.docx.names import qn
from docgen.formats.docx.write_xml import Element, element, serialise
from docgen.formats.package import Package

__all__ = ["Members", "Relation", "content_type", "relation_targets"]

_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES: Final = "[Content_Types].xml"


class Relation:
    """A relationship of a part: its id, type, kind (the last word of the type), and where it leads.

    `target` is the name of a part, or an address where `external`.
    """

    __slots__ = ("external", "id", "kind", "target", "type")

    def __init__(self, part: str, found: Element) -> None:
        self.id = found.get("Id", "")
        self.type = found.get("Type", "")
        self.kind = self.type.rsplit("/", 1)[-1]
        self.external = found.get("TargetMode") == "External"
        target = found.get("Target", "")
        self.target = target if self.external else _absolute(part, target)


def _absolute(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relation_targets(package: Package, part: str) -> dict[str, Relation]:
    """The relationships of a part by their ids; empty where it has none."""
    name = _relations_of(part)
    if name not in package:
        return {}
    relations = (Relation(part, found) for found in package.xml(name).iter(qn("rel:Relationship")))
    return {relation.id: relation for relation in relations}


class Members:
    """What a render adds to a package and changes in it."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._trees: dict[str, Element] = {}
        self._added: dict[str, bytes] = {}
        self._related: dict[tuple[str, str, str], str] = {}

    def changed(self) -> Mapping[str, bytes]:
        """Every file that is new or no longer as it was."""
        return {name: serialise(tree) for name, tree in self._trees.items()} | self._added

    def __contains__(self, name: str) -> bool:
        return name in self._added or name in self._trees or name in self.package

    def tree(self, name: str, root: str = "") -> Element:
        """The XML of a member, to be changed; a new one with the root element where there is none."""
        if name not in self._trees:
            self._trees[name] = self.package.xml(name) if name in self.package else element(root)
        return self._trees[name]

    def add(self, folder: str, data: bytes, extension: str, content_type: str) -> str:
        """Add a file under a name made of its content, so that the same file is stored once; its name."""
        member = f"{folder}/docgen-{sha256(data).hexdigest()[:16]}.{extension}"
        if member not in self._added:
            self._added[member] = data
            self._declare(member, extension, content_type)
        return member

    def _declare(self, member: str, extension: str, content_type: str) -> None:
        types = self.tree(_TYPES)
        for found in types.iter(qn("ct:Default")):
            if found.get("Extension", "").lower() == extension:
                if found.get("ContentType") != content_type:
                    types.append(
                        element("ct:Override", {"PartName": f"/{member}", "ContentType": content_type})
                    )
                return
        types.insert(0, element("ct:Default", {"Extension": extension, "ContentType": content_type}))

    def relate(self, part: str, kind: str, target: str, external: bool = False, name: str = "") -> str:
        """The id of a relationship from a part to another part or, `external`, to an address.

        `kind` is the last word of the type, or a whole type. `name` is the id that a new relationship
        must have, where the part already speaks of it.
        """
        key = (part, kind, target)
        if key not in self._related:
            root = self.tree(_relations_of(part), "rel:Relationships")
            given = name or _free_id(root)
            attributes = {
                "Id": given,
                "Type": kind if "/" in kind else _RELATIONSHIP + kind,
                "Target": target if external else posixpath.relpath(target, posixpath.dirname(part) or "."),
            }
            root.append(
                element("rel:Relationship", attributes | ({"TargetMode": "External"} if external else {}))
            )
            self._related[key] = given
        return self._related[key]

    def related(self, part: str, kind: str) -> str | None:
        """The part to which a part has a relationship of the kind, None where it has none."""
        name = _relations_of(part)
        if name not in self:
            return None
        relations = (Relation(part, found) for found in self.tree(name).iter(qn("rel:Relationship")))
        return next((relation.target for relation in relations if relation.kind == kind), None)

    def declare_part(self, member: str, root: Element, content_type: str) -> Element:
        """Add a part of XML, to be filled by the caller."""
        self._trees[member] = root
        self.tree(_TYPES).append(
            element("ct:Override", {"PartName": f"/{member}", "ContentType": content_type})
        )
        return root


def _free_id(root: Element) -> str:
    taken = {found.get("Id") for found in root}
    number = len(root) + 1
    while f"rId{number}" in taken:
        number += 1
    return f"rId{number}"


def content_type(package: Package, member: str) -> str:
    """The content type that a package states for a member, "" where it states none."""
    extension = member.rsplit(".", 1)[-1].lower()
    default = ""
    for found in package.xml(_TYPES).iter(qn("ct:Override"), qn("ct:Default")):
        if found.get("PartName", "").lstrip("/") == member:
            return found.get("ContentType", "")
        if found.get("Extension", "").lower() == extension:
            default = found.get("ContentType", "")
    return default
