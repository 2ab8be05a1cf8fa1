"""운영기관 업무담당자 지정 현황 (제1장 Ⅰ 주요 사항): seven duties as printed, and who has each.

A duty may be held by several people; a duty of the institution's own comes after the printed ones.
"""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Label, Repeat, Row, fields, sheet

OPERATION = (
    ("실무관리자(PL)", "■ 실무(운영) 총괄 담당자(사업 전반적인 운영 관련 재단과 소통)"),
    ("시스템", "■ 프로그램 등록 및 전자출결, 이수관리 등 시스템 담당자"),
    ("예산·회계", "■ 예산, 회계 관련 담당자"),
    ("문의 대응", "■ 학교 및 사업 운영 관련 문의, 민원 대응 담당자"),
)
PROGRAMME = (
    (
        "개발·운영",
        "■ 과정별 프로그램 개발 및 운영 담당자\n- 프로그램 현장 의견 수렴, 프로그램 고도화 및 관련 내용 대응",
    ),
    (
        "운영지원 담당자",
        "■ 코디네이터와 함께 학교를 방문하여 면담과정 기록\n"
        "■ 해당 학교 지원에 필요한 전 과정 기록 및 관리\n"
        "* 학교가 필요한 행정, 요구 자료 작성 및 제출 등\n"
        "■ 사업 추진에 필요한 주요 행정 사항 처리\n"
        "* 프로그램 결과, 변화의 여정 보고서 등",
    ),
    (
        "코디·강사 활용 및 관리",
        "■ 코디네이터, 강사 선발, 구성 및 학교 배치 담당\n■ 코디네이터, 강사 평가 및 재교육, 변경 등",
    ),
)
_HEADS = ("연번", "구분", "주요인력", "성명", "연락처", "이메일", "비고")
_KEYS = ("who.name", "who.phone | phone", "who.email")


def _people(duty: str) -> tuple[Entry, ...]:
    held = f'duties | selectattr("duty", "equalto", "{duty}")'
    texts = (f"{{%p for row in {held} %}}\n{{{{ row.{key} }}}}\n{{%p endfor %}}" for key in _KEYS)
    return tuple(Entry(text, align="center") for text in texts)


def _rows(group: str, duties: tuple[tuple[str, str], ...], first: int) -> tuple[Row, ...]:
    """The duties of a group, whose name stands once beside them."""
    made = []
    for number, (duty, note) in enumerate(duties, first):
        name = (Label(group, rows=len(duties)),) if number == first else ()
        cells = (Label(str(number)), *name, Label(duty), *_people(duty), Entry(note))
        made.append(Row(cells))
    return tuple(made)


OTHERS = Repeat(
    "row in others",
    (
        Entry("{{ loop.index + 7 }}", align="center"),
        Entry("기타", align="center"),
        Entry("{{ row.duty }}", align="center"),
        *(Entry(f"{{{{ row.{key} }}}}", align="center") for key in _KEYS),
        Entry(),
    ),
)

FORM = sheet(
    "운영기관 업무담당자 지정 현황",
    fields(("기관명", "{{ office.name }}", "구분", "{{ office.role }}"), width=257),
    Grid(
        (11, 21, 30, 22, 31, 46, 96),
        (
            Row(tuple(map(Label, _HEADS)), running=True),
            *_rows("운영·관리", OPERATION, 1),
            *_rows("프로그램", PROGRAMME, 5),
            OTHERS,
        ),
    ),
    landscape=True,
)
