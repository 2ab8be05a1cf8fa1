"""The bulk lines of `make bench`: the cost of a document with everything included, workers, memory."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from docgen.bulk.executors.local import LocalExecutor, cores
from tests.bulk.runs import people, prepared, sheet
from tests.bulk.test_run import MEASURE

DOCX, PDF = 4_000, 1_000  # certificates
LIMIT = 1.5  # milliseconds of a DOCX
MILLION = 1_000_000


def verdict(good: bool) -> str:
    return "ok" if good else "BELOW TARGET"


def per_document(output: str, count: int, workers: int) -> tuple[float, float]:
    """Milliseconds a document of a run from its start to its end, and while it writes (workers started)."""
    moments = []

    def note(what: str, done: int, total: int | None) -> None:
        if what == "작성":
            moments.append((time.perf_counter(), done))

    with tempfile.TemporaryDirectory() as out:
        executor = partial(LocalExecutor, most=workers)
        run = prepared(
            Path(out) / "out", sheet(people(count)), formats=(output,), executor=executor, progress=note
        )
        start = time.perf_counter()
        run.go()
        whole = time.perf_counter() - start
    (first, before), (last, done) = moments[0], moments[-1]
    return whole * 1000 / count, (last - first) * 1000 / (done - before)


def peak(rows: int) -> int:
    """Kilobytes that the process takes which reads, plans and notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        path.write_bytes(sheet(people(rows)))
        command = [sys.executable, "-c", MEASURE, path, Path(folder) / "out"]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def bulk() -> bool:
    """Certificates from a sheet: DOCX with one worker, PDF with two workers against one, memory."""
    docx, _ = per_document("docx", DOCX, 1)
    good = verdict(docx <= LIMIT)
    sys.stdout.write(f"Bulk, DOCX, one worker, all included: {docx:.2f} ms (at most {LIMIT} ms): {good}\n")
    (_, one), (_, two) = per_document("pdf", PDF, 1), per_document("pdf", PDF, 2)
    sys.stdout.write(
        f"Bulk, PDF: one worker {one:.2f} ms, two {two:.2f} ms, {one / two:.2f}x (at least 1.8x): "
        f"{verdict(one / two >= 1.8)}\n"
    )
    for machines in (1, 10):
        hours = two * 2 / cores() / machines * MILLION / 3_600_000
        sys.stdout.write(
            f"  a million PDFs on {machines} such machines of {cores()} cores: {hours:.2f} hours\n"
        )
    small, large = peak(1_000), peak(100_000)
    sys.stdout.write(
        f"Bulk, memory of 100,000 rows against 1,000: {large / 1024:.0f} MB, {small / 1024:.0f} MB, "
        f"{large / small:.2f}x (at most 1.2x): {verdict(large <= 1.2 * small)}\n"
    )
    return docx <= LIMIT and one / two >= 1.8 and large <= 1.2 * small
