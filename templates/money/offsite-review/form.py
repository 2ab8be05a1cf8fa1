"""학교 밖 프로그램 자체 검토서: the three points of review as printed, and whether to ask the Foundation.

제2장 Ⅲ-5 [숙박시설 이용료], its table of what to review.
"""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, Outline, Row, checkboxes, fields, sheet

POINTS = {
    "programme": ("프로그램", "▶ 진행 예정인 프로그램 구성 및 내용의 타당성"),
    "place": ("일정 장소", "▶ 장소와 일정의 적합성"),
    "budget": ("예산", "▶ 예산의 적절성(회의 임차료, 숙박료, 회의 식대 및 다과비, 기타 경비 등)"),
}

REVIEW = Grid(
    (24, 56, 90),
    (
        Row((Label("구분"), Label("주요 자체 검토사항"), Label("검토 내용")), running=True),
        *(
            Row((Label(name), Entry(point), Entry(f"{{{{ lodging.review.{key} }}}}")), long=True)
            for key, (name, point) in POINTS.items()
        ),
    ),
)

DECISIONS = {"적정": "적정", "부적정": "부적정", "재단 협의": "재단 협의"}

_SHARE = (
    "{% if lodging.school_share_won %}{{ lodging.school_share_won | won }}"
    "{% else %}없음 (100% 사업비){% endif %}"
)
_CONSULT = (
    "{{ lodging.to_consult | box }} 협의 대상   {{ (lodging.to_consult == false) | box }} 해당 없음"
    " (2박 이상이거나 학교 대응금이 없으면 협의)"
)

FORM = sheet(
    "학교 밖 프로그램 자체 검토서",
    fields(
        ("행사", "{{ lodging.event }}"),
        ("학교", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("숙소", "{{ lodging.name }}", "지역", "{{ lodging.area.name }}"),
        (
            *("기간", "{{ lodging.nights | krange }}"),
            *("박 수", "{% if lodging.night_count is not none %}{{ lodging.night_count }}박{% endif %}"),
        ),
        (
            *("숙박 인원", "{% if lodging.guests %}{{ lodging.guests | length }}명{% endif %}"),
            *("숙박료", "{% if lodging.guests %}{{ lodging.guests_won | won }}{% endif %}"),
        ),
        ("학교 대응금", _SHARE),
    ),
    Heading("■ 자체 검토"),
    REVIEW,
    Heading("■ 결과"),
    fields(
        ("재단 협의", _CONSULT),
        ("검토 결과", checkboxes("lodging.review.decision", DECISIONS)),
        ("재단 협의 결과", "{{ lodging.review.consulted }}"),
    ),
    Outline(
        "※ 수강자와 강사의 숙박은 이틀 이상의 집합형 프로그램에만 지원하며, 외유성 행사는 하지 않습니다."
    ),
    fields(
        (
            *(
                "작성자",
                "{{ [case.author.affiliation, case.author.position, case.author.name] "
                "| select | join(' ') }}",
            ),
            *(
                "내부결재",
                "{{ expense.internal_approval.no }}{% if expense.internal_approval.on %} "
                "({{ expense.internal_approval.on }}){% endif %}",
            ),
        )
    ),
    author=None,
    approval="expense.approval",
)
