"""Speed as ratios in one run on one machine: `make bench`.

Merging is measured warm, in one process, against docxtpl on the same template and data; PDF against
LibreOffice (where it is installed) converting the same twenty files in one run, start included.
"""

from __future__ import annotations

import io
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docxtpl
import jinja2

from docgen import Catalogue, WordTemplate
from docgen.formats.convert import convert
from docgen.formats.docx.read import read_docx
from docgen.formats.pdf import weasy
from docgen.formats.pdf.write import write_pdf
from docgen.korean import FILTERS
from tests.bulk.bench import bulk
from tests.certificates import certificate as certificate_design
from tests.certificates import row, seal
from tests.merge.word_files import table_file, word_file

FILES = 20


def median(work: Callable[[], object], times: int) -> float:
    """The median duration of a piece of work in milliseconds, after one run to warm up."""
    work()
    return statistics.median(_took(work) for _ in range(times))


def fastest(first: Callable[[], object], second: Callable[[], object], times: int) -> tuple[float, float]:
    """The shortest durations of two pieces of work done in turn: what they cost when nothing else runs."""
    pairs = [(_took(first), _took(second)) for _ in range(times)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def report(what: str, ours: float, theirs: float, rival: str, least: float) -> bool:
    """Print one comparison; whether it reaches its target."""
    ratio = theirs / ours
    verdict = "ok" if ratio >= least else "BELOW TARGET"
    sys.stdout.write(
        f"{what}: {ours:.2f} ms, {rival} {theirs:.2f} ms, {ratio:.1f}x (at least {least:g}x): {verdict}\n"
    )
    return ratio >= least


def merge() -> bool:
    """DOCX merge of the coordinator's application, warm, against docxtpl."""
    template = Catalogue()["coordinator-application"]
    data = template.works(template.sample())[0][0].data
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(FILTERS)

    def theirs() -> None:
        document = docxtpl.DocxTemplate(template.folder / "template.docx")
        document.render(data, environment, autoescape=True)
        document.save(io.BytesIO())

    ours = median(lambda: template.word.render(data), 300)
    return report("DOCX merge", ours, median(theirs, 20), "docxtpl", 30)


ROWS = 2_000


def table() -> bool:
    """A table of many rows, against docxtpl; and against a tenth of the rows, which must take a tenth."""
    cells = ("{{ r.name }}", "{{ r.score }}", "{{ r.note }}")
    template = table_file(
        ("이름", "점수", "비고"), ("{%tr for r in rows %}", "", ""), cells, ("{%tr endfor %}", "", "")
    )
    word = WordTemplate(template)
    rows = [{"name": f"이름 {n}", "score": n, "note": "비고 <&>"} for n in range(ROWS)]

    def theirs() -> None:
        document = docxtpl.DocxTemplate(io.BytesIO(template))
        document.render({"rows": rows}, autoescape=True)
        document.save(io.BytesIO())

    ours = median(lambda: word.render({"rows": rows}), 20)
    fast = report(f"A table of {ROWS:,} rows", ours, median(theirs, 5), "docxtpl", 10)
    whole, tenth = fastest(
        lambda: word.render({"rows": rows}), lambda: word.render({"rows": rows[: ROWS // 10]}), 40
    )
    return report("the same, against 12 times a tenth of the rows", whole, tenth * 12, "that", 1) and fast


def certificate() -> bool:
    """A certificate of one page, against a millisecond."""
    lines = ("제 {{ number }} 호", "이수증", "성명: {{ name }}", "과정: {{ course }}", "{{ day | kdate }}")
    word = WordTemplate(word_file(*lines))
    data = {"number": "2026-0001", "name": "홍길동", "course": "학교 컨설팅 과정", "day": date(2026, 6, 1)}
    return report("A certificate", median(lambda: word.render(data), 300), 1.0, "the limit", 1)


def pdf() -> bool:
    """PDF of the coordinator's application against LibreOffice on the same DOCX."""
    office = shutil.which("soffice")
    if office is None:
        sys.stdout.write("PDF: LibreOffice is not installed, nothing to compare with\n")
        return True
    template = Catalogue()["coordinator-application"]
    docx = template.render(template.sample(), "docx")
    ours = median(lambda: convert(docx, "pdf"), FILES)
    document = read_docx(docx)[0]
    fast = report("PDF, per file of 20", ours, libreoffice(office, [docx] * FILES), "LibreOffice", 2)
    pages, theirs = fastest(lambda: write_pdf(document), lambda: weasy.write_pdf(document), 5)
    return report("the same, of what was read", pages, theirs, "WeasyPrint", 2) and fast


def certificates() -> bool:
    """Designed certificates as PDF files, from their Word files, and from their rows."""
    office = shutil.which("soffice")
    with tempfile.TemporaryDirectory() as name:
        folder, word = seal(Path(name)), certificate_design()
        files = [word.render(row(number), folder=folder) for number in range(FILES)]
        made = iter(itertools.cycle(files))
        ours = median(lambda: convert(next(made), "pdf"), 100)
        numbers = itertools.count()
        whole = median(lambda: convert(word.render(row(next(numbers)), folder=folder), "pdf"), 100)
    fast = report("A designed certificate from its row", whole, 5.0, "the aim", 0.5)
    if office is None:
        sys.stdout.write("LibreOffice is not installed, nothing to compare with\n")
        return fast
    return report("PDF of a certificate", ours, libreoffice(office, files), "LibreOffice", 20) and fast


def libreoffice(office: str, docx: Sequence[bytes]) -> float:
    """Milliseconds that LibreOffice takes for a file, all of them in one run, profile made beforehand."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{n}.docx" for n in range(len(docx))]
        for file, data in zip(files, docx, strict=True):
            file.write_bytes(data)
        command = [
            office,
            f"-env:UserInstallation=file://{name}/profile",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", name, files[0]], check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run([*command, "--outdir", name, *files], check=True, capture_output=True)
        return (time.perf_counter() - start) * 1000 / len(files)


def start_up() -> bool:
    """`docgen list` from start to end against importing click."""
    docgen = str(Path(sys.executable).with_name("docgen"))

    def run(*command: str) -> Callable[[], object]:
        return lambda: subprocess.run(command, check=True, capture_output=True)

    ours = median(run(docgen, "list"), 15)
    click = median(run(sys.executable, "-c", "import click"), 15)
    return report("docgen list", ours, click, "import click", 0.25)


if __name__ == "__main__":
    sys.exit(0 if all([merge(), table(), certificate(), pdf(), certificates(), start_up(), bulk()]) else 1)
