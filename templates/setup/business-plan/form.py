"""사업계획서 (제2장 Ⅰ; 제1장 Ⅸ 붙임 지표 1·4): what a consortium will do, with whom and for how much."""

from __future__ import annotations

from docgen.catalogue.form import (
    Chapter,
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    LongText,
    Outline,
    Repeat,
    Row,
    Unit,
    each,
    fields,
    report,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part
from templates.money.tree import tree

_PERSON = "[{0}.affiliation, {0}.position, {0}.name] | select | join(' ')"


def _person(who: str) -> str:
    return f"{{{{ {_PERSON.format(who)} }}}}"


def _texts(*texts: tuple[str, str]) -> tuple[Part, ...]:
    """Headings with what stands below each."""
    made: list[Part] = []
    for heading, key in texts:
        made += [Heading(heading), Grid((170,), (LongText(f"{{{{ {key} }}}}", height=9),))]
    return tuple(made)


PROGRAMMES = Grid(
    (26, 42, 20, 19, 13, 50),
    (
        Row(
            tuple(map(Label, ("구분", "과정", "대상", "필수·선택", "차시", "프로그램명 (운영기관)"))),
            running=True,
        ),
        Repeat(
            "row in project.courses",
            (
                Entry("{% merge %}{{ row.category }}", align="center"),
                Entry("{{ row.number }}. {{ row.name }}"),
                Entry("{{ row.audience }}", align="center"),
                Entry("{{ row.kind }}", align="center"),
                Entry(
                    "{{ row.min_sessions }}{% if row.max_sessions != row.min_sessions %}~{% endif %}",
                    align="center",
                ),
                Entry(
                    "{%p for one in row.programmes %}\n"
                    "{{ one.name }}{% if one.sessions %} {{ one.sessions }}차시{% endif %}"
                    " ({{ one.office.name }})\n"
                    "{%p endfor %}"
                ),
            ),
        ),
    ),
)

FORM = report(
    "사업계획서",
    "{{ project.agreement.signed_on or case.written_on }}",
    Chapter("Ⅰ. 사업 개요"),
    Heading("1. 사업의 개요"),
    fields(
        ("사업명", "{{ project.name }}"),
        ("주관기관", "{{ project.lead.name }}", "협력기관", "{{ partners | join(', ') }}"),
        ("사업책임자\n(과제책임자)", _person("project.head")),
        (
            "협약기간",
            "{{ project.agreement.period | krange }}",
            "협약일",
            "{{ project.agreement.signed_on }}",
        ),
        (
            "협약 금액",
            "{{ project.agreement.amount_won | won }}",
            "목표학교",
            "{{ project.target_schools | number }}교",
        ),
    ),
    Heading("2. 운영권역 및 목표학교 수"),
    Unit("(단위: 교)"),
    table_of(
        "project.targets",
        Column("권역", "{% merge %}{{ row.region.printed }}", 70),
        Column(
            "시·도", "{{ row.province.word if row.province }}{% if row.part %} {{ row.part }}{% endif %}", 50
        ),
        Column(
            "목표학교 수",
            "{{ row.schools | number }}",
            38,
            "right",
            total="{{ project.target_schools | number }}",
        ),
        blank=1,
    ),
    Chapter("Ⅱ. 추진 목적 및 방향"),
    *_texts(
        ("1. 추진 목적", "project.purpose"),
        ("2. 추진 배경", "project.plan.background"),
        ("3. 추진 목표", "project.plan.goals"),
        ("4. 추진 방향과 전략", "project.plan.strategy"),
    ),
    Chapter("Ⅲ. 추진 체계"),
    *_texts(("1. 추진 체계", "project.plan.organisation")),
    Heading("2. 주관·협력기관의 역할 구분"),
    Unit("(단위: 원)"),
    table_of(
        "project.shares",
        Column("구분", "{{ row.role }}", 20),
        Column("기관", "{{ row.name }}", 36),
        Column("역할", "{{ row.partner.role_text if row.partner else project.lead_role }}", 52, "left"),
        Column(
            "분담금액",
            "{{ row.planned_won | number }}",
            28,
            "right",
            total="{{ project.planned_won | number }}",
        ),
        Column(
            "비율",
            "{{ row.share_percent | percent }}",
            18,
            "right",
            total="{% if project.planned_won %}100.0%{% endif %}",
        ),
        blank=1,
        numbered=False,
        long=True,
    ),
    Heading("3. 참여인력"),
    Unit("(단위: 원)"),
    table_of(
        "project.staff",
        Column("성명", "{{ row.who.name }}", 18),
        Column("소속·직위", "{{ [row.who.affiliation, row.who.position] | select | join(' ') }}", 34, "left"),
        Column("담당업무", "{{ row.duty }}", 32, "left"),
        Column("참여기간\n(개월)", "{{ row.months | number }}", 17, "right"),
        Column("참여율\n(%)", "{{ row.rate_percent | number }}", 15, "right"),
        Column("기본급(월)", "{{ row.base_pay_won | number }}", 25, "right"),
    ),
    *each(
        "office in offices",
        Heading("4. 사업단 직무기술{% if offices | length > 1 %} ({{ office.name }}){% endif %}"),
        table_of(
            "office.duties",
            Column("업무", "{{ row.duty }}", 60, "left"),
            Column("담당자", "{{ [row.who.position, row.who.name] | select | join(' ') }}", 40),
            Column("연락처", "{{ row.who.phone | phone }}", 34),
            blank=2,
        ),
    ),
    Heading("5. 기관 간(내) 협의 일정"),
    table_of(
        "project.plan.meetings",
        Column("시기", "{{ row.when }}", 34),
        Column("내용", "{{ row.content }}", 70, "left"),
        Column("참석", "{{ row.who }}", 54, "left"),
        blank=2,
    ),
    Chapter("Ⅳ. 추진 내용"),
    Heading("1. 프로그램 구성"),
    PROGRAMMES,
    *_texts(
        ("2. 학교 모집 방안", "project.plan.recruiting"),
        ("3. 품질 관리 방안", "project.plan.quality"),
        ("4. 성과 확산 방안", "project.plan.spread"),
    ),
    Heading("5. 추진 일정"),
    table_of(
        "project.timeline",
        Column("시기", "{{ row.month }}", 40),
        Column("내용", "{{ row.text }}", 118, "left"),
        blank=2,
    ),
    Chapter("Ⅴ. 예산 편성 계획", new_page=True),
    Unit("(단위: 천원)"),
    tree(
        "project",
        Column(
            "산출 내용", "{{ line.budget_lines | map(attribute='detail') | select | join(', ') }}", 46, "left"
        ),
        Column(
            "금액",
            "{{ (line.planned_won / 1000) | number(0) }}",
            25,
            "right",
            total="{{ (branch.planned_won / 1000) | number(0) }}",
        ),
        Column(
            "구성비",
            "{{ (line.planned_won * 100 / project.planned_won) | percent if project.planned_won }}",
            20,
            "right",
            total="{{ (branch.planned_won * 100 / project.planned_won) | percent if project.planned_won }}",
        ),
        having="planned_won",
        width=170,
    ),
    *when(
        "project.planned_won", Outline("※ 단가와 수량, 횟수는 예산 편성 계획서(사업비 산출내역)에 있습니다.")
    ),
    Chapter("Ⅵ. 자체 성과지표"),
    table_of(
        "project.indicators",
        Column("구분", "{% merge %}{{ row.kind }}", 16),
        Column("지표명", "{{ row.name }}", 42, "left"),
        Column("산식", "{{ row.formula }}", 52, "left"),
        Column("목표", "{{ row.target | number }}{{ row.unit }}", 20, "right"),
        Column("증빙", "{{ row.evidence }}", 30, "left"),
        blank=2,
    ),
    of="{{ project.name }}",
)
