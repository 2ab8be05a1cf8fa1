"""HTML: `write` the document model as a page for people, or in print form for a layout engine."""

from __future__ import annotations
