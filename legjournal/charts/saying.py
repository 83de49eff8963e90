"""What a chart says where its cursor is, in words."""

from legjournal import phrases
from legjournal.charts.scene import Scene, Stop
from legjournal.words import text


def in_words(scene: Scene, stop: Stop) -> str:
    """Sunday 22 November 2026. Left leg pain: 4. Asleep: 5 hours 45 minutes."""
    name = name_of(stop)
    if stop.row is None:
        return text("{name}. Nothing recorded.").format(name=name)
    cells = zip(scene.header[1:], scene.rows[stop.row][1:], strict=True)
    said = (f"{phrases.begun_large(head)}: {cell}." for head, cell in cells if cell)
    return " ".join([f"{name}.", *said])


def name_of(stop: Stop) -> str:
    """Sunday 22 November 2026; 16 to 22 November 2026 where it stands for more than a day."""
    if stop.name or stop.first is None or stop.last is None:
        return stop.name
    if stop.first == stop.last:
        return phrases.day(stop.first, weekday=True)
    return phrases.span(stop.first, stop.last)
