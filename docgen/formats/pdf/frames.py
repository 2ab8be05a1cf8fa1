"""The border and shading of paragraphs (17.3.1.7, 17.3.1.31)."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.document import Border, ParagraphFormat
from docgen.formats.pdf.canvas import Canvas
from docgen.formats.pdf.flow import Frame, Placed, Slice

__all__ = ["Box", "reach"]


class Box(Frame):
    """The border and shading of a paragraph, or of neighbours that share one (17.3.1.24)."""

    def __init__(self, look: ParagraphFormat, width: float) -> None:
        self.borders, self.shading = look.borders, look.shading
        self.left = look.left + min(look.first_line, 0.0) - reach(look.borders.left)
        self.right = width - look.right + reach(look.borders.right)
        self.first: Slice | None = None
        self.last: Slice | None = None

    def paint(self, canvas: Canvas, x: float, placed: Sequence[Placed]) -> None:
        """Draw the shading, the lines of text and the border."""
        top, bottom = placed[0][0], placed[-1][0] + placed[-1][1].height
        left, right = x + self.left, x + self.right
        if self.shading:
            canvas.fill(left, top, right - left, bottom - top, self.shading)
        for y, slice_ in placed:
            slice_.paint(canvas, x, y)
        edges = self.borders
        if edges.top is not None and placed[0][1] is self.first:
            canvas.line(left, top + edges.top.width / 2, right, top + edges.top.width / 2, edges.top)
        if edges.bottom is not None and placed[-1][1] is self.last:
            level = bottom - edges.bottom.width / 2
            canvas.line(left, level, right, level, edges.bottom)
        for edge, at in ((edges.left, left), (edges.right, right)):
            if edge is not None:
                inside = edge.width / 2 if at == left else -edge.width / 2
                canvas.line(at + inside, top, at + inside, bottom, edge)


def reach(line: Border | None) -> float:
    """How far a border stands outside its text."""
    return 0.0 if line is None else line.space + line.width
