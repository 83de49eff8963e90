"""The guided session: the window shows nothing else, until it is over or put away."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from legjournal.clock import running_seconds
from ui.settings import Settings
from ui.sitting import Sitting
from ui.widgets.measure import UNLIMITED

if TYPE_CHECKING:
    from legjournal.routine.guiding import Undertaking
    from legjournal.routine.phases import Event
    from legjournal.storage.history import Changed
    from ui.session.awake import Awake
    from ui.session.end_page import EndPage
    from ui.session.panel import SessionPanel
    from ui.session.sounds import Sounds


class SessionMode(QObject):
    """Shows a session's panel in place of everything else, and stores each set as it is done.

    now: seconds, as `legjournal.clock.running_seconds` has them; a test brings its own.
    Signals: `counts()`, again and again while something is timed: somebody is there, though no key is needed.
    """

    counts = Signal()

    def __init__(
        self, settings: Settings, pages: QStackedWidget, header: QWidget, menus: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pages = pages
        self._header = header
        self._menus = menus
        self.now: Callable[[], float] = running_seconds
        self.panel: SessionPanel | None = None  # while a session is led
        self.end_page: EndPage | None = None  # when it is over
        self._sitting: Sitting | None = None
        self._undertaking: Undertaking | None = None
        self._sounds: Sounds | None = None
        self._awake: Awake | None = None

    def begin(self, sitting: Sitting, session_id: str | None = None) -> None:
        """Go on with the session of this id, or with today's unfinished one, or begin it.

        Nothing happens to a journal that can only be read.
        """
        if self._sitting is None and not sitting.journal.read_only:
            sitting.tabs.flush()
            sitting.runner.when_still(partial(self._begin, sitting, session_id))

    def end(self) -> None:
        """Put the session away, if there is one; what is done of it is stored already."""
        if self._sitting is None:
            return
        self._sitting.runner.saved.disconnect(self._on_saved)
        self._take_away()
        for helper in (self._sounds, self._awake):
            if helper is not None:
                helper.end()
        self._menus.setMaximumHeight(UNLIMITED)
        self._header.show()
        self._pages.setCurrentWidget(self._sitting.tabs)
        self._sitting.tabs.take_focus()
        self._sitting = self._undertaking = self._sounds = self._awake = None

    def _begin(self, sitting: Sitting, session_id: str | None) -> None:
        from legjournal.routine.guiding import undertake

        if self._sitting is not None:  # asked for twice while the disk took its time
            return
        self._undertaking = undertake(sitting.journal, sitting.journal.clock.today(), session_id)
        if self._undertaking is None:
            sitting.told.emit(self.tr("Choose a plan first. The guided session then leads you through it."))
            return
        self._sitting = sitting
        sitting.runner.saved.connect(self._on_saved)
        self._header.hide()
        self._menus.setMaximumHeight(0)  # not hidden: the keys of its actions still work
        self._begin_helpers()
        self._make_panel(self._undertaking)

    def _begin_helpers(self) -> None:
        from ui.session.awake import Awake
        from ui.session.sounds import Sounds

        self._sounds = Sounds(on=self._settings.session_sounds)
        self._awake = Awake()
        self._sounds.begin()
        self._awake.begin()

    def _make_panel(self, undertaking: "Undertaking") -> None:
        from ui.session.panel import SessionPanel

        self.panel = SessionPanel(
            undertaking.guide(self.now),
            undertaking.routine,
            sound=self._settings.session_sounds,
            still=self._settings.still_pictures,
        )
        self.panel.happened.connect(self._on_happened)
        self.panel.finished.connect(self._on_finished)
        self.panel.left.connect(self._on_left)
        self.panel.sound_chosen.connect(self._on_sound)
        self.panel.counts.connect(self.counts)
        self._show(self.panel)
        self.panel.begin()

    def _show(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _take_away(self) -> None:
        for page in (self.panel, self.end_page):
            if page is not None:
                self._pages.removeWidget(page)
                page.deleteLater()
        if self.panel is not None:
            self.panel.stop()
        self.panel = self.end_page = None

    def _on_happened(self, events: "list[Event]") -> None:
        from legjournal.routine.phases import EasierChosen, SetFinished, SetTakenBack, Sounded

        assert self._undertaking is not None and self._sitting is not None and self._sounds is not None
        sessions, session_id = self._sitting.journal.sessions, self._undertaking.session_id
        day = self._undertaking.routine.day
        for event in events:
            match event:
                case Sounded(tone):
                    self._sounds.play(tone)
                case SetFinished(box, repetitions, seconds):
                    counted = {"repetitions": repetitions, "seconds": seconds}
                    known = {name: count for name, count in counted.items() if count is not None}
                    self._store(sessions.tick, day, box, session_id, **known)
                case SetTakenBack(box):
                    self._store(sessions.untick, day, box, session_id)
                case EasierChosen(exercise, easier):
                    self._store(sessions.choose_version, day, session_id, exercise, easier)

    def _store(self, action: "Callable[..., Changed]", *about: object, **answers: Any) -> None:
        assert self._sitting is not None
        self._sitting.runner.run(partial(action, *about, **answers))

    def _record(self, **answers: Any) -> None:
        assert self._undertaking is not None and self._sitting is not None
        self._store(self._sitting.journal.sessions.record, self._undertaking.session_id, **answers)

    def _on_finished(self) -> None:
        self._finish()
        self._show_end(over=True)

    def _on_left(self) -> None:
        """The person stops before the end: with nothing done there is nothing to say about it."""
        assert self.panel is not None
        self.panel.guide.pause()
        if self.panel.guide.done:
            self.panel.stop()
            self._show_end(over=False)
        else:
            self.end()

    def _show_end(self, *, over: bool) -> None:
        from ui.routine.after_card import AfterCard
        from ui.session.end_page import EndPage

        assert self.panel is not None and self._sitting is not None
        guide = self.panel.guide
        after = AfterCard(self._sitting.journal, self._sitting.runner)
        self.end_page = EndPage(len(guide.done), len(guide.boxes), guide.minutes, after, over=over)
        self.end_page.done.connect(self._on_done)
        self.end_page.back_requested.connect(self._on_back)
        self.end_page.left.connect(self.end)
        self._show(self.end_page)
        self.end_page.begin()
        self._on_saved()

    def _finish(self) -> None:
        assert self._sitting is not None
        self._record(finished_at=self._sitting.journal.clock.now())

    def _on_done(self) -> None:
        assert self.panel is not None
        if self.panel.guide.box is not None:
            self._finish()
        self.end()

    def _on_back(self) -> None:
        """Back from the end to the session: to its last set, or to the one it was left in."""
        assert self.panel is not None and self.end_page is not None
        over = self.panel.guide.box is None
        self._pages.removeWidget(self.end_page)
        self.end_page.deleteLater()
        self.end_page = None
        self._pages.setCurrentWidget(self.panel)
        self.panel.begin()
        if over:
            self._record(finished_at=None)
            self.panel.back.click()
        else:
            self.panel.next_thing.click()

    def _on_sound(self, on: bool) -> None:
        assert self._sounds is not None
        self._sounds.on = self._settings.session_sounds = on

    def _on_saved(self) -> None:
        assert self._sitting is not None
        if self._sitting.runner.idle:
            self._sitting.runner.when_still(self._follow)

    def _follow(self) -> None:
        """Show what is stored: somebody may have taken back or done again what was ticked."""
        from legjournal.routine.of_day import routine_of

        if self.panel is None or self._sitting is None or self._undertaking is None:
            return
        routine = routine_of(self._sitting.journal, self._undertaking.routine.day)
        begun = routine.session(self._undertaking.session_id)
        self.panel.guide.follow(begun.sets if begun else ())
        self.panel.show_state()
        if self.end_page is not None:
            self.end_page.after.show_session(begun)
