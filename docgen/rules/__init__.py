"""The guideline as a compiler: values derived from a case, and the rules it must keep."""

from __future__ import annotations
