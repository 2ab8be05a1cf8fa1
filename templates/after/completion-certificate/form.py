"""이수증: numbered by the register; without a number a draft to check by (제1장 Ⅴ-2)."""

from __future__ import annotations

from docgen.catalogue.form import Certificate, Form

FORM = Form(
    title="이수증",
    parts=(
        Certificate(
            "{% if certificate.number %}{{ certificate.number }}"
            "{% if certificate.reissues %}"
            " (재발급 {{ certificate.reissues }}회, {{ certificate.reissued_on }}){% endif %}"
            "{% else %}제              호 (확인용){% endif %}\n"
            "{%p if certificate.check %}\n확인 번호 {{ certificate.check }}\n{%p endif %}\n"
            "{%p if person.neis_no %}\n나이스 개인번호 {{ person.neis_no }}\n{%p endif %}",
            "이 수 증",
            (
                (
                    "성        명",
                    "{{ person.name }}{% if person.birth_date %} ({{ person.birth_date }}생){% endif %}",
                ),
                ("소        속", "{{ person.affiliation or school.name }} {{ person.position }}"),
                ("과  정  명", "{{ the_run.name }} (직무연수)"),
                (
                    "연 수 기 간",
                    "{{ the_run.started_on | krange(the_run.ended_on) }} "
                    "(이수 {{ enrolment.credited_hours }}시간)",
                ),
            ),
            "위 사람은 위 과정을 이수하였으므로\n이 증서를 수여합니다.",
            "{{ certificate.issued_on or the_run.certificate_from }}",
            "한국과학창의재단\n종합교육연수원장",
            code="{% if certificate.check %}"
            "{{ (certificate.number ~ ' ' ~ certificate.check) | qr(width='22mm') }}{% endif %}",
        ),
    ),
)
