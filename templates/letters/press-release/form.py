"""보도자료: what an event was, who came, what came of it, in seven paragraphs and a picture."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Form, Grid, Heading, Outline, Repeat, Title, fields, when

BODY = (
    "{%p for text in [press.lead, press.purpose] + (press.results or []) | select | list %}\n"
    "{{ text }}\n"
    "{%p endfor %}\n"
    "{%p if press.programme.intro or press.programme.items %}\n"
    "{{ press.programme.intro }}{% for item in press.programme.items %} ▲ {{ item }}{% endfor %}\n"
    "{%p endif %}\n"
    "{%p for text in [press.plan, press.quote] | select %}\n"
    "{{ text }}\n"
    "{%p endfor %}"
)
PHOTO = (
    '{{ row.file | image(width="130mm", height="72mm", fit=true, optional=true) }}\n'
    "〈{{ row.caption }}〉{% if row.source %} (사진 출처: {{ row.source }}){% endif %}"
)

FORM = Form(
    "보도자료",
    (
        Title("보 도 자 료"),
        fields(
            ("배포일", "{{ press.released_on }}", "담당 부서", "{{ press.department }}"),
            (
                "담당자",
                "{{ [press.contact.position, press.contact.name] | select | join(' ') }}",
                "연락처",
                "{{ press.contact.phone | phone }}",
            ),
        ),
        Grid((170,), (Title("{{ press.title }}"),), plain=True),
        Outline("{%p for line in press.subtitles or [] %}\n- {{ line }}\n{%p endfor %}"),
        Outline(BODY),
        *when(
            "press.photos",
            Heading("■ 사진"),
            Grid((170,), (Repeat("row in press.photos", (Entry(PHOTO, align="center"),)),)),
        ),
    ),
    numbered=True,
)
