"""Data of rows as plain objects: laid over one another, looked into, days made days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.bulk.targets import Target
from docgen.case.moments import parse_date, parse_datetime

__all__ = ["held", "laid_over", "nested", "with_dates"]


def laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Data laid over data: objects key by key, anything else in the place of what was there."""
    return {
        **under,
        **{
            key: laid_over(under[key], value)
            if isinstance(value, dict) and isinstance(under.get(key), dict)
            else value
            for key, value in over.items()
        },
    }


def held(data: Any, target: Target) -> Any:
    """What data hold for a value, None where they hold nothing."""
    for step in target.path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def nested(target: Target, value: Any) -> dict[str, Any]:
    """Data that hold that value alone."""
    for step in reversed(target.path):
        value = {step: value}
    found: dict[str, Any] = value
    return found


def with_dates(value: Any) -> Any:
    """The data with every text that is a day or a moment as one, as unquoted in a YAML file."""
    if isinstance(value, dict):
        return {key: with_dates(held) for key, held in value.items()}
    if isinstance(value, str) and 10 <= len(value) <= 19:
        return parse_date(value) or (parse_datetime(value) if len(value) > 10 else None) or value
    return value
