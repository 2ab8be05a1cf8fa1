"""DOCX (ECMA-376, WordprocessingML): `read` into the document model, `write` out of it."""

from __future__ import annotations
