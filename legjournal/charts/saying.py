"""What a chart says where its cursor is, in words."""

from legjournal.charts.scene import Scene, Stop
from legjournal.words import text


def in_words(scene: Scene, stop: Stop) -> str:
    """Sunday 22 November 2026. Left leg pain: 4. Asleep: 5 hours 45 minutes."""
    if stop.row is None:
        return text("{name}. Nothing recorded.").format(name=stop.name)
    cells = zip(scene.header[1:], scene.rows[stop.row][1:], strict=True)
    said = (f"{_begun_large(head)}: {cell}." for head, cell in cells if cell)
    return " ".join([f"{stop.name}.", *said])


def _begun_large(words: str) -> str:
    return words[:1].upper() + words[1:]
