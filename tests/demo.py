"""The main job on the sample cases, as a user types it: check, see a faulty case, render three forms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DOCGEN = str(Path(sys.executable).with_name("docgen"))

STEPS: list[tuple[str, list[str], int]] = [
    (
        "견본 자료를 확인합니다",
        [
            "check",
            "fixtures/people/coordinator-application.yaml",
            "fixtures/people/instructor-application.yaml",
            "fixtures/school/meetings.yaml",
        ],
        0,
    ),
    ("일부러 틀리게 적은 자료를 확인합니다", ["check", "fixtures/faulty/coordinator-application.yaml"], 1),
    (
        "코디네이터 지원서",
        ["render", "coordinator-application", "fixtures/people/coordinator-application.yaml"],
        0,
    ),
    (
        "강사 지원서",
        ["render", "instructor-application", "fixtures/people/instructor-application.yaml"],
        0,
    ),
    ("회의록 세 건", ["render", "meeting-minutes", "fixtures/school/meetings.yaml"], 0),
]


def main() -> int:
    """Run every step; 1 as soon as one ends with another code than it should."""
    for title, arguments, expected in STEPS:
        if arguments[0] == "render":
            arguments = [*arguments, "-f", "docx,pdf", "-o", "output", "--force"]
        sys.stdout.write(f"\n── {title}\n$ docgen {' '.join(arguments)}\n")
        sys.stdout.flush()
        if subprocess.run([DOCGEN, *arguments], check=False).returncode != expected:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
