"""Tests of docgen/formats/pdf."""

from __future__ import annotations
