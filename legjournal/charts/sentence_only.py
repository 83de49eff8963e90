"""A picture of which there is nothing to draw yet: a few words in its place, and below it why."""

from legjournal.charts.scene import Label, Scene
from legjournal.charts.wrapped import wrapped

HEIGHT = 6.0  # heights of the text
_LINE = 1.6  # from one line to the next


def sentence_only(
    words: str,
    summary: str,
    width: float,
    height: float,
    em: float,
    *,
    header: tuple[str, ...] = (),
    rows: tuple[tuple[str, ...], ...] = (),
) -> Scene:
    """The words where the picture would be, in as many lines as they take. header, rows: what is known."""
    lines = wrapped(words, width / em - 1)
    items = tuple(Label(0.4 * em, _LINE * em * n, line, bold=True) for n, line in enumerate(lines, start=1))
    return Scene(width, height, items, summary, header, rows)
