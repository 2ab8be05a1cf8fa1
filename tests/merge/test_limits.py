"""What a hostile template asks for is refused in time; each attack here would else hang or fill memory."""

from __future__ import annotations

import io
import time
import zipfile
from typing import Any

import pytest

from docgen import DataError, Diagnostic, Limits, TemplateError, WordTemplate
from docgen.merge.limits import LimitError
from docgen.merge.sandbox import environment
from tests.merge.word_files import opened, texts, word_file

NEST = "{% set n = namespace(s=[1]) %}{% for i in range(40) %}{% set n.s = [n.s, n.s] %}{% endfor %}"
BOMBS = [
    "{{ 'x' * 10**9 }}",
    "{{ 10**9 * 'x' }}",
    "{{ [1] * 10**9 }}",
    "{{ ([1] * 10**5) * 10**5 }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ (10 ** 9999) ** 9999 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%.1000000000f' % 1 }}",
    "{{ '%*d' % (10**9, 1) }}",
    "{{ '%1000000000d' | format(1) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{:{w}}'.format(1, w=10**9) }}",
    "{{ 'x' | center(10**9) }}",
    "{{ 'x'.center(10**9) }}",
    "{{ 'x'.ljust(10**9) }}",
    "{{ 'x'.zfill(10**9) }}",
    "{{ '\\t'.expandtabs(10**9) }}",
    "{{ 'x'.encode().rjust(10**9) }}",
    "{{ 'xx' | indent(10**9, true) }}",
    "{{ 'x' | indent('y' * 10**6, true) }}",
    "{{ [1] | batch(10**9, 'x') | list }}",
    "{{ [1] | slice(10**9) | list }}",
    "{{ [1] | tojson(10**9) }}",
    "{{ ('x' * 10**5) | replace('x', 'y' * 10**5) }}",
    "{{ ('x' * 10**5).replace('x', 'y' * 10**5) }}",
    "{{ (['x' * 10**5] * 10**5) | join }}",
    "{{ (range(10**5) | list) | join('y' * 10**5) }}",
    "{{ ('y' * 10**5).join(['x'] * 10**5) }}",
    "{{ (1).to_bytes(10**9, 'big') }}",
    "{{ ('x' * 10**5).translate({120: 'y' * 10**5}) }}",
    "{% set n = namespace(s='xxxxxxxx') %}{% for i in range(40) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "{% set n = namespace(s='xxxxxxxx') %}{% for i in range(40) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    NEST + "{{ n.s }}",
    NEST + "{{ n.s | string }}",
    NEST + "{{ n.s ~ 'x' }}",
    NEST + "{{ '%s' % [n.s] }}",
    NEST + "{{ n.s == n.s }}",
    NEST.replace("[n.s, n.s]", "(n.s, n.s)") + "{{ {n.s: 1} }}",
    NEST.replace("[n.s, n.s]", "dict(a=n.s, b=n.s)"),
    NEST.replace("[n.s, n.s]", "(n.s * 2) | batch(2) | list"),
    "{% macro m(n) %}{% if n %}{{ m(n - 1, varargs, varargs) }}{% endif %}{% endmacro %}{{ m(60, 1) }}",
    "{% set x = ['y' * 10**5] * 9 %}{{ (x * 10**4) == (x * 10**4) }}",
    "{{ ('{0}' * 10**4).format('x' * 10**5) }}",
    "{{ ('%(a)s' * 10**4) % {'a': 'x' * 10**5} }}",
    "{{ ('%(a)s' * 10**4) | format(a='x' * 10**5) }}",
    "{{ ([[1] * 10**4] * 10**2) | sum(start=[]) | length }}{{ ([[1] * 10**5] * 10**5) | sum(start=[]) }}",
    "{{ ('x\n' * 10**5) | indent('y' * 101) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% for x in [[[]]] recursive %}{{ loop([[x]]) }}{% endfor %}",
]


def refused(template: bytes, limits: Limits | None = None, **data: Any) -> Diagnostic:
    with pytest.raises(TemplateError) as caught:
        WordTemplate(template, limits=limits).render(data)
    return caught.value.diagnostics[0]


class DescribeBombs:
    @pytest.mark.parametrize("bomb", BOMBS)
    def they_are_refused_at_their_place_within_seconds(self, bomb: str) -> None:
        start = time.monotonic()
        found = refused(word_file("앞", bomb), Limits(turns=100_000))
        assert time.monotonic() - start < 5
        assert found.code in ("template.failed", "template.barred")
        assert "메모리" not in found.message  # refused beforehand, not when the memory ran out
        assert found.place == "본문 2번째 문단"

    @pytest.mark.parametrize("bomb", ["{{ 'x' * 10**9 }}", "{{ 9**(9**9) }}", "{{ 'x' | center(10**9) }}"])
    def they_are_refused_in_rules_too(self, bomb: str) -> None:
        with pytest.raises(Exception, match="최대"):
            environment().from_string(bomb).render()


class DescribeLimits:
    NESTED = "".join(f"{{% for {name} in range(900) %}}" for name in "ijk") + "{% endfor %}" * 3

    def the_turns_of_all_loops_are_counted_together(self) -> None:
        assert "최대 100,000번" in refused(word_file(self.NESTED), Limits(turns=100_000)).message
        assert (
            "최대 10번"
            in refused(word_file("{% for i in range(11) %}{% endfor %}"), Limits(turns=10)).message
        )

    def the_calls_of_macros_count_as_turns(self) -> None:
        source = "{% macro m() %}{% endmacro %}" + "{{ m() }}" * 11
        assert "최대 10번" in refused(word_file(source), Limits(turns=10)).message

    def the_time_is_bounded(self) -> None:
        start = time.monotonic()
        found = refused(word_file(self.NESTED), Limits(seconds=0.2, turns=10**9))
        assert "시간이 너무 오래" in found.message
        assert time.monotonic() - start < 2

    def the_time_is_bounded_where_turns_are_slow(self) -> None:
        slow = "{% set x = range(10**5) | list %}{% for i in range(999) %}{% set y = [x, x] %}{% endfor %}"
        start = time.monotonic()
        assert "시간이 너무 오래" in refused(word_file(slow), Limits(seconds=0.2)).message
        assert time.monotonic() - start < 2

    def the_text_that_comes_out_is_bounded(self) -> None:
        rows = "{% for i in range(1000) %}{{ x }}{% endfor %}"
        assert "최대 1,000,000자" in refused(word_file(rows), Limits(characters=10**6), x="가" * 2000).message
        rows = "{% for i in range(100000) %}" + "글" * 100 + "{% endfor %}"
        assert "최대 1,000,000자" in refused(word_file(rows), Limits(characters=10**6)).message

    def the_needs_of_a_large_school_are_far_below_them(self) -> None:
        template = WordTemplate(word_file("{% for r in rows %}{{ r | upper }}, {% endfor %}"))
        assert len(texts(template.render({"rows": ["ab"] * 20_000}))[0]) == 80_000


class DescribeHostileFiles:
    def a_flood_of_tags_is_refused(self) -> None:
        assert refused(word_file("{{ a }}" * 20_001)).code == "template.too-many-tags"

    @pytest.mark.parametrize(
        "lines",
        [
            ["{{ a }}" * 8_000],
            ["{% if a %}가{% endif %}" * 4_000],
            ["{% if a %}", *["{% endif %}{% if a %}"] * 2_000, "{% endif %}"],
            ["{%- if a -%}", "{%- endif -%}"] * 2_000,
        ],
    )
    def the_compiling_of_many_tags_takes_time_in_proportion(self, lines: list[str]) -> None:
        template = word_file(*lines)
        start = time.monotonic()
        WordTemplate(template)
        assert time.monotonic() - start < 5

    def an_xml_bomb_is_refused(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        with pytest.raises(DataError) as caught:
            WordTemplate(changed(word_file("{{ x }}"), "word/document.xml", lambda xml: doctype(xml, bomb)))
        assert caught.value.diagnostics[0].code == "package.dtd"

    def an_external_entity_is_not_read(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        with pytest.raises(DataError):
            WordTemplate(changed(word_file("{{ x }}"), "word/document.xml", lambda xml: doctype(xml, bomb)))

    def a_member_that_leaves_the_package_is_refused(self) -> None:
        with pytest.raises(DataError) as caught:
            WordTemplate(changed(word_file("{{ x }}"), "../evil.txt", lambda _: b""))
        assert caught.value.diagnostics[0].code == "package.path"

    def an_external_picture_or_template_is_passed_on_unread(self) -> None:
        external = (
            b'<Relationship Id="rId900" TargetMode="External" Target="file:///etc/hostname" Type='
            b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        )
        relations = "word/_rels/document.xml.rels"
        template = changed(
            word_file("{{ x }}"),
            relations,
            lambda xml: xml.replace(b"</Relationships>", external + b"</Relationships>"),
        )
        rendered = WordTemplate(template).render({"x": "가"})
        before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (template, rendered))
        assert after.read(relations) == before.read(relations)
        assert sorted(after.namelist()) == sorted(before.namelist())

    def a_character_that_passes_for_a_marker_of_ours_is_taken_out(self) -> None:
        assert texts(WordTemplate(word_file("\ufdd07\ufdd1{{ x }}")).render({"x": "가"})) == ["7가"]

    @pytest.mark.parametrize("text", [r"{{ '\x0b' }}", r"{{ '\x0b' | e }}", "{{ x | e }}"])
    def no_expression_writes_what_xml_cannot_carry(self, text: str) -> None:
        assert refused(word_file(text), x="\x0b").code == "template.forbidden-character"

    def a_forged_marker_shows_nothing(self) -> None:
        with pytest.raises(TemplateError):
            WordTemplate(word_file(r"{{ '\ufdd0' ~ 0 ~ '\ufdd1' }}")).render({})


def changed(data: bytes, member: str, change: Any) -> bytes:
    """A package with one member changed, or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
        if member not in old.namelist():
            new.writestr(member, change(b""))
    return buffer.getvalue()


def doctype(xml: bytes, declaration: str) -> bytes:
    head, _, rest = xml.partition(b"?>")
    return head + b"?>" + declaration.encode() + rest


class DescribeOrdinaryUse:
    def a_filter_that_spoils_escaped_text_is_named(self) -> None:
        assert refused(word_file("{% set x %}R&D{% endset %}{{ x | upper }}")).code == "value.spoilt"

    @pytest.mark.parametrize(
        ("source", "printed"),
        [
            ("{{ 3 * 4 }} {{ 2 ** 10 }} {{ '-' * 10 }}", "12 1024 ----------"),
            ("{{ '%05.1f' % 2.25 }} {{ '%s' | format('가') }} {{ '{:>3}'.format(1) }}", "002.2 가   1"),
            ("{{ 'a' | center(5) }}.{{ [1, 2] | join(', ') }}", "  a  .1, 2"),
            ("{{ [1, 2, 3] | batch(2) | list }}", "[[1, 2], [3]]"),
            ("{{ 'a.b' | replace('.', ' ') }} {{ 'a-b'.replace('-', '') }}", "a b ab"),
            ("{{ '가' ~ 1 ~ none }}", "가1"),
        ],
    )
    def it_is_not_disturbed(self, source: str, printed: str) -> None:
        assert texts(WordTemplate(word_file(source)).render({})) == [printed]

    def the_document_stays_one_that_word_opens(self) -> None:
        assert opened(WordTemplate(word_file("{{ x }}")).render({"x": 1})).paragraphs[0].text == "1"


class DescribeObjectsOfTheData:
    """The objects of a case refer to one another; a list of them is as long as it is, not as deep."""

    @pytest.mark.parametrize(
        ("expression", "printed"),
        [
            ("(rows | batch(6) | list) | length", "10"),
            ("(rows + rows) | length", "120"),
            ("(rows | list) | length", "60"),
            ("rows | join('', attribute='a')", "1" * 60),
            ("(rows | groupby('a')) | length", "1"),
            ("[rows[0], rows[1]] | length", "2"),
            ("{'row': rows[0]}.row.a", "1"),
            ("dict(row=rows[0]).row.a", "1"),
        ],
    )
    def they_may_be_listed_however_much_they_hold(self, expression: str, printed: str) -> None:
        def thing(depth: int) -> dict[str, object]:
            return {"a": 1, "b": [thing(depth - 1) for _ in range(9)] if depth else []}

        rows = [thing(4)] * 60
        assert environment().from_string(f"{{{{ {expression} }}}}").render(rows=rows) == printed

    @pytest.mark.parametrize(
        "step", ["{'a': ns.x, 'b': ns.x}", "dict(a=ns.x, b=ns.x)", "[ns.x, ns.x]", "[{'a': ns.x}] + [ns.x]"]
    )
    def they_may_not_be_made_without_end(self, step: str) -> None:
        source = (
            "{% set ns = namespace(x=1) %}{% for i in range(60) %}{% set ns.x = " + step + " %}{% endfor %}"
        )
        with pytest.raises(LimitError):
            environment().from_string(source).render()
