"""겸직허가 신청서: a serving teacher asks the head of the school (제1장 Ⅵ; 복무규정 제25조, 제26조).

The working hours beside those of the second job are the regular ones, 40 a week and 8 a day.
"""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, Outline, Row, Unit, checkboxes, fields, sheet
from templates.people.permission import ASKED_BY, SCHEDULE, closing, yes_no

_CONTINUITY = {
    "①": "매일·매주·매월 등 주기적으로 하는 것",
    "②": "계절적으로 하는 것",
    "③": "명확한 주기는 없으나 계속적으로 하는 것",
    "④": "지금 하는 일을 계속할 의지와 가능성이 있는 것",
}
_LINKS = {"duty": "직무 관련", "policy": "기관 기능·국가정책상 필요", "head": "기관장 인정"}
_SERVICE = {service: service for service in ("연가", "외출", "조퇴")}


def _hours(label: str, own: str, regular: int, most: int) -> Row:
    met = f"{{{{ '적합' if {own} + {regular} <= {most} else '확인 필요' }}}}"
    return Row(
        (
            Label(label),
            Entry(f"{{{{ {own} | number }}}}", align="right"),
            Entry(str(regular), align="right"),
            Entry(
                f"{{% if {own} is not none %}}{{{{ ({own} + {regular}) | number }}}}{{% endif %}}",
                align="right",
            ),
            Entry(f"{most}시간 이하", align="center"),
            Entry(f"{{% if {own} is not none %}}{met}{{% endif %}}", align="center"),
        )
    )


FORM = sheet(
    "겸직허가 신청서",
    Heading("■ 신청자"),
    fields(
        (
            "소속",
            "{{ permission.person.affiliation }}",
            "직급",
            "{{ permission.person.job_class or permission.person.position }}",
        ),
        ("성명", "{{ permission.person.name }}", "연락처", "{{ permission.person.phone | phone }}"),
        ("담당업무", "{{ permission.own_duty or permission.person.department }}"),
    ),
    Heading("■ 겸직 내용"),
    fields(
        ("겸직 기관", ASKED_BY[0], "담당자", ASKED_BY[1]),
        (
            "직위",
            "{{ permission.person.roles | map(attribute='word') | join(', ') }}",
            "겸직 기간",
            "{{ permission.period | krange }}",
        ),
        ("업무 내용", "{{ [permission.topic, permission.activity] | select | list | lines }}"),
        ("보수", "{{ permission.pay_won | won }}", "여비", "{{ permission.travel_won | won }}"),
        (
            "영리성·계속성",
            "\n".join(
                f"{{{{ ('{sign}' in permission.continuity) | box }}}} {sign} {text}"
                for sign, text in _CONTINUITY.items()
            ),
        ),
        ("직무 관련성·\n근무시간 내 사유", checkboxes("permission.duty_link", _LINKS)),
        ("복무 처리", checkboxes("permission.service", _SERVICE)),
    ),
    Heading("■ 근무 형태·시간"),
    Unit("(단위: 시간)"),
    Grid(
        (30, 28, 28, 28, 28, 28),
        (
            Row(tuple(map(Label, ("구분", "겸직", "정규 근무", "합계", "기준", "확인")))),
            _hours("주당 시간", "permission.weekly_hours", 40, 52),
            _hours("1일 시간", "permission.daily_hours", 8, 12),
            Row(
                (
                    Label("요일"),
                    Entry("{{ weekdays }}", 2),
                    Label("24시 이후"),
                    Entry(yes_no("permission.past_midnight", "함", "하지 않음"), 2),
                )
            ),
        ),
    ),
    Heading("■ 일정"),
    SCHEDULE,
    Heading("■ 서약"),
    Outline(
        "{{ (permission.pledged is true) | box }} 겸직 중에도 직무에 전념하고, 비밀을 지키며, "
        "허가받은 범위를 벗어나지 않겠습니다."
    ),
    *closing("위와 같이 겸직 허가를 신청합니다.", "신청일", "신청자", "허가"),
    author=None,
)
