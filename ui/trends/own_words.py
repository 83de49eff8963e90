"""What a person wrote about a day, shown when the cursor of a chart rests on it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from legjournal import phrases
from legjournal.errors import JournalError

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner

REST = 200  # milliseconds: a cursor that goes by asks for nothing
LONGEST = 240  # letters; the whole is one press away


class OwnWords(QObject):
    """Signals: `found(str)`, what was managed and noted on the day, in the person's own words."""

    found = Signal(str)

    def __init__(self, journal: "Journal", runner: "Runner", parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._runner = journal, runner
        self._day: date | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._on_rest)

    def look_at(self, day: date | None) -> None:
        """The cursor is on a day, or on none."""
        self._day = day
        if day is None:
            self._rest.stop()
        else:
            self._rest.start()

    def _on_rest(self) -> None:
        self._runner.when_still(self._read)

    def _read(self) -> None:
        if self._day is None:
            return
        try:
            page = self._journal.diary.day(self._day)
        except JournalError:
            return  # whoever opens the day is told why it cannot be read
        written = (page.managed, page.note) if page is not None else ()
        words = " ".join(" ".join(filter(None, written)).split())
        if words:
            self.found.emit(self.tr("You wrote: {words}").format(words=phrases.cut(words, LONGEST)))
