"""협약변경 신고: the letter by which the lead institution tells of a minor change (제2장 Ⅳ 신고사항)."""

from __future__ import annotations

from docgen.catalogue.form import Heading, fields, letter
from templates.letters.office import ADDRESS, HEAD, SENDER
from templates.money.change import compare, kinds

FORM = letter(
    "협약변경 신고",
    "letter",
    fields(
        (
            "변경 구분",
            kinds(
                ("참여인력 변경", "코디네이터·강사 및 전문가 리스트"),
                ("운영 일정 및 프로그램 세부내용 변경", "비목 내 예산 변경"),
                ("세목, 세세목 신설", "사업운영비 산출내역 조정"),
            ),
        ),
        ("변경일", "{{ change.changed_on }}", "신고일", "{{ change.notified_on }}"),
        ("첨부 파일", "{{ change.files | join(', ') }}"),
    ),
    Heading("■ 변경 대비표"),
    compare(),
    head=HEAD,
    sender=SENDER,
    address=ADDRESS,
)
