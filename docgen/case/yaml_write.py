"""Write data as YAML 1.2 that people go on editing: plain text without quotes, several lines as a block."""

from __future__ import annotations

from typing import Any

import yaml

from docgen.case.yaml_file import add_core_resolvers

__all__ = ["write_yaml"]


class _Dumper(yaml.CSafeDumper):
    """libyaml's emitter with the core schema: only what this would read as something else gets quotes."""


_Dumper.yaml_implicit_resolvers = {}  # none of YAML 1.1
add_core_resolvers(_Dumper)


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _nothing(dumper: _Dumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(type(None), _nothing)


def write_yaml(data: dict[str, Any]) -> str:
    """The text of a YAML document; a key without a value for None."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**31 - 1)
