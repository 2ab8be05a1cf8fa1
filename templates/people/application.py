"""What the application forms of coordinators and instructors print alike (제1장 Ⅵ ①, ②).

The competencies that a form names beside its items (연계역량) differ, to the letter and the space.
"""

from __future__ import annotations

from docgen.catalogue.form import Entry, Heading, Label, Repeat, Row

__all__ = ["BASICS", "CAREER", "WIDTHS", "experience", "teaching", "trainings"]

WIDTHS = (18, 38, 33, 30, 25.5, 25.5)

BASICS = (
    Heading("■ 기본정보"),
    Row(
        (
            Label("성명"),
            Entry("{{ application.name }}", align="center"),
            Label("성별"),
            Entry("{{ application.gender }}", align="center"),
            Label("생년월일"),
            Entry("{{ application.birth_date }}", align="center"),
        )
    ),
    Row(
        (
            Label("소속"),
            Entry("{{ application.affiliation }}", align="center"),
            Label("직위/직책"),
            Entry("{{ application.position }}", align="center"),
            Label("담당교과", help="(중등 교원일 경우)"),
            Entry("{{ application.subject }}", align="center"),
        )
    ),
)

CAREER = Heading("■ 경력사항(지원자가 해당하는 항목만 기재)")

_TRAINING = (
    Entry("{{ row.name }}"),
    Entry(
        "{{ row.period | krange }}\n{% if row.sessions %}({{ row.sessions }}차시){% endif %}",
        align="center",
    ),
)


def teaching(careers: dict[str, str]) -> tuple[Row, ...]:
    """교사 경력: the heads, and a row for each career, its key in the data → its label."""
    heads = Row(
        (
            Label("교사 경력", columns=2),
            Label("근속연수"),
            Label("담당업무 및 주요역할 (최근 3년 이내, 최대 5개)", columns=3),
        )
    )
    side = (Label("교사경력", rows=len(careers)),)
    rows = [
        Row((side if n == 0 else ()) + _career(key, label)) for n, (key, label) in enumerate(careers.items())
    ]
    return heads, *rows


def _career(key: str, label: str) -> tuple[Label | Entry, ...]:
    return (
        Label(label, help="(연계역량: 학교조직이해)"),
        Entry(f"{{{{ application.{key}.years }}}}년", align="center"),
        Entry(
            f"{{%p for duty in application.{key}.duties | rows(1) %}}\n"
            "{% if duty %}- {{ duty }}{% endif %}\n"
            "{%p endfor %}",
            columns=3,
        ),
    )


def trainings(digital: str, other: str) -> tuple[Row | Repeat, ...]:
    """연수 이수 현황: digital and other trainings, with the competencies that each shows."""
    provider = Entry("{{ row.provider }}", columns=2, align="center")
    return (
        Row(
            (
                Label("교육경험", columns=2),
                Label("연수명"),
                Label("연수기간 (차시)"),
                Label("연수운영기관", columns=2),
            )
        ),
        Repeat(
            "row in application.digital_training | rows(1)",
            (
                Label("연수 이수 현황", rows=2),
                Label(
                    "디지털 관련 연수 이수",
                    help=f"(연계역량: {digital})\n※ 최근 3년 이내의 디지털 관련 이수 연수 기재 (최대 5개)",
                ),
                *_TRAINING,
                provider,
            ),
        ),
        Repeat(
            "row in application.other_training | rows(1)",
            (
                Label(
                    "기타 연수 이수",
                    help=f"(연계역량: {other})\n※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)",
                ),
                *_TRAINING,
                provider,
            ),
        ),
    )


def experience(certificates: str, lectures: str, projects: str) -> tuple[Row | Repeat, ...]:
    """자격증, 강의, 정부사업: three blocks whose label runs down over heads and rows."""
    return (
        _block(f"디지털/IT 관련 자격증|(연계역량: {certificates})", ("자격증명", "취득일자", "발행기관")),
        Repeat(
            "row in application.certificates | rows(1)",
            (
                Entry("{{ row.name }}", columns=2),
                Entry("{{ row.acquired_on }}", align="center"),
                Entry("{{ row.issuer }}", align="center"),
            ),
        ),
        _block(
            f"교원대상 강의 경험|(연계역량: {lectures})\n※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)",
            ("연수명", "연수기간(차시)", "역할", "연수 운영기관"),
        ),
        Repeat(
            "row in application.lectures | rows(1)",
            (
                *_TRAINING,
                Entry("{{ row.role }}", align="center"),
                Entry("{{ row.provider }}", align="center"),
            ),
        ),
        _block(
            f"정부사업 수행 경험|(연계역량: {projects})\n"
            "※ 최근 3년 이내에 공동연구진 또는 자문진 등으로 참여한 정부사업 정책 기재 (최대 5개)",
            ("사업명", "사업기간", "역할", "기관"),
        ),
        Repeat(
            "row in application.gov_projects | rows(1)",
            (
                Entry("{{ row.name }}"),
                Entry("{{ row.period | krange }}", align="center"),
                Entry("{{ row.role }}", align="center"),
                Entry("{{ row.organisation }}", align="center"),
            ),
        ),
    )


def _block(label: str, heads: tuple[str, ...]) -> Row:
    """The first row of a block: its label (`title|help`) over two columns, the heads over the other four."""
    title, help_lines = label.split("|")
    wide = 4 - len(heads) + 1  # the first head takes what the others leave
    return Row(
        (
            Label(title, columns=2, rows=2, help=help_lines),
            *(Label(head, columns=wide if n == 0 else 1) for n, head in enumerate(heads)),
        )
    )
