"""Above the list of a session: the guided session, and the other sessions of the day."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from legjournal import phrases
from legjournal.models.routine import Session
from ui.widgets.buttons import button, choice
from ui.widgets.flow import FlowLayout


class SessionBar(QWidget):
    """The buttons.

    Signals: `guide_requested()`; `session_chosen(str)`, its id; `another_requested()`, one more on this day.
    """

    guide_requested = Signal()
    session_chosen = Signal(str)
    another_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guide = button("", primary=True, changes=True)
        self.another = button(self.tr("Another session"), quiet=True, changes=True)
        self._choices: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.guide)
        self._flow.addWidget(self.another)
        self.guide.clicked.connect(self.guide_requested)
        self.another.clicked.connect(self.another_requested)

    def show_sessions(self, sessions: Sequence[Session], chosen: str, *, today: bool) -> None:
        """Show the sessions of the day with one of them in sight; it may be one nothing is ticked in yet."""
        begun = next((row for row in sessions if row.id == chosen), None)
        open_still = begun is not None and begun.finished_at is None
        self.guide.setVisible(today and (begun is None or open_still))
        self.guide.setText(self.tr("Go on, guided") if open_still else self.tr("Guide me through it"))
        self.another.setVisible(begun is not None)
        known = {row.id: row.started_at for row in sessions}
        if len(known.keys() | {chosen}) < 2:
            self._show_choices({})
        else:
            self._show_choices({**known, chosen: known.get(chosen)})
            self._choices[chosen].setChecked(True)

    def choice_of(self, session_id: str) -> QPushButton:
        """The button of a session."""
        return self._choices[session_id]

    def _show_choices(self, sessions: dict[str, datetime | None]) -> None:
        for session_id in self._choices.keys() - sessions.keys():
            gone = self._choices.pop(session_id)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (session_id, started) in enumerate(sessions.items(), start=1):
            if session_id not in self._choices:
                made = choice("")
                made.setObjectName(session_id)
                made.clicked.connect(self._on_choice)
                self._choices[session_id] = made
                self._flow.insert_widget(place, made)
            self._choices[session_id].setText(self._name(place, started))

    def _name(self, place: int, started: datetime | None) -> str:
        if started is None:
            return self.tr("Session {n}").format(n=place)
        return self.tr("Session at {time}").format(time=phrases.clock(started))

    def _on_choice(self) -> None:
        self.session_chosen.emit(self.sender().objectName())
