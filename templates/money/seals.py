"""How the papers of a settlement end: what is attached, and where the heads set their seals (제2장 Ⅴ)."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Label, Row

__all__ = ["annexes", "seals"]


def annexes(*papers: str, width: float = 257) -> Grid:
    """The papers that go with it, numbered where several, and the end (끝.)."""
    numbered = [f"{n}. {paper}" for n, paper in enumerate(papers, 1)] if len(papers) > 1 else [*papers]
    numbered[-1] += "  끝."
    cells = ((Entry("" if n else "붙임"), Entry(paper)) for n, paper in enumerate(numbered))
    return Grid((14, width - 14), tuple(map(Row, cells)), plain=True)


def seals(*heads: tuple[str, str], width: float = 257) -> Grid:
    """A place for each `(title, person)`: the person is an expression for whoever seals as that."""
    place = width / len(heads)
    cells = (cell for title, person in heads for cell in (Label(title), Entry(_sealed(person))))
    return Grid((36.0, place - 36) * len(heads), (Row(tuple(cells)),), tied=True)


def _sealed(person: str) -> str:
    named = f"[{person}.affiliation, {person}.department, {person}.position, {person}.name]"
    return f"\n{{{{ {named} | select | join(' ') }}}}  (인)\n"
