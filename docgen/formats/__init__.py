"""Readers and writers of the document model, one folder a format, and the zip package under them."""

from __future__ import annotations
