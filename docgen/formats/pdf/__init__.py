"""PDF: `write` the document model, laid out by WeasyPrint."""

from __future__ import annotations
