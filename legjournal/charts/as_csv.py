"""The numbers of a scene for a spreadsheet."""

from legjournal import spreadsheet
from legjournal.charts.scene import Scene


def as_csv(scene: Scene) -> str:
    """The header and the rows."""
    return spreadsheet.as_csv([scene.header, *scene.rows])
