"""사전 검토항목: twelve questions that the drafter of a plan answers before it is approved."""

from __future__ import annotations

from docgen.catalogue.form import Outline, sheet
from templates.letters.covers import GUIDE, checklist

FORM = sheet("사전 검토항목", Outline(GUIDE), checklist("pre_review"), author=None)
