"""결재 표지 (결재란): the sheet before a plan, with its number, its approval and its title."""

from __future__ import annotations

from docgen.catalogue.form import Form, Grid, Heading, Sender, Title, when
from templates.letters.covers import approval_block

FORM = Form(
    "결재 표지",
    (
        Heading("{{ cover.motto }}"),
        approval_block("cover"),
        *when("cover.slogan", Grid((170,), (Title("{{ cover.slogan | lines }}"),), plain=True)),
        Sender(""),
        Title("{{ cover.title | lines }}"),
        Sender("{{ cover.dated | kmonth }}"),
        Sender("{{ cover.institution }}"),
        *when("cover.department", Sender("({{ cover.department }})")),
    ),
)
