"""내부결재문서 (기안): what is to be spent, for what, when and where, before it is spent (제2장 Ⅴ [참고]).

An internal paper: it goes to 내부결재 and names no sender (행정업무의 운영 및 혁신에 관한 규정).
"""

from __future__ import annotations

from docgen.catalogue.form import letter
from templates.money.workings import WORKINGS

FORM = letter(
    "내부결재문서",
    "paper",
    WORKINGS,
    head="{{ spender.name }}",
    sender="",
)
