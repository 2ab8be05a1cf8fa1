"""The rules of the guideline that a case must keep: read from data, asked in a sandbox.

Public: `check_rules`, and `load_rules` and `editions` for those who list them.
"""

from __future__ import annotations

from docgen.case.guideline import editions as editions
from docgen.rules.check import check_rules as check_rules
from docgen.rules.model import Rule as Rule
from docgen.rules.model import load_rules as load_rules

__all__ = ["Rule", "check_rules", "editions", "load_rules"]
