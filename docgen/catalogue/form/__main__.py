"""`python -m docgen.catalogue.form [FOLDER…]`: build template.docx of the folders that have a form.py.

Without folders: all of templates/ below the working directory.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.catalogue.form.build import build_form, load_form

__all__ = ["main"]


def main(folders: list[str]) -> None:
    """Build the templates of the folders, or of all."""
    found = [path.parent for path in Path("templates").glob("*/*/form.py")]
    for folder in map(Path, folders or sorted(map(str, found))):
        (folder / "template.docx").write_bytes(build_form(load_form(folder)))
        sys.stdout.write(f"{folder / 'template.docx'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
