"""The rows of a bulk run, streamed: sheets (XLSX, CSV) and lists of objects (JSON lines, JSON, YAML).

`open_rows` finds out what a file is; each format is one reader that yields a `Row` at a time, so that memory
does not grow with the rows.
"""

from __future__ import annotations
