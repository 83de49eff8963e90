"""How the table of therapies is drawn: cells under headings, or, where it is narrow, a block a therapy."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from legjournal.library.compared_words import Column
from legjournal.library.comparing import Row
from legjournal.library.pages import Grade
from ui.resources.compare.model import COLUMNS, ROW, ComparisonModel, Index
from ui.resources.grade_mark import SIDE, draw_grade
from ui.widgets.lines import Lines
from ui.widgets.measure import line_height

ACROSS = 10  # pixels beside the words of a cell, as the style sheet has them beside a heading
ALONG = 0.6  # heights of the text, above and below them
BETWEEN = 0.2  # from one line of a block to the next
BAR = 4  # pixels: at the left of the row one is at


class Piece(NamedTuple):
    """Words at their place in a cell, in pixels, with the mark of a grade before them."""

    lines: Lines
    left: float
    top: float
    role: QPalette.ColorRole = QPalette.ColorRole.Text
    grade: Grade | None = None


class CellItem(QStyledItemDelegate):
    """Extends QStyledItemDelegate. blocks: whether the first column has the whole of a therapy."""

    def __init__(self, shown_in: QTableView, model: ComparisonModel) -> None:
        super().__init__(shown_in)
        self._table = shown_in
        self._model = model
        self.blocks = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        last = self._pieces(index)[-1]
        return QSize(0, round(last.top + last.lines.height + ALONG * line_height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, first=index.column() == 0)
        painter.translate(option.rect.topLeft())
        muted = QPalette.ColorRole.PlaceholderText
        for piece in self._pieces(index):
            plain = piece.role is muted and option.state & QStyle.StateFlag.State_Selected
            painter.setPen(self._table.palette().color(QPalette.ColorRole.Text if plain else piece.role))
            piece.lines.draw(painter, piece.left, piece.top)
            if piece.grade is not None:
                self._paint_mark(painter, piece)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
        """A rule below every row; the row one is at has a ground of its own, and a bar."""
        palette, rect = self._table.palette(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase))
            if first:
                bar = rect.adjusted(0, 0, BAR - rect.width(), 0)
                painter.fillRect(bar, palette.color(QPalette.ColorRole.Accent))
        rule = rect.adjusted(0, rect.height() - 1, 0, 0)
        painter.fillRect(rule, palette.color(QPalette.ColorRole.Midlight))

    def _paint_mark(self, painter: QPainter, piece: Piece) -> None:
        side = SIDE * line_height()
        left, top = piece.left - _mark_room(), piece.top + (line_height() - side) / 2
        if piece.grade is not None:
            draw_grade(painter, QRectF(left, top, side, side), piece.grade, self._table.palette())

    def _pieces(self, index: Index) -> list[Piece]:
        row: Row = index.data(ROW)
        column = COLUMNS[index.column()]
        left, top = float(ACROSS), ALONG * line_height()
        room = self._table.columnWidth(index.column()) - 2 * ACROSS
        if column is Column.TITLE:
            named = self._name(row, left, top, room)
            bottom = named[-1].top + named[-1].lines.height
            return [*named, *self._facts(row, left, room, bottom)] if self.blocks else named
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if column is Column.EVIDENCE:
            return [self._evidence(words, row.grade, left, top, room)]
        return [Piece(self._lines(words, room), left, top)]

    def _name(self, row: Row, left: float, top: float, room: int) -> list[Piece]:
        """The name, and below it what the therapy is for: a grade is read with that in mind."""
        title = Piece(self._lines(row.title, room, bold=True), left, top, QPalette.ColorRole.Link)
        below = top + title.lines.height + BETWEEN * line_height()
        what_for = Piece(self._lines(row.what_for, room), left, below, QPalette.ColorRole.PlaceholderText)
        return [title, what_for] if row.what_for else [title]

    def _evidence(self, words: str, grade: Grade | None, left: float, top: float, room: int) -> Piece:
        """A grade stands beside its mark; where there is none, the words stand where they would."""
        lines = self._lines(words, room - round(_mark_room()))
        role = QPalette.ColorRole.PlaceholderText if grade is None else QPalette.ColorRole.Text
        return Piece(lines, left + _mark_room(), top, role, grade)

    def _facts(self, row: Row, left: float, room: int, top: float) -> list[Piece]:
        """What stands below the name in a block: each line with its heading, the mark of the grade first."""
        pieces: list[Piece] = []
        for place, (heading, words) in enumerate(self._model.facts(row)):
            top += BETWEEN * line_height()
            line = self.tr("{heading}: {words}").format(heading=heading, words=words)
            grade = row.grade if COLUMNS[place + 1] is Column.EVIDENCE else None
            beside = _mark_room() if grade is not None else 0.0
            lines = self._lines(line, room - round(beside), strong=len(heading) + 1)
            pieces.append(Piece(lines, left + beside, top, grade=grade))
            top += lines.height
        return pieces

    def _lines(self, words: str, room: int, *, bold: bool = False, strong: int = 0) -> Lines:
        """Words broken to `room` pixels. strong: how many letters at the beginning stand out."""
        font = QFont(self._table.font())
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = 0, strong, form
        return Lines(words, font, max(1, room), [part] if strong else ())


def _mark_room() -> float:
    """Pixels for the mark of a grade and the gap to its words."""
    return (SIDE + 0.4) * line_height()
