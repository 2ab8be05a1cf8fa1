"""The guideline as data, one folder per edition: rules and tables, no code."""

from __future__ import annotations
