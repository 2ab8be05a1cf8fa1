"""The command line: one click command a module, every one a thin layer over a library call."""

from __future__ import annotations
