"""자가진단 참여 안내문: to the staff of a school, with the link to type or to scan (제1장 Ⅱ)."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, Outline, Row, Sender, school_block, sheet

GUIDE = Grid(
    widths=(28, 106, 36),
    rows=(
        Row(
            (
                Label("자가진단 링크"),
                Entry("{{ diagnosis.link }}"),
                Entry('{{ diagnosis.link | qr(width="28mm") }}', align="center"),
            )
        ),
        Row((Label("참여 기간"), Entry("{{ period | krange }}", columns=2))),
        Row(
            (
                Label("참여 대상·목표"),
                Entry(
                    "교직원의 50% 이상{% if half %} (교직원 {{ staff_counts.staff | number }}명 가운데 "
                    "{{ half | number }}명 이상){% endif %}",
                    columns=2,
                ),
            )
        ),
        Row((Label("진단 도구"), Entry("{{ diagnosis.pre.tool }}", columns=2))),
        Row((Label("참여 방법"), Entry("{{ diagnosis.pre.method }}", columns=2))),
        Row((Label("발송일"), Entry("{{ diagnosis.notice.sent_on }}", columns=2))),
    ),
)

FORM = sheet(
    "자가진단 참여 안내문",
    school_block(),
    Heading("■ 안내 문구"),
    Outline("{{ diagnosis.notice.body }}"),
    GUIDE,
    Sender("{{ institution.name }}"),
    author=None,
)
