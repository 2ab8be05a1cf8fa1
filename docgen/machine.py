"""What docgen needs of the machine: Python, libraries, Pango and fonts; and the line that installs each."""

from __future__ import annotations

import ctypes.util
import platform
import shutil
import subprocess  # runs fontconfig's own fc-list, with fixed arguments
from importlib.metadata import PackageNotFoundError, version
from typing import Final, NamedTuple

__all__ = ["APT", "Check", "examine"]

PACKAGES: Final = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-nanum", "fontconfig")
APT: Final = f"sudo apt-get install -y --no-install-recommends {' '.join(PACKAGES)}"

_LIBRARIES: Final = (
    "click",
    "jinja2",
    "jsonschema",
    "lxml",
    "pillow",
    "pydyf",
    "pypdf",
    "pyyaml",
    "segno",
    "uharfbuzz",
    "weasyprint",
)
_NATIVE: Final = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
_FACES: Final = ("NanumGothic", "NanumMyeongjo")


class Check(NamedTuple):
    """One thing looked for: `found` says what is there, None where nothing is; `purpose` what it is for."""

    name: str
    found: str | None
    purpose: str
    install: str
    needed: bool = True


def examine() -> list[Check]:
    """Look for everything that docgen uses on this machine."""
    return [
        Check("Python", platform.python_version(), "3.11 이상", "https://www.python.org"),
        *(_library(name) for name in _LIBRARIES),
        *(_native(name) for name in _NATIVE),
        *_fonts(),
        Check(
            "LibreOffice", shutil.which("soffice"), "PDF를 견주어 볼 때만", "apt: libreoffice-writer", False
        ),
    ]


def _library(name: str) -> Check:
    try:
        found: str | None = version(name)
    except PackageNotFoundError:
        found = None
    return Check(name, found, "Python 라이브러리", "pip install docgen")


def _native(name: str) -> Check:
    return Check(f"lib{name}", ctypes.util.find_library(name), "PDF를 만들 때", APT)


def _fonts() -> list[Check]:
    families = _families()
    return [
        Check(f"글꼴 {face}", face if face in families else None, "한글을 찍을 때", APT) for face in _FACES
    ]


def _families() -> set[str]:
    """The names of the installed families without spaces; none where fontconfig itself is missing."""
    program = shutil.which("fc-list")
    if program is None:
        return set()
    listed = subprocess.run([program, ":", "family"], capture_output=True, text=True, check=False)  # noqa: S603 # its arguments are fixed
    return {name.strip().replace(" ", "") for line in listed.stdout.splitlines() for name in line.split(",")}
