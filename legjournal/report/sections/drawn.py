"""A chart in a section, with its numbers in words for whoever does not see it."""

from collections.abc import Sequence

from legjournal.charts.scene import Scene
from legjournal.report.figure import picture
from legjournal.report.values import NONE
from legjournal.tagged_pdf.figures import Figure


def drawn(scene: Scene, letters: float) -> Figure:
    """The chart, its words `letters` points high."""
    return Figure(picture(scene, letters), _in_words(scene))


def _in_words(scene: Scene) -> str:
    """The chart's sentence, then row by row what is in it."""
    return " ".join([scene.summary, *(_row_in_words(scene.header, row) for row in scene.rows)])


def _row_in_words(header: Sequence[str], row: Sequence[str]) -> str:
    said = [
        f"{head}: {cell}" for head, cell in zip(header[1:], row[1:], strict=True) if cell not in ("", NONE)
    ]
    return f"{row[0]}: {', '.join(said)}."
