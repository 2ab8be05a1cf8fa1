"""What the case data are: loading YAML and JSON with positions, and checking them by schema.

Public: `load_case`, `parse_case` and `Case` here; the checks in `docgen.case.schema`, whose library is
slow to import.
"""

from __future__ import annotations

from docgen.case.load import load_case as load_case
from docgen.case.load import parse_case as parse_case
from docgen.case.model import Case as Case
from docgen.case.model import Path as Path
from docgen.case.model import Position as Position
from docgen.case.model import dotted as dotted
from docgen.case.source import Place as Place

__all__ = ["Case", "Path", "Place", "Position", "dotted", "load_case", "parse_case"]
