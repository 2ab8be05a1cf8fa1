"""개인정보 수집·이용 및 제공 동의서: signed before the first interview and any payment (제1장 Ⅱ ※)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Signature,
    fields,
    sheet,
    table_of,
    when,
)


def consent(what: str, question: str, value: str) -> Grid:
    """What is asked, and the two boxes of the answer."""
    answer = f"{{{{ ({value} == true) | box }}}} 동의함   {{{{ ({value} == false) | box }}}} 동의하지 않음"
    return Grid((37, 86, 47), (Row((Label(what), Entry(question), Entry(answer, align="center"))),))


FORM = sheet(
    "개인정보 수집·이용 및 제공 동의서",
    fields(("성명", "{{ person.name }}", "소속", "{{ person.affiliation }}")),
    Heading("■ 개인정보 수집·이용"),
    fields(
        ("수집·이용 목적", "{{ privacy.purpose }}"),
        ("보유·이용 기간", "{{ privacy.retention }}"),
    ),
    table_of(
        "privacy.items",
        Column("수집 항목", "{{ row.item }}", 118, align="left"),
        Column(
            "구분", "{{ (row.required == true) | box }} 필수   {{ (row.required == false) | box }} 선택", 40
        ),
    ),
    consent("수집·이용 동의", "위와 같이 개인정보를 수집·이용하는 데 동의합니까?", "person.consent.collect"),
    *when(
        "privacy.unique_id_items",
        Heading("■ 고유식별정보 처리"),
        fields(("고유식별정보", "{{ privacy.unique_id_items }}")),
        consent(
            "고유식별정보 처리 동의",
            "위와 같이 고유식별정보를 처리하는 데 동의합니까?",
            "person.consent.unique_id",
        ),
    ),
    Heading("■ 제3자 제공"),
    table_of(
        "privacy.third_party",
        Column("제공받는 자", "{{ row.to }}", 40),
        Column("제공 목적", "{{ row.purpose }}", 40, align="left"),
        Column("제공 항목", "{{ row.items }}", 50, align="left"),
        Column("보유·이용 기간", "{{ row.period }}", 28),
        blank=2,
    ),
    consent("제3자 제공 동의", "위와 같이 제3자에게 제공하는 데 동의합니까?", "person.consent.provide"),
    Heading("■ 동의 거부 권리 및 불이익"),
    Outline("{{ privacy.refusal }}"),
    Signature("동의일", "{{ person.consent.on }}", "성명", "{{ person.name }}"),
    Outline("{{ person.institution.name }} 귀하"),
    author=None,
)
