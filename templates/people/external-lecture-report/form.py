"""외부강의 신고서: a serving teacher reports to the head of the school before the first day (제1장 Ⅵ)."""

from __future__ import annotations

from docgen.catalogue.form import Heading, Outline, checkboxes, fields, sheet
from templates.people.permission import ASKED_BY, SCHEDULE, closing

_KINDS = {kind: kind for kind in ("강의", "자문(컨설팅)", "심사", "회의", "기타")}
_SERVICE = {service: service for service in ("출장", "연가", "외출", "조퇴")}
_COUNT = (
    "{% for year in days | groupby('start.year') %}{{ year.grouper }}년 {{ year.list | length }}회"
    " ({% for month in year.list | groupby('start.month') %}{{ month.grouper }}월 {{ month.list | length }}회"
    "{% if not loop.last %}, {% endif %}{% endfor %}){% if not loop.last %}, {% endif %}{% endfor %}"
)

FORM = sheet(
    "외부강의 신고서",
    Heading("■ 신고자"),
    fields(
        ("소속", "{{ permission.person.affiliation }}", "직위", "{{ permission.person.position }}"),
        ("성명", "{{ permission.person.name }}", "연락처", "{{ permission.person.phone | phone }}"),
    ),
    Heading("■ 외부강의"),
    fields(
        ("외부강의 구분", checkboxes("permission.activity_kind", _KINDS)),
        ("요청 기관", ASKED_BY[0], "담당자", ASKED_BY[1]),
        ("주제·내용", "{{ [permission.topic, permission.activity] | select | list | lines }}"),
        ("기간", "{{ permission.period | krange }}"),
        ("횟수 (월·연)", _COUNT),
    ),
    Heading("■ 일시·장소"),
    SCHEDULE,
    Heading("■ 사례금과 복무"),
    fields(
        ("사례금", "{{ permission.pay_won | won }}", "여비", "{{ permission.travel_won | won }}"),
        (
            "총액",
            "{{ permission.total_won | won }}",
            "상한 확인",
            "{% if permission.limit_won %}1일 {{ (permission.limit_won // permission.days) | won }} × "
            "{{ permission.days }}일 = "
            "{{ permission.limit_won | won }}\n{{ (permission.within is true) | box }} 이내   "
            "{{ (permission.within is false) | box }} 초과{% endif %}",
        ),
        ("복무 처리", checkboxes("permission.service", _SERVICE)),
    ),
    Outline("※ 사례금의 상한은 전문가 활용비의 1인 1일 상한이며, 외부강의는 출장으로 처리합니다."),
    *closing("위와 같이 외부강의를 신고합니다.", "신고일", "신고자", "승인"),
    author=None,
)
