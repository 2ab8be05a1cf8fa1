"""수입결의서: money that came in, the grant, interest, what was given back (제2장 Ⅰ 증빙 자료)."""

from __future__ import annotations

from docgen.catalogue.form import Outline, Signature, Together, checkboxes, fields, sheet

KINDS = {kind: kind for kind in ("교부금", "이자", "반환")}

FORM = sheet(
    "수입결의서",
    fields(
        ("결의번호", "{{ income.id }}", "결의일", "{{ income.resolved_on }}"),
        ("사업명", "{{ project.name }}"),
        ("수입 구분", checkboxes("income.kind", KINDS)),
        ("금액", "금{{ income.amount_won | won }}({{ income.amount_won | won_words }})"),
        ("입금일", "{{ income.on }}", "계좌", "{{ income.account }}"),
        ("적요", "{{ income.note }}"),
        (
            *("기관", "{{ project.lead.name }}"),
            *("협약기간", "{{ project.agreement.period | krange }}"),
        ),
    ),
    Together(
        (
            Outline("위와 같이 수입을 결의합니다."),
            Signature("결의일", "{{ income.resolved_on }}", "작성자", "{{ case.author.name }}"),
        )
    ),
    author=None,
    approval="income.approval",
)
