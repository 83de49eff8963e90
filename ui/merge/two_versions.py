"""One entry as two journals have it, and which of the two shall stand."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.entries.words import Pair, side_by_side, title
from legjournal.exchange.comparison import Difference, Version
from ui.widgets.card import Card
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size

Names = Mapping[str, str]
WIDTH = 13  # heights of the text: narrower than two of these, the versions stand one below the other


def heading(found: Difference, names: Names) -> str:
    """What the entry is called, and its day where it has one."""
    called = title(found.table, found.mine, names)
    if "date" not in found.mine:
        return called
    day = phrases.day(date.fromisoformat(found.mine["date"]), weekday=True)
    return f"{called}, {day}"


class TwoVersions(QWidget):
    """Both versions side by side, one below the other where it is narrow.

    Signals: `chosen(Version)`.
    """

    chosen = Signal(object)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.heading = PlainLabel("", Size.HEADING, wraps=True)
        self.same = PlainLabel("", wraps=True)
        self.cards = {
            Version.MINE: _VersionCard(self.tr("This journal"), self.tr("Keep the one here")),
            Version.THEIRS: _VersionCard(self.tr("The other journal"), self.tr("Keep the other one")),
        }
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.heading)
        columns = ColumnsLayout(letters=WIDTH, most=2)
        for card in self.cards.values():
            self._group.addButton(card.keep)
            columns.addWidget(card)
        column.addLayout(columns)
        column.addWidget(self.same)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_difference(self, found: Difference, chosen: Version, names: Names) -> None:
        """Show an entry, with the version that stands so far."""
        self.heading.setText(heading(found, names))
        mine, theirs = ({**found.mine, **found.outcome(version)} for version in Version)
        pairs = side_by_side(found.table, mine, theirs, names)
        differing = [pair for pair in pairs if pair.differs] or list(pairs)
        self.cards[Version.MINE].show_version(
            self._written(found.mine["changed_at"], later=found.later is Version.MINE),
            [self._line(pair, pair.one) for pair in differing],
        )
        self.cards[Version.THEIRS].show_version(
            self._written(found.theirs["changed_at"], later=found.later is Version.THEIRS),
            [self._line(pair, pair.other) for pair in differing],
        )
        same = [self._line(pair, pair.one) for pair in pairs if pair not in differing]
        self.same.setText("\n".join([self.tr("Kept in any case:"), *same]) if same else "")
        self.same.setVisible(bool(same))
        self.cards[chosen].keep.setChecked(True)

    def _written(self, changed_at: str, *, later: bool) -> str:
        at = datetime.fromisoformat(changed_at).astimezone(self._zone)
        words = self.tr("Written later: {day}, {time}") if later else self.tr("Written {day}, {time}")
        return words.format(day=phrases.day(at.date()), time=phrases.clock(at))

    def _line(self, pair: Pair, value: str | None) -> str:
        return f"{pair.label}: {value or self.tr('not answered')}"

    def _on_clicked(self, button: QRadioButton) -> None:
        self.chosen.emit(next(version for version, card in self.cards.items() if card.keep is button))


class _VersionCard(Card):
    def __init__(self, whose: str, choice: str) -> None:
        super().__init__(whose)
        self.keep = QRadioButton(choice)
        self._written = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._lines = PlainLabel("", wraps=True)
        for widget in (self._written, self._lines, self.keep):
            self.body.addWidget(widget)
        self.body.insertStretch(self.body.count() - 1)

    def show_version(self, written: str, lines: list[str]) -> None:
        """Show when a version was written, and what it says."""
        self._written.setText(written)
        self._lines.setText("\n".join(lines))
        self.keep.setAccessibleDescription("\n".join([written, *lines]))
