"""Words to press: any number of them can be on."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui.style import draw_box
from ui.widgets.flow import FlowLayout
from ui.widgets.lines import Lines
from ui.widgets.measure import line_height
from ui.widgets.score_row import TARGET
from ui.widgets.tab_order import put_before

EDGE = 12  # pixels between the frame and what is in it
GAP = 8  # pixels between the box and the words
UNBROKEN = 100_000  # pixels: more than any word has


class Chip(QAbstractButton):
    """Extends QAbstractButton: a word with a box before it. On shows by the tick, by weight and by the frame.

    The words are not the button's text, in which an ampersand would make a shortcut.
    """

    def __init__(self, words: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._measured: dict[tuple[int, int], Lines] = {}  # by the size of the text, and for which width
        self.setCheckable(True)
        self.setProperty("changes", True)
        self.setAccessibleName(name or words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self._measure(UNBROKEN).width + 1 + self._beside
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * line_height() + self._beside, self._least_height)

    def heightForWidth(self, width: int) -> int:
        return max(self._least_height, self._measure(width).height + EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, rect, palette = self.isChecked(), QRectF(self.rect()), self.palette()
        raised = on or (self.underMouse() and self.isEnabled())
        edge = QPalette.ColorRole.Accent if on else QPalette.ColorRole.Mid
        ground = QPalette.ColorRole.AlternateBase if raised else QPalette.ColorRole.Base
        painter.setPen(QPen(palette.color(edge), 2 if on else 1))
        painter.setBrush(palette.color(ground))
        painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        side = self._box
        draw_box(painter, QRectF(EDGE, (self.height() - side) / 2, side, side), palette, on)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2.5))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        lines = self._lines(self.width(), on=on)
        lines.draw(painter, EDGE + side + GAP, (self.height() - lines.height) / 2)

    def _measure(self, width: int) -> Lines:
        """The words as they are when on, which is wider. Layouts ask this over and over."""
        key = (line_height(), width)
        if key not in self._measured:
            self._measured[key] = self._lines(width, on=True)
        return self._measured[key]

    def _lines(self, width: int, *, on: bool) -> Lines:
        return Lines(self.words, _font(on=on), max(1, width - self._beside))

    @property
    def _box(self) -> int:
        return round(0.9 * line_height())

    @property
    def _beside(self) -> int:
        """Pixels that are not for the words."""
        return 2 * EDGE + self._box + GAP

    @property
    def _least_height(self) -> int:
        return max(TARGET, round(1.9 * line_height()))


class ChipSet(QWidget):
    """The chips of some words, and after them `last`, which stands alone.

    Signals: `pressed(str)` with the word, after it went on or off.
    """

    pressed = Signal(str)

    def __init__(self, last: QWidget, named: str = "{word}", parent: QWidget | None = None) -> None:
        """named: what a chip is called for a screen reader, with {word} in it."""
        super().__init__(parent)
        self._named = named
        self._last = last
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)
        self._flow.addWidget(last)

    @property
    def on(self) -> list[str]:
        """The words that are on, in the order of the set."""
        return [word for word, chip in self._chips.items() if chip.isChecked()]

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words; chips that stay are on or off as they were, and keep their focus."""
        for word in self._chips.keys() - set(words):
            gone = self._chips.pop(word)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        shown = list(dict.fromkeys(words))
        self._chips = {word: self._chips.get(word) or self._made(word) for word in shown}
        for place, chip in enumerate(self._chips.values()):
            self._put(chip, place)

    def show_on(self, on: Collection[str]) -> None:
        """Show these words as on and the others as off, without telling anybody."""
        for word, chip in self._chips.items():
            chip.setChecked(word in on)

    def _made(self, word: str) -> Chip:
        chip = Chip(word, self._named.format(word=word))
        chip.clicked.connect(self._on_clicked)
        return chip

    def _put(self, chip: Chip, place: int) -> None:
        """Have the chip at its place, on the page and for Tab."""
        there = self._flow.itemAt(place).widget()  # type: ignore[union-attr]  # `last`, at least
        if there is not chip:
            self._flow.removeWidget(chip)
            self._flow.insert_widget(place, chip)
            put_before(there, chip)  # type: ignore[arg-type]

    def _on_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        self.pressed.emit(chip.words)


def _font(*, on: bool) -> QFont:
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.Bold if on else QFont.Weight.Medium)
    return font
