"""학교 디지털 교육환경 조사서: what the technical expert looks at before (제1장 Ⅰ, Ⅲ-1); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Row,
    Unit,
    fields,
    school_block,
    sheet,
    table_of,
)


def yes_or_no(value: str) -> str:
    """Two boxes, of which one is marked; none where nobody answered."""
    return f"{{{{ ({value} is true) | box }}}} 있음   {{{{ ({value} is false) | box }}}} 없음"


SUPPORT = "environment.other_support"

FORM = sheet(
    "학교 디지털 교육환경 조사서",
    school_block(),
    Heading("■ 무선망·인터넷 속도"),
    table_of(
        "environment.network",
        Column("장소", "{{ row.place }}", 50, align="left"),
        Column("AP 수", "{{ row.access_points | number }}", align="right"),
        Column("다운로드 Mbps", "{{ row.down_mbps | number(1) }}", 28, align="right"),
        Column("업로드 Mbps", "{{ row.up_mbps | number(1) }}", 28, align="right"),
        Column("측정일", "{{ row.measured_on }}", 30),
        blank=2,
    ),
    Heading("■ 디지털 기기"),
    Unit("(단위: 대)"),
    table_of(
        "environment.devices",
        Column("종류", "{{ row.kind }}", 38),
        Column("OS", "{{ row.os }}", 32),
        Column("대수", "{{ row.count | number }}", align="right", total="{{ devices | number }}"),
        Column("상태", "{{ row.state }}", 66, align="left"),
        blank=2,
    ),
    Heading("■ 공간"),
    table_of(
        "environment.rooms",
        Column("장소명", "{{ row.name }}", 56, align="left"),
        Column("수용인원(명)", "{{ row.seats | number }}", 28, align="right"),
        Column("전자칠판", yes_or_no("row.board"), 38),
        Column("전원", yes_or_no("row.power"), 38),
        blank=2,
    ),
    Heading("■ 지원 가능 여부"),
    fields(
        (
            "계정·플랫폼",
            "{{ environment.platforms }}",
            "기술지원 방문일",
            "{{ environment.technical_visit_on }}",
        ),
        (
            "중앙단위 인프라 점검단 등 기지원 여부",
            f"{yes_or_no(f'{SUPPORT}.given')}\n"
            f"지원 기관: {{{{ {SUPPORT}.by }}}}   지원일: {{{{ {SUPPORT}.on }}}}\n"
            f"내용: {{{{ {SUPPORT}.text }}}}\n"
            "※ 이미 지원받은 부문은 중복하여 지원하지 않는다.",
        ),
        ("지원 가능 부문·조치사항", "{{ environment.supportable }}"),
    ),
    Grid(
        (28, 82, 28, 32),  # as author_block
        (
            Row(
                (
                    Label("작성자", help="(소속·직위·성명)"),
                    Entry(
                        "{% set author = environment.surveyed_by if environment.surveyed_by.name "
                        "else case.author %}"
                        "{{ [author.affiliation, author.position, author.name] | select | join(' ') }}"
                    ),
                    Label("작성일"),
                    Entry("{{ environment.surveyed_on }}", align="center"),
                )
            ),
        ),
    ),
    author=None,
)
