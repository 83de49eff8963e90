"""Pages of a PDF as small grey pictures, and how far one is from another."""

import os
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

FOLDER = Path(__file__).parent / "pictures"
SIZE = QSize(298, 421)  # pixels: half as many as an A4 page has points
BLOCK = 8  # pixels: a difference within so many counts by its mean
MOST = 30  # of 255, which a block may differ: less than a word makes


def drawn(pdf: bytes) -> list[Image.Image]:
    """Every page, drawn by the library that the window shows PDFs with."""
    kept, buffer, document = QByteArray(pdf), QBuffer(), QPdfDocument()
    buffer.setData(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return [_grey(document.render(number, SIZE)) for number in range(document.pageCount())]


def difference(one: Image.Image, other: Image.Image) -> int:
    """How much the two differ where they differ most, 0 to 255."""
    blocks = (SIZE.width() // BLOCK, SIZE.height() // BLOCK)
    apart = ImageChops.difference(one, other).resize(blocks, Image.Resampling.BOX)
    return int(apart.getextrema()[1])


def assert_as_kept(name: str, found: list[Image.Image]) -> None:
    """Compare with the kept pictures of this name; `make pages` keeps these instead."""
    paths = [FOLDER / f"{name}-{number}.png" for number in range(1, len(found) + 1)]
    if os.environ.get("KEEP_PICTURES"):
        for old in FOLDER.glob(f"{name}-*.png"):
            old.unlink()
        for page, path in zip(found, paths, strict=True):
            page.quantize(16).save(path, optimize=True)
    assert sorted(FOLDER.glob(f"{name}-*.png")) == sorted(paths)
    for page, path in zip(found, paths, strict=True):
        with Image.open(path) as kept:
            assert difference(page, kept.convert("L")) <= MOST, path.name


def _grey(image: QImage) -> Image.Image:
    on_paper = QImage(image.size(), QImage.Format.Format_RGB32)
    on_paper.fill(QColor("white"))
    painter = QPainter(on_paper)
    painter.drawImage(0, 0, image)
    painter.end()
    grey = on_paper.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = [bytes(grey.constScanLine(y)[: grey.width()]) for y in range(grey.height())]
    return Image.frombytes("L", (grey.width(), grey.height()), b"".join(lines))
