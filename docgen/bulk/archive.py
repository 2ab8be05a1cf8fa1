"""All files of a run as one zip: in the order of the rows, dated 1980, the same bytes for the same files."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Final

from docgen.bulk.journal import Journal
from docgen.bulk.manifest import MANIFEST
from docgen.bulk.store import Store, whole

__all__ = ["write_archive"]

_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3  # the system whose file modes the members carry
_MODE: Final = 0o100644


def write_archive(journal: Journal, store: Store, path: Path) -> None:
    """Write the manifest and every file of the run, as they are: they are packed already."""
    with whole(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        _add(archive, store, MANIFEST)
        for document in journal.documents():
            for made in document.files or ():
                _add(archive, store, f"{document.name}.{made.ending}")


def _add(archive: zipfile.ZipFile, store: Store, name: str) -> None:
    member = zipfile.ZipInfo(name, _DAY)
    member.create_system, member.external_attr = _UNIX, _MODE << 16
    with store.open(name) as source, archive.open(member, "w") as target:
        shutil.copyfileobj(source, target)
