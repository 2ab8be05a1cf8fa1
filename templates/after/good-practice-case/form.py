"""우수사례 (제1장 Ⅶ): one case of a classroom or of a school, from why it began to where it spread."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    LongText,
    Row,
    fields,
    school_block,
    sheet,
    table_of,
    when,
)

KINDS = {
    "①": "디지털 기반 교육혁신을 통한 교실혁신 우수 사례",
    "②": "디지털 전환을 성공적으로 진행한 학교 사례",
}
KIND = "\n".join(f"{{{{ (practice.kind == '{mark}') | box }}}} {mark} {text}" for mark, text in KINDS.items())
PICTURE = (
    "{% if (row[-4:] | lower) in ['.png', '.jpg', 'jpeg'] %}"
    "{{ row | image(width='96mm', height='64mm', fit=true, optional=true) }}{% endif %}"
)
BODY = {"배경": "background", "실천 내용": "practice", "성과": "result", "확산": "spread"}


def _body() -> tuple[Heading | Grid, ...]:
    made: list[Heading | Grid] = []
    for label, key in BODY.items():
        made += [Heading(f"■ {label}"), Grid((170,), (LongText(f"{{{{ practice.{key} }}}}", height=15),))]
    return tuple(made)


FORM = sheet(
    "우수사례",
    Grid(
        (28, 142),
        (
            Row((Label("제목"), Entry("{{ practice.title }}"))),
            Row((Label("유형"), Entry(KIND))),
        ),
    ),
    school_block(),
    fields(("교사", "{{ practice.teacher }}", "과정", "{{ course }}")),
    *_body(),
    *when(
        "practice.files",
        Heading("■ 사진·자료"),
        table_of(
            "practice.files",
            Column("파일", "{{ row }}", 58, "left"),
            Column("사진", PICTURE, 100),
            blank=1,
        ),
    ),
)
