"""민원 처리 결과 보고 (제1장 Ⅳ-2): what was complained of, what the council said, what was done."""

from __future__ import annotations

from docgen.catalogue.form import Grid, Heading, LongText, fields, school_block, sheet

COUNCIL = (
    "{% if council.title %}{{ council.title }} "
    "({{ council.start | krange(council.end) }}, {{ council.place }})\n"
    "참석: {% for one in council.attendees %}{{ one.who.name }}({{ one.side }})"
    "{% if not loop.last %}, {% endif %}{% endfor %}\n"
    "{{ council.content }}{% endif %}\n"
    "{%p for line in council.decisions or [] %}\n"
    "- {{ line.text }}{% if line.who.name %} ({{ line.who.name }}"
    "{% if line.due_on %}, {{ line.due_on }}까지{% endif %}){% endif %}\n"
    "{%p endfor %}"
)

FORM = sheet(
    "민원 처리 결과 보고",
    school_block(),
    Heading("■ 접수"),
    fields(
        ("접수일", "{{ complaint.received_on }}", "경로", "{{ complaint.channel }}"),
        ("민원인 구분", "{{ complaint['from'] }}", "관련 과정", "{{ course }}"),
        (
            "관련 강사",
            "{{ [about.name, about.affiliation, about.position] | select | join(' ') }}",
            "강사 구분",
            "{{ about.roles | map(attribute='word') | join(', ') }}",
        ),
    ),
    Heading("■ 민원 내용"),
    Grid((170,), (LongText("{{ complaint.content }}", height=18),)),
    Heading("■ 실무협의체 논의 결과"),
    Grid((170,), (LongText(COUNCIL, height=24),)),
    Heading("■ 조치"),
    Grid((170,), (LongText("{{ complaint.action }}", height=18),)),
    fields(("처리일", "{{ complaint.done_on }}", "재단 통보일", "{{ complaint.notified_on }}")),
    Heading("■ 재발 방지 대책"),
    Grid((170,), (LongText("{{ complaint.prevention }}", height=18),)),
)
