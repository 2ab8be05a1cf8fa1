"""숙박인 명단: who slept where for how much a night, each with a signature (제2장 Ⅴ [참고], Ⅲ-5)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Unit, author_block, fields, sheet, table_of

_NIGHTS = "{% if lodging.night_count is not none %} ({{ lodging.night_count }}박){% endif %}"
_CAP = (
    "{% if lodging.area.cap_won %}1인 1박 {{ lodging.area.cap_won | won }} "
    "{% if lodging.over_cap %}(초과 {{ lodging.over_cap }}명)"
    "{% elif lodging.guests %}(모두 이내){% endif %}{% endif %}"
)
_SUM = (
    "{% if lodging.guests %}{{ lodging.guests_won | won }} "
    "(1박 합계 {{ one_night_won | won }} × {{ lodging.night_count }}박){% endif %}"
)

FORM = sheet(
    "숙박인 명단",
    fields(
        ("행사", "{{ lodging.event }}"),
        ("숙소", "{{ lodging.name }}", "지역", "{{ lodging.area.name }}"),
        ("기간", f"{{{{ lodging.nights | krange }}}}{_NIGHTS}", "인원", "{{ lodging.guests | length }}명"),
        ("숙박비 상한", _CAP),
        ("숙박료", _SUM),
    ),
    author_block(),
    Heading("■ 명단"),
    Unit("(단위: 원)"),
    table_of(
        "lodging.guests",
        Column("소속", "{% keep loop.last %}{{ row.who.affiliation }}", 48),
        Column("성명", "{{ row.who.name }}", 28),
        Column("구분", "{{ row.side }}", 24),
        Column("객실", "{{ row.room }}", 16),
        Column("1박 금액", "{{ row.won | number }}", 22, "right", total="{{ one_night_won | number }}"),
        Column("서명", "", 20),
    ),
    Outline("※ 숙박인은 명단에 반드시 서명합니다."),
    author=None,
)
