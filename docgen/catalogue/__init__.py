"""The catalogue: find templates, load them, check cases against them and render them."""

from __future__ import annotations
