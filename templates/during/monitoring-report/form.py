"""프로그램 운영 현황 점검결과 (제1장 Ⅳ-2): the four things that the guideline has checked, in its order."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    checkboxes,
    fields,
    photos,
    school_block,
    sheet,
    table_of,
    when,
)

RESULTS = {word: word for word in ("양호", "보통", "미흡")}


def _checks(items: str) -> Grid:
    return table_of(
        items,
        Column("점검항목", "{{ row.item }}", 50, "left"),
        Column("결과", checkboxes("row.result", RESULTS), 48),
        Column("내용", "{{ row.note }}", 60, "left"),
    )


FORM = sheet(
    "프로그램 운영 현황 점검결과",
    school_block(),
    fields(
        ("과정명", "{{ visit.course.name }}"),
        ("프로그램명", "{{ visit.name }}", "회차·분반", "{{ visit.run }}회차 {{ visit['class'] }}반"),
        ("점검 일시", "{{ visit.at }}", "장소", "{{ visit.place }}"),
    ),
    Heading("■ 점검자"),
    table_of(
        "visit.inspectors",
        Column("구분", "{{ row.side }}", 36),
        Column("소속", "{{ row.who.affiliation }}", 44),
        Column("직위", "{{ row.who.position }}", 30),
        Column("성명", "{{ row.who.name }}", 30),
        Column("서명", "", 24),
    ),
    Heading("■ 출결 및 출결관리 실태"),
    _checks("visit.attendance_check"),
    Heading("■ 프로그램 운영 실태 (계획 대비 운영)"),
    _checks("visit.programme_check"),
    Heading("■ 장비 및 시설 현황"),
    _checks("visit.equipment_check"),
    Heading("■ 이수자 인터뷰(질의응답)"),
    table_of(
        "visit.interviews",
        Column("대상", "{{ row.who }}", 22),
        Column("질문", "{{ row.question }}", 34, "left"),
        Column("답변", "{{ row.answer }}", 42, "left"),
        Column("애로사항", "{{ row.difficulty }}", 28, "left"),
        Column("추가 요청", "{{ row.request }}", 32, "left"),
    ),
    Heading("■ 문제점 및 개선방안"),
    table_of(
        "visit.improvements",
        Column("문제점", "{{ row.problem }}", 36, "left"),
        Column("개선방안", "{{ row.remedy }}", 36, "left"),
        Column("조치", "{{ row.action }}", 36, "left"),
        Column("담당", "{{ row.who.name }}", 20),
        Column("기한", "{{ row.due_on }}", 26),
    ),
    *when("visit.photos", photos("visit.photos")),
    author="visit",
)
