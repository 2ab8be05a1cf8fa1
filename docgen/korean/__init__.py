"""Korean as documents write it: dates, ranges, boxes; each a Jinja filter."""

from __future__ import annotations
