"""The DOCX merge engine: a Word file with tags, compiled once, rendered many times."""

from __future__ import annotations
