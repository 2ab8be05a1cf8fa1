"""근로계약서: of a day or short-term worker, before the work (제2장 Ⅲ-6, Ⅴ [참고] 일용직활용비)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Together,
    fields,
    sheet,
    table_of,
)
from templates.money.workings import SHIFT

_INSURANCE = "   ".join(
    f"{{{{ ('{kind}' in labour.insurance) | box }}}} {kind}"
    for kind in ("고용보험", "산재보험", "국민연금", "건강보험")
)

TERMS = """1. 임금은 실제로 일한 시간에 따라 위 지급일에 근로자의 계좌로 준다.
2. 근로시간은 한 달에 {{ month_hours }}시간을, 시간급은 보조강사의 수당({{ labour.hour_limit_won | won }})을 \
넘지 않는다.
3. 근로자는 일한 날마다 업무일지를 적고 확인을 받는다.
4. 이 계약에 없는 사항은 근로기준법과 운영기관의 규정에 따른다.
5. 이 계약서는 두 부를 만들어 사용자와 근로자가 서명하고 한 부씩 갖는다."""

PARTIES = Grid(
    (22, 22, 96, 30),
    (
        Row((Label("사용자", rows=3), Label("기관명"), Entry("{{ employer.name }}", columns=2))),
        Row((Label("주소"), Entry("{{ employer.letter_head.address }}", columns=2))),
        Row(
            (
                Label("대표자"),
                Entry("{{ [employer.head.position, employer.head.name] | select | join(' ') }}"),
                Entry("(서명 또는 인)", align="center"),
            ),
        ),
        Row((Label("근로자", rows=3), Label("주소"), Entry("{{ labour.address }}", columns=2))),
        Row((Label("연락처"), Entry("{{ labour.worker.phone | phone }}", columns=2))),
        Row(
            (
                Label("성명"),
                Entry("{{ labour.worker.name }}"),
                Entry("(서명)", align="center"),
            ),
        ),
    ),
)

FORM = sheet(
    "근로계약서 (일용직·단기인력)",
    Outline(
        "사용자 {{ employer.name | josa('와/과') }} 근로자 {{ labour.worker.name | josa('은/는') }} "
        "다음과 같이 근로계약을 맺는다."
    ),
    Heading("■ 근로자와 근로 조건"),
    fields(
        ("성명", "{{ labour.worker.name }}", "생년월일", "{{ labour.birth_date }}"),
        (
            *("소속", "{{ labour.worker.affiliation }} {{ labour.worker.position }}"),
            *("계좌", "{{ expense.payee.account }}"),
        ),
        ("업무", "{{ labour.job }}"),
        ("계약 기간", "{{ labour.contract_period | krange }}", "근로 장소", "{{ labour.place }}"),
        ("시간급", "{{ labour.hourly_won | won }}", "임금 지급일", "{{ labour.pay_day }}"),
        (
            "임금",
            "{{ labour.hourly_won | number }}원 × {{ labour.minutes | hours }} = "
            "금{{ labour.total_won | won }}({{ labour.total_won | won_words }})",
        ),
        ("4대 보험", _INSURANCE),
    ),
    Heading("■ 근로일과 근로시간"),
    table_of(
        "labour.days | sort(attribute='start')",
        Column("근로일", "{{ row.start | kdate(weekday=true) }}", 36),
        Column("시작~종료", SHIFT, 32),
        Column("휴게", "{% if row.break_minutes %}{{ row.break_minutes }}분{% endif %}", 18, "right"),
        Column("근로시간", "{{ row.minutes | hours }}", 28, "right", total="{{ labour.minutes | hours }}"),
        Column("장소·행사", "{{ row.place }}", 44, "left"),
    ),
    Together(
        (
            Heading("■ 약정"),
            Outline(TERMS),
            Outline("계약일: {{ labour.contracted_on }}"),
            PARTIES,
        )
    ),
    author=None,
)
