"""A chart to take along: a picture for the clipboard, or a file as SVG, PNG or CSV."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from legjournal.charts.scene import Scene
from legjournal.storage.files import write_bytes
from ui.appearance import read_palette
from ui.widgets.measure import line_height
from ui.widgets.scene_painter import LETTERS, ScenePainter

if TYPE_CHECKING:
    from legjournal.progress import Progress

TIMES = 2  # pixels of a picture for each of the screen
SUFFIXES = (".svg", ".png", ".csv")


def kinds() -> list[str]:
    """What a chart can be saved as, for the dialog that asks."""
    translate = QCoreApplication.translate
    return [
        translate("Pictures", "Drawing that stays sharp at any size (*.svg)"),
        translate("Pictures", "Picture (*.png)"),
        translate("Pictures", "The numbers, for a spreadsheet (*.csv)"),
    ]


def with_suffix(path: Path, kind: str) -> Path:
    """The path with the end of the kind that was chosen, unless it has one of them already."""
    if path.suffix.lower() in SUFFIXES:
        return path
    chosen = next((suffix for suffix in SUFFIXES if f"*{suffix}" in kind), SUFFIXES[0])
    return path.with_name(path.name + chosen)


def as_image(scene: Scene, title: str) -> QImage:
    """The scene in the colours of the light theme on white, with its title above it."""
    line = line_height()
    image = QImage(
        round(scene.width * TIMES), round((scene.height + 1.8 * line) * TIMES), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(TIMES)
    image.fill(Qt.GlobalColor.white)
    palette = read_palette("light")
    painter = QPainter(image)
    font = QFont(QApplication.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(QPointF(0.5 * line, 1.2 * line), title)
    painter.translate(0, 1.8 * line)
    ScenePainter(painter, palette, QApplication.font()).paint(scene)
    painter.end()
    return image


def content(suffix: str, scene: Scene, title: str) -> bytes:
    """The bytes of a file of that kind."""
    from legjournal.charts.as_csv import as_csv
    from legjournal.charts.svg import as_svg

    if suffix == ".csv":
        return as_csv(scene).encode()
    if suffix == ".png":
        return _png(as_image(scene, title))
    return as_svg(scene, title, LETTERS * line_height()).encode()


def save(path: Path, made: bytes, progress: "Progress") -> Path:
    """Write a file, 0600, whole or not at all; the path of it. Raises CannotWrite, IsAJournal."""
    progress(0.0)  # the last moment to give up
    write_bytes(path, made)
    return path


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
