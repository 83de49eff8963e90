"""A picture from a file of the person's: made small, and freed of all that a camera writes beside it."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from legjournal.errors import NoPicture
from legjournal.progress import Progress, unheard

SIDE = 640  # pixels of the longer side, at most
QUALITY = 85  # of 100
FORMATS = frozenset({b"jpeg", b"png", b"gif", b"bmp", b"webp"})  # Qt would also take a PDF for a picture


def read_picture(path: Path, progress: Progress = unheard) -> bytes:
    """The picture at `path` as a JPEG file of at most SIDE pixels. Raises NoPicture for what is none."""
    progress(0.0)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)  # a photo taken with the camera held upright
    if bytes(reader.format().data()) not in FORMATS:
        raise NoPicture
    size = reader.size()
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise NoPicture
    return _as_jpeg(image)


def _as_jpeg(image: QImage) -> bytes:
    """The bare picture on white: painted anew, so that place, time and camera stay behind."""
    bare = QImage(image.size().expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    bare.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    return bytes(written.data())
