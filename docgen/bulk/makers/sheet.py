"""A maker of a template whose folder says, in `row.yaml`, what a row of a sheet holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, Final

from jsonschema import Draft202012Validator, SchemaError

from docgen.bulk.makers.data import held, laid_over, nested
from docgen.bulk.makers.template import TemplateMaker
from docgen.bulk.targets import Target, Targets, targets_of
from docgen.case.complete import completed
from docgen.case.load import load_case
from docgen.case.messages import finding
from docgen.case.model import Path, dotted
from docgen.case.schema import checker
from docgen.case.schemas import Schema
from docgen.catalogue.template import Work
from docgen.errors import DataError, Diagnostic, TemplateError

__all__ = ["ROW", "SheetMaker", "load_row"]

ROW: Final = "row.yaml"
"""The file of a template folder that says what a row of a sheet holds."""


def load_row(path: FilePath) -> Schema:
    """The schema in a row.yaml. Raises TemplateError where it is no schema of an object with properties."""
    declared = load_case(path)
    try:
        Draft202012Validator.check_schema(declared.data)
    except SchemaError as error:
        at = tuple(error.absolute_path)
        message = f"row.yaml이 JSON Schema가 아닙니다: {error.message}"
        raise TemplateError(declared.diagnostic(at, "row.no-schema", message)) from None
    if not isinstance(declared.data.get("properties"), dict):
        message = "row.yaml에 properties가 없습니다."
        hint = "한 행에 적는 값을 properties 아래에 적으세요."
        raise TemplateError(declared.diagnostic((), "row.no-properties", message, hint=hint))
    return declared.data


@dataclass(frozen=True)
class SheetMaker(TemplateMaker):
    """Rows that say what the tags print, by the schema in `row.yaml`."""

    schema: Schema = field(default_factory=dict)

    @property
    def stamp(self) -> str:
        """The Word file, the description, and what a row is."""
        return f"{super().stamp} {self.schema}"

    @cached_property
    def targets(self) -> Targets:
        """The values of row.yaml."""
        return Targets(targets_of(self.schema))

    @property
    def wholes(self) -> Mapping[str, Path]:
        """The names at the top of row.yaml."""
        return {name: (name,) for name in self.schema["properties"]}

    @cached_property
    def required(self) -> tuple[Target, ...]:
        """What row.yaml asks for and the common values do not give."""
        needed = [target for target in self.targets.known if _needed(self.schema, target)]
        return tuple(target for target in needed if held(self._common, target) is None)

    @cached_property
    def _common(self) -> dict[str, Any]:
        """Of the common case, what row.yaml knows."""
        found: dict[str, Any] = {}
        for target in self.targets.known:
            if (value := held(self.common, target)) is not None:
                found = laid_over(found, nested(target, value))
        return found

    @cached_property
    def _checker(self) -> Any:
        return checker(self.schema)

    @cached_property
    def _blank(self) -> dict[str, Any]:
        """The names that the template derives: nothing where the row does not say them."""
        return dict.fromkeys(self.description.derive)

    def works(
        self, data: Mapping[str, Any], line: int, checked: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The one document of the row."""
        whole = laid_over(self._common, data)
        errors = () if checked else self._checker.iter_errors(whole)
        faults = [self._found(error, line) for error in errors]
        if faults:
            raise DataError(*faults)
        bound = self._blank | completed(self.schema, whole)
        return [Work("", bound, self.folder)], []

    def _found(self, error: Any, line: int) -> Diagnostic:
        path = tuple(error.absolute_path)
        found = finding(error, ("row", *path), self.schema)
        code = f"schema.{found.keyword}"
        return Diagnostic(code, found.message, file=self.file, line=line, path=dotted(path), hint=found.hint)


def _needed(schema: Schema, target: Target) -> bool:
    """Whether a schema asks for a value, and for every object around it."""
    for step in target.path:
        if step not in schema.get("required", ()):
            return False
        schema = schema["properties"][step]
    return True
