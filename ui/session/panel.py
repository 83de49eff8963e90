"""The page of a guided session: one set at a time, large enough to be read from the floor."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from legjournal.models.diary import Side
from legjournal.models.routine import Area
from legjournal.routine.guide import Guide
from legjournal.routine.of_day import RoutineDay
from legjournal.routine.phases import Event, Phase, PhaseBegan
from ui.session.count_view import CountView
from ui.session.far_label import FarLabel, follow_window
from ui.session.sayings import Sayings
from ui.session.session_list import SessionList
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.drawing import DrawingView
from ui.widgets.flow import FlowLayout
from ui.widgets.measure import line_height
from ui.widgets.scroll import PageScroll

LOOK_EVERY = 100  # milliseconds
WITH_LIST, ACROSS = 56, 40  # heights of the text: from these widths on there is a list, and a picture beside


class SessionPanel(QWidget):
    """Shows what a guide says, and hands it what is pressed.

    The keyboard rests on the button of the next thing, so that Space does it. Whatever else is pressed gives
    it back there; only the Tab key leads to another button, which Space then presses once.

    Signals: `happened(list)`, what the guide told, each an `Event`; `finished()`, no set is left;
    `left()`, the person wants to go; `sound_chosen(bool)`; `counts()`, again and again while something is
    timed and no key is needed.
    """

    happened = Signal(object)
    finished = Signal()
    left = Signal()
    sound_chosen = Signal(bool)
    counts = Signal()

    def __init__(
        self,
        guide: Guide,
        routine: RoutineDay,
        *,
        sound: bool,
        still: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.guide = guide
        self._routine = routine
        self._still = still
        self._pictured: tuple[str, Side | None, bool] | None = None
        self._sayings = Sayings(routine, self)
        self.title = FarLabel(0.062, 1.55, weight=FarLabel.BOLD)
        self.place = FarLabel(0.056, 1.2)
        self.count = CountView()
        self.picture = DrawingView()
        self.cue = FarLabel(0.034)
        self.coming = FarLabel(0.026, muted=True)
        self.list = SessionList(guide, self._sayings)
        self.next_thing = _button("", primary=True)
        self.pause = _button(self.tr("Pause (P)"))
        self.back = _button(self.tr("Back (B)"))
        self.easier = _button(self.tr("Easier version (E)"))
        self.easier.setProperty("choice", True)
        self.easier.setCheckable(True)
        self.skip = _button(self.tr("Skip (S)"))
        self.sound = button("")
        self.sound.setCheckable(True)
        self.sound.setProperty("choice", True)
        self.sound.setChecked(sound)
        self.close_it = button(self.tr("Close (Esc)"))
        self._across = True
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._lay_out()
        self._connect_signals()
        self._show_sound()
        self.setFocusProxy(self.next_thing)

    def begin(self) -> None:
        """Lead from here on."""
        self._timer.start()
        self.show_state()
        self.setFocus()
        announce(self, self._sayings.told(self.guide))

    def stop(self) -> None:
        """Look at the clock no more."""
        self._timer.stop()

    def look(self) -> None:
        """Follow the clock."""
        self._tell(self.guide.look())
        if self.guide.seconds_left is not None and self.guide.pause_reason is None:
            self.counts.emit()

    def show_state(self) -> None:
        """Show where the session is."""
        guide, sayings = self.guide, self._sayings
        for label, words in (
            (self.title, sayings.title(guide)),
            (self.place, sayings.place(guide)),
            (self.cue, sayings.cue(guide)),
            (self.coming, sayings.coming(guide)),
        ):
            if label.text() != words:
                label.setText(words)
        self.count.show_count(sayings.what(guide), sayings.number(guide), sayings.of_what(guide))
        self.next_thing.setText(self.tr("{words} (Space)").format(words=sayings.next_thing(guide)))
        self.pause.setEnabled(guide.pause_reason is None)
        self.easier.setChecked(guide.is_easier)
        self._show_picture()
        self.list.show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Extends QWidget: each button has its key, wherever the keyboard is."""
        pressed = {
            Qt.Key.Key_Space: self.next_thing,
            Qt.Key.Key_P: self.pause,
            Qt.Key.Key_B: self.back,
            Qt.Key.Key_E: self.easier,
            Qt.Key.Key_S: self.skip,
            Qt.Key.Key_M: self.sound,
            Qt.Key.Key_Escape: self.close_it,
        }.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if pressed is None or held:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            if pressed is self.pause and self.guide.pause_reason is not None:
                pressed = self.next_thing
            pressed.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Extends QWidget: another text size needs another arrangement."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.arrange()

    def arrange(self) -> None:
        """Fit into the window as it is."""
        wide = self.width() / line_height()
        follow_window(self, self.window().height())
        self.list.follow_text_size()
        self.list.setVisible(wide >= WITH_LIST)
        if (wide >= ACROSS) != self._across:
            self._across = wide >= ACROSS
            self._place_by_width()

    def _place_by_width(self) -> None:
        """With room the picture stands beside the number, and all buttons on the page; without, the picture
        stands at the foot of the page, and below it, always in sight, what Space does.
        """
        across, had_keyboard = self._across, self.next_thing.hasFocus()
        (self._middle if across else self._foot).insertWidget(0, self.picture, 3)
        if across:
            self._buttons.insert_widget(0, self.next_thing)
        else:
            self._bar.addWidget(self.next_thing)
            self.next_thing.show()  # the layout itself would do so too late for the keyboard
        for made in (self.sound, self.close_it):
            made.setProperty("far", not across)
            made.style().polish(made)
            (self._corner if across else self._buttons).addWidget(made)
        keys = (self.next_thing, self.pause, self.back, self.easier, self.skip, self.sound, self.close_it)
        for before, after in pairwise(keys):
            QWidget.setTabOrder(before, after)
        if had_keyboard:
            self.next_thing.setFocus()
        edge = 48 if across else 24
        self._column.setContentsMargins(edge, edge * 2 // 3, edge, edge * 2 // 3)
        self._bar.setContentsMargins(*((0, 0, 0, 0) if across else (edge, 8, edge, 12)))

    def _lay_out(self) -> None:
        self.setObjectName("page")
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self.title)
        names.addWidget(self.place)
        self._corner = QHBoxLayout()
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addLayout(self._corner)
        head.setAlignment(self._corner, Qt.AlignmentFlag.AlignTop)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(24)
        self._middle.addWidget(self.count, 2)
        self._buttons = FlowLayout(spacing=12)
        for made in (self.pause, self.back, self.easier, self.skip):
            self._buttons.addWidget(made)
        self._foot = QVBoxLayout()
        scroller = PageScroll()
        self._column = QVBoxLayout(scroller.content)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self._column.addStretch(1)
        self._column.addLayout(self._middle, 6)
        self._column.addStretch(1)
        for widget in (self.cue, self.coming):
            self._column.addWidget(widget)
        self._column.addLayout(self._buttons)
        self._column.addLayout(self._foot)
        self._bar = QVBoxLayout()
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(scroller, 1)
        page.addLayout(self._bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(page, 1)
        whole.addWidget(self.list)
        self._place_by_width()

    def _show_picture(self) -> None:
        """Show the exercise in hand, on its side; a pause holds it still, and so may the person."""
        box = self.guide.box
        if box is None:
            return
        pictured = (box.exercise, box.side, self.guide.is_easier)
        if pictured != self._pictured:
            self._pictured = pictured
            self.picture.show_exercise(*pictured, self._routine.exercises[box.exercise].picture)
        if self.guide.pause_reason is not None or self._still:
            self.picture.still()
        elif self.guide.phase in (Phase.HOLD, Phase.LOWER) and not self._walks(box.exercise):
            self.picture.move_to(end=self.guide.phase is Phase.HOLD)
        else:
            self.picture.play()

    def _walks(self, exercise: str) -> bool:
        """Whether what is timed is no position to be held."""
        return self._routine.exercises[exercise].area is Area.WALK

    def _connect_signals(self) -> None:
        self._timer.timeout.connect(self.look)
        self.next_thing.clicked.connect(self._on_next_thing)
        self.pause.clicked.connect(self._on_pause)
        self.back.clicked.connect(self._on_back)
        self.easier.clicked.connect(self._on_easier)
        self.skip.clicked.connect(self._on_skip)
        self.sound.clicked.connect(self._on_sound)
        self.close_it.clicked.connect(self.left)

    def _tell(self, events: list[Event]) -> None:
        """Show what has come of it, and pass it on."""
        self.show_state()
        if events:
            self.happened.emit(events)
        if self.guide.phase is Phase.FINISHED:
            self.stop()
            self.finished.emit()
        elif any(isinstance(event, PhaseBegan) for event in events):
            announce(self, self._sayings.told(self.guide))

    def _answer(self, events: list[Event]) -> None:
        """A key or a button: the keyboard goes back to the next thing."""
        self.setFocus()
        self._tell(events)

    def _on_next_thing(self) -> None:
        self._answer(self.guide.go_on())

    def _on_pause(self) -> None:
        self._answer(self.guide.pause())
        announce(self, self._sayings.told(self.guide))

    def _on_back(self) -> None:
        self._answer(self.guide.back())

    def _on_easier(self, easier: bool) -> None:
        self._answer(self.guide.choose_easier(easier))

    def _on_skip(self) -> None:
        self._answer(self.guide.skip())

    def _on_sound(self, on: bool) -> None:
        self._show_sound()
        self.sound_chosen.emit(on)
        self.setFocus()

    def _show_sound(self) -> None:
        self.sound.setText(self.tr("Sound on (M)") if self.sound.isChecked() else self.tr("Sound off (M)"))


def _button(words: str, *, primary: bool = False) -> QPushButton:
    made = button(words, primary=primary)
    made.setProperty("far", True)
    return made
