"""What the case data are: loading YAML and JSON with positions, and checking them by schema."""

from __future__ import annotations
