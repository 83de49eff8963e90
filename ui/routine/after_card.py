"""After a session: effort and pain during it, if the person likes, and a rule of thumb as text."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.field import NoteField
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size
from ui.widgets.question import Question
from ui.widgets.section import Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.routine.of_day import SessionDone
    from ui.runner import Runner


class AfterCard(Section):
    """Extends Section: nothing reacts to what is answered here."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(journal, runner, self.tr("After it"), self.tr("if you like"), parent)
        self._session_id = ""
        self.effort = Question(
            self.tr("How hard was it?"),
            self.tr("no effort"),
            self.tr("as hard as I can"),
            name=self.tr("How hard the session was"),
        )
        self.pain = Question(
            self.tr("Pain while doing it"),
            self.tr("none"),
            self.tr("worst I can imagine"),
            name=self.tr("Pain during the session"),
        )
        self.note = NoteField(self.tr("Notes on the session"), lines=2)
        self.rule = PainRule()
        for widget in (self.effort, self.pain, self.rule, self.note):
            self.body.addWidget(widget)
        self.effort.scores.answered.connect(self._on_effort)
        self.pain.scores.answered.connect(self._on_pain)
        self.note.written.connect(self._on_note)

    def show_session(self, session: "SessionDone | None") -> None:
        """Show what was answered about a session; there is nothing to ask before its first tick."""
        self.setVisible(session is not None)
        if session is not None:
            self._session_id = session.row.id
            self.effort.scores.show_score(session.row.effort)
            self.pain.scores.show_score(session.row.pain_during)
            self.note.show_text(session.row.note or "")

    def flush(self) -> None:
        self.note.flush()

    def _on_effort(self, score: int | None) -> None:
        self.store(self.journal.sessions.record, self._session_id, effort=score)

    def _on_pain(self, score: int | None) -> None:
        self.store(self.journal.sessions.record, self._session_id, pain_during=score)

    def _on_note(self, words: str) -> None:
        self.store(self.journal.sessions.record, self._session_id, note=words or None)


class PainRule(QWidget):
    """A rule of thumb for pain during exercise, as one NHS provider puts it. It is text, and only text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QWidget()
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 0, 0)
        for line in self._lines():
            inside.addWidget(PlainLabel(line, Size.SMALL, wraps=True))
        self.fold = FoldButton(self.tr("A rule of thumb for pain during exercise"), words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first = self.tr("Your own physio’s rule comes first.")
        column.addWidget(PlainLabel(first, Size.SMALL, muted=True, wraps=True))
        column.addWidget(self.fold)
        column.addWidget(words)

    def _lines(self) -> list[str]:
        return [
            self.tr("One provider of NHS physiotherapy compares pain during exercise with a traffic light:"),
            self.tr("●  0 to 3, green: carry on."),
            self.tr("▲  4 to 5, amber: all right if it settles within 24 hours."),
            self.tr(
                "■  6 to 10, red: change, lighten or leave out that exercise, and try again another day."
            ),
            self.tr("If it is worse for a few days, ask a physio."),
            self.tr(
                "Some public leaflets are stricter: they say to stop at any more pain, and to see a physio "
                "if it is no better in 2 weeks."
            ),
            self.tr(
                "The rule is meant for pain of joints, muscles and injuries. No source uses it for restless "
                "legs. The journal does nothing with what you answer here."
            ),
            self.tr(
                "From: Pain Traffic Light, providephysiotherapy.org.uk; hip pain exercises, patient.info. "
                "Checked 22 November 2026."
            ),
        ]
