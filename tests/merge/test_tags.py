"""Tags are found in plain text: kind, scope, quotes, what is not closed."""

from __future__ import annotations

import pytest

from docgen.merge.tags import Tag, Unclosed, scan


def tags(text: str) -> list[Tag]:
    return [item for item in scan(text) if isinstance(item, Tag)]


class DescribeScan:
    @pytest.mark.parametrize(
        ("text", "kind", "scope", "source"),
        [
            ("{{ name }}", "{{", "", "{{ name }}"),
            ("{{name}}", "{{", "", "{{name}}"),
            ("{{r rich }}", "{{", "r", "{{ rich }}"),
            ("{{ r }}", "{{", "", "{{ r }}"),
            ("{%tr for x in xs %}", "{%", "tr", "{% for x in xs %}"),
            ("{%tc endfor %}", "{%", "tc", "{% endfor %}"),
            ("{%p if a %}", "{%", "p", "{% if a %}"),
            ("{%r if a %}", "{%", "r", "{% if a %}"),
            ("{%- if a -%}", "{%", "", "{%- if a -%}"),
            ("{% print p %}", "{%", "", "{% print p %}"),
            ("{# 메모 {{ x }} #}", "{#", "", "{# 메모 {{ x }} #}"),
            ("{{ a }}", "{{", "", "{{ a }}"),
        ],
    )
    def it_reads_kind_and_scope(self, text: str, kind: str, scope: str, source: str) -> None:
        (tag,) = tags(f"앞 {text} 뒤")
        assert (tag.kind, tag.scope, tag.source, tag.text) == (kind, scope, source, text)

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("{{ x | default(“없음”) }}", '{{ x | default("없음") }}'),
            ("{{ x[‘a’] }}", "{{ x['a'] }}"),
            ("{{\u00a0x\u00a0}}", "{{ x }}"),
            ("{{ x\n}}", "{{ x }}"),
        ],
    )
    def it_undoes_what_word_autocorrects_inside_a_tag(self, text: str, source: str) -> None:
        assert [tag.source for tag in tags(text)] == [source]

    def it_looks_past_brackets_in_quotes(self) -> None:
        assert [tag.inner for tag in tags("{{ '}}' ~ x }}{{ y }}")] == [" '}}' ~ x ", " y "]

    def it_closes_a_tag_whose_quotes_do_not_pair_up(self) -> None:
        assert [tag.inner for tag in tags("{{ it's }}{{ y }}")] == [" it's ", " y "]

    def it_goes_on_behind_a_bracket_that_is_not_closed(self) -> None:
        items = list(scan("{{ a {% if b %}"))
        assert isinstance(items[0], Unclosed)
        assert [tag.keyword for tag in items[1:] if isinstance(tag, Tag)] == ["if"]

    def it_leaves_ordinary_braces_alone(self) -> None:
        assert list(scan("{ a } { % } 100% }} #}")) == []
