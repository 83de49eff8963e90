"""A dialog that goes from one calm step to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.lock.passphrase import forget_passphrases
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog


class Step(QWidget):
    """One step: add to `body`.

    title: what it is about. go_on: the words of the button that leads on, "" where there is none.
    Signals: `finished()`, the next step may come; `working_changed(bool)`, whether it is busy; `told(str)`, a
    sentence to show; `room_changed()`, it takes more room or less.
    """

    finished = Signal()
    working_changed = Signal(bool)
    told = Signal(str)
    room_changed = Signal()

    def __init__(self, title: str, go_on: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.go_on = go_on
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    @property
    def needed(self) -> bool:
        """Whether the person has to come through here."""
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.room_changed.emit()
        return super().event(event)

    def begin(self) -> None:
        """The step has come into sight."""

    def complete(self) -> None:
        """The person wants to go on: emit `finished` if all is well, or say what is not."""
        self.finished.emit()

    def add_words(self, *sentences: str) -> None:
        """Add a paragraph each."""
        for sentence in sentences:
            self.body.addWidget(PlainLabel(sentence, wraps=True))


class StepsDialog(ScrollDialog):
    """Extends ScrollDialog: one step in sight at a time, with Back, onwards and Cancel.

    Signals: `steps_done()`, the last but one has been finished: what was chosen can be done while the last
    step, which has no way back, says how far that is.
    """

    steps_done = Signal()

    def __init__(self, title: str, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._steps = steps
        self._place = 0
        self._working = False
        self._heading = PlainLabel("", Size.TITLE, wraps=True)
        self.body.addWidget(self._heading)
        self.next = button("", primary=True)
        self.back = button(self.tr("Back"))
        self.leave = button(self.tr("Cancel"))
        for widget in (self.next, self.back, self.leave):
            self.buttons.addWidget(widget)
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self._on_back)
        self.leave.clicked.connect(self.reject)
        for step in steps:
            step.hide()
            self.body.addWidget(step)
            step.finished.connect(self._on_finished)
            step.working_changed.connect(self._on_working)
            step.told.connect(self.say)
            step.room_changed.connect(self.fit_soon)
        self.body.addStretch()
        self._turn_to(0)

    @property
    def step(self) -> Step:
        """The step in sight."""
        return self._steps[self._place]

    def done(self, result: int) -> None:
        forget_passphrases(self)
        super().done(result)

    def reject(self) -> None:
        """Close, but not in the middle of something."""
        if not self._working:
            super().reject()

    def keep_busy(self, working: bool) -> None:
        """Whether nothing can be pressed for a while."""
        self._on_working(working)

    def _turn_to(self, place: int) -> None:
        self.step.hide()
        self._place = place
        self._heading.setText(self.step.title)
        self.step.show()
        self.say("")
        self._show_buttons()
        self.step.begin()
        announce(self, self.step.title)
        self.fit_soon()

    def _show_buttons(self) -> None:
        is_last = self._place == len(self._steps) - 1
        self.next.setText(self.step.go_on)
        self.next.setVisible(bool(self.step.go_on))
        self.back.setVisible(not is_last and self._before() is not None)
        self.leave.setText(self.tr("Close") if is_last else self.tr("Cancel"))

    def _before(self) -> int | None:
        return next((place for place in reversed(range(self._place)) if self._steps[place].needed), None)

    def _on_next(self) -> None:
        self.step.complete()

    def _on_back(self) -> None:
        if (before := self._before()) is not None:
            self._turn_to(before)

    def _on_finished(self) -> None:
        following = range(self._place + 1, len(self._steps))
        place = next(place for place in following if self._steps[place].needed)
        self._turn_to(place)
        if place == len(self._steps) - 1:
            self.steps_done.emit()

    def _on_working(self, working: bool) -> None:
        self._working = working
        for widget in (self.next, self.back, self.leave):
            widget.setEnabled(not working)
