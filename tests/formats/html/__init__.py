"""Tests of docgen/formats/html."""

from __future__ import annotations
