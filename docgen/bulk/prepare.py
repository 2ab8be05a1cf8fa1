"""From what a user asks for to a run: the template or Word file, the rows, the common case, the options."""

from __future__ import annotations

import hashlib
import json
import pickle
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Final

from docgen.bulk.columns import Columns
from docgen.bulk.executors import Executor
from docgen.bulk.makers.maker import Maker
from docgen.bulk.makers.sheet import ROW, SheetMaker, load_row
from docgen.bulk.makers.template import CaseMaker
from docgen.bulk.makers.word import WordMaker
from docgen.bulk.names import NamePattern
from docgen.bulk.rows.open import digest, read_rows
from docgen.bulk.rows.row import Row, Table
from docgen.bulk.run import Numbering, Progress, Run
from docgen.bulk.store import HIDDEN, open_store
from docgen.bulk.work import Job, Signs
from docgen.case.load import load_case
from docgen.case.model import Case
from docgen.case.unchecked import unchecked
from docgen.catalogue.template import Template
from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import read_file

__all__ = ["Asked", "prepare"]

_OUTPUT: Final = Path("output")


@dataclass(frozen=True)
class Asked:
    """What a user asks for.

    `template` is one of the catalogue (`overlay` the folder that it may be in) or the path of a Word file.
    `rows` is an open file of rows and its name, None for the documents of the case itself. `out` is a folder
    or URL, `journal` the folder of the journal, None for the usual. `given` maps headings to values,
    `pattern` is that of the names, None for the usual.
    """

    template: Template | Path
    rows: tuple[BinaryIO, str] | None
    case: Path | None
    formats: tuple[str, ...]
    out: str
    today: date
    executor: Callable[[bytes], Executor]
    overlay: Path | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    pattern: str | None = None
    strict: bool = False
    force: bool = False
    skip_bad: Path | None = None
    journal: Path | None = None
    numbering: Numbering | None = None
    signer: Signs | None = None
    progress: Progress = field(default=lambda what, done, total: None)


def prepare(asked: Asked) -> tuple[Run, str]:
    """The run, and what the rows were taken for, in Korean.

    Raises DataError for rows or a case that cannot be read, UsageError for what does not go together.
    """
    common = _common(asked)
    shared = {"--case의 자료": "" if common is None else _digest(json.dumps(common.data))}
    if asked.rows is None:
        maker, read = _of_case(asked, common)
        return _run(asked, maker, read, read(), shared)
    file, name = asked.rows
    read = partial(read_rows, file, name)
    table = read()
    return _run(asked, _maker(asked, common, table), read, table, shared | {"행": digest(file)})


def _common(asked: Asked) -> Case | None:
    if asked.case is None:
        return None
    return load_case(asked.case, None if isinstance(asked.template, Path) else asked.template.schemas)


def _of_case(asked: Asked, case: Case | None) -> tuple[Maker, Callable[[], Table]]:
    """The case itself as the only row."""
    if case is None or asked.case is None or isinstance(asked.template, Path):
        message = "무엇으로 만들지 행의 파일을 주어야 합니다."
        hint = "docgen bulk 이름 명단.xlsx, 또는 학교의 자료에서 만들려면 docgen bulk 이름 --case case.yaml"
        raise UsageError(Diagnostic("bulk.no-rows", message, hint=hint))
    asked.template.works(case)  # what is wrong with it, with its lines
    about = asked.template.description
    overlay = None if asked.overlay is None else asked.overlay.absolute()
    folder = asked.case.absolute().parent
    docx = read_file(asked.template.folder / "template.docx")
    maker = CaseMaker(docx, about, overlay, {}, case.name, folder)

    def read() -> Table:
        return Table(case.name, "자료 하나", None, iter([Row(1, case.data)]))

    return maker, read


def _maker(asked: Asked, common: Case | None, table: Table) -> Maker:
    beside = Path(table.name) if Path(table.name).is_file() else asked.case
    folder = None if beside is None else beside.absolute().parent
    if isinstance(asked.template, Path):
        values = {} if common is None else unchecked(common)
        sheet = table.columns is not None
        docx = read_file(asked.template)
        return WordMaker(docx, str(asked.template), values, table.name, folder, sheet)
    template = asked.template
    overlay = None if asked.overlay is None else asked.overlay.absolute()
    docx, about = read_file(template.folder / "template.docx"), template.description
    shared = {} if common is None else common.data
    own = template.folder / ROW
    if own.is_file():
        return SheetMaker(docx, about, overlay, shared, table.name, folder, load_row(own))
    return CaseMaker(docx, about, overlay, shared, table.name, folder)


def _run(
    asked: Asked, maker: Maker, read: Callable[[], Table], table: Table, rows: dict[str, str]
) -> tuple[Run, str]:
    pattern = asked.pattern or _usual_pattern(asked, maker)
    if pattern is not None and NamePattern(pattern, maker.named).needs_number and not asked.numbering:
        hint = "--ledger로 발급대장을 주거나 {number}를 빼세요."
        raise UsageError(Diagnostic("names.no-number", "발급번호가 없는 실행입니다.", hint=hint))
    columns = Columns(table.name, table.columns, maker.targets, asked.given, maker.wholes, maker.required)
    out = asked.out if "://" in asked.out else str(Path(asked.out).absolute())
    open_store(out)  # that there is such a place
    job = Job(
        maker,
        asked.formats,
        pattern,
        out,
        asked.strict,
        asked.rows is None,
        _is_numbered(asked),
        asked.signer,
    )
    usual = _OUTPUT / HIDDEN if "://" in asked.out else Path(asked.out) / HIDDEN
    run = Run(
        job,
        pickle.dumps(job),
        asked.journal or usual,
        read,
        columns,
        asked.executor,
        rows | _same(asked, maker, job),
        uuid.uuid4().hex,
        asked.today,
        asked.numbering,
        asked.skip_bad,
        asked.force,
        asked.progress,
    )
    return run, table.about


def _usual_pattern(asked: Asked, maker: Maker) -> str | None:
    """How documents are called that their template does not name: nothing personal."""
    if isinstance(maker, CaseMaker):
        return None
    title = asked.template.stem if isinstance(asked.template, Path) else asked.template.title
    return title.replace("{", "{{").replace("}", "}}").replace("/", "_") + "_{no:06d}"


def _is_numbered(asked: Asked) -> bool:
    """Whether the documents get numbers; UsageError where there is a ledger and they are of another kind."""
    if asked.numbering is None:
        return False
    if isinstance(asked.template, Path) or not asked.template.description.register:
        message = "발급대장에 올리는 문서가 아닙니다."
        hint = "--ledger를 빼거나, template.yaml에 register를 적은 서식을 쓰세요."
        raise UsageError(Diagnostic("bulk.no-register", message, hint=hint))
    return True


def _same(asked: Asked, maker: Maker, job: Job) -> dict[str, str]:
    """What besides the rows a run must be like to go on with: each part with its digest."""
    options = (job.formats, job.pattern, job.strict, job.out, dict(asked.given), job.signer is not None)
    return {
        "서식": _digest(maker.stamp),
        "옵션": _digest(json.dumps(options, ensure_ascii=False, sort_keys=True)),
        "docgen의 판": version("docgen"),
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
