"""The guided session in the real window: Space alone, kept as it goes, and taken up again."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from legjournal import phrases
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.routine.boxes import SetToDo
from legjournal.routine.guiding import unfinished
from legjournal.routine.of_day import routine_of
from legjournal.routine.phases import Phase, Tone
from ui.session.end_page import EndPage
from ui.session.panel import SessionPanel
from ui.session.sounds import Sounds, file_of

TODAY = date(2026, 11, 22)
CTRL = Qt.KeyboardModifier.ControlModifier
BRIDGE = [SetToDo("glute-bridge", 1), SetToDo("glute-bridge", 2)]
CLAM = [SetToDo("clamshell", 1, Side.LEFT), SetToDo("clamshell", 1, Side.RIGHT)]
PLANK = [SetToDo("plank", 1)]
ITEMS = (
    PlanItemFields(exercise="glute-bridge", sets=2, hold_seconds=5, repetitions_from=3, repetitions_to=4),
    PlanItemFields(exercise="clamshell", sets=1, repetitions_from=12, repetitions_to=15, each_side=True),
    PlanItemFields(exercise="plank", sets=1, hold_seconds=20, repetitions_from=1, repetitions_to=1),
)


class Exerciser:
    """A person at the window with a clock for the session that is moved by hand."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.time = 1000.0
        person.window.session.now = lambda: self.time

    @property
    def panel(self) -> SessionPanel:
        """The panel in sight."""
        shown = self.person.window.session.panel
        assert shown is not None and shown.isVisible()
        return shown

    @property
    def end(self) -> EndPage:
        """The page at the end, in sight."""
        shown = self.person.window.session.end_page
        assert shown is not None and shown.isVisible()
        return shown

    @property
    def done(self) -> dict[SetToDo, Any]:
        """The sets stored of today."""
        self.person.waits()
        return self.person.journal.sessions.sets_done(TODAY)

    def begins(self) -> "Exerciser":
        """Press Ctrl and G."""
        self.person.keys(Qt.Key.Key_G, held=CTRL)
        self.person.until(lambda: self.person.window.session.panel is not None)
        return self

    def waits(self, seconds: int) -> "Exerciser":
        """Let time pass, with four looks a second."""
        for _ in range(4 * seconds):
            self.time += 0.25
            self.panel.look()
        return self

    def presses(self, *keys: Qt.Key) -> "Exerciser":
        """Press keys a second apart, wherever the keyboard is."""
        for key in keys:
            self.time += 1
            self.person.keys(key)
        return self


@pytest.fixture
def planned_file(empty_file: Path, tmp_path: Path) -> Path:
    """A journal with a short plan."""
    path = Path(shutil.copy(empty_file, tmp_path / "journal.legjournal"))
    with Journal.open(path, HandClock()) as journal:
        journal.plans.adopt(PlanFields(name="Mine", started=TODAY, times_a_week=3), ITEMS)
    return path


@pytest.fixture
def opened(
    open_window: Callable[..., Person], planned_file: Path, clock: HandClock
) -> Callable[..., Exerciser]:
    """Opens the window on that journal."""

    def exerciser(**looks: Any) -> Exerciser:
        return Exerciser(open_window(planned_file, clock=clock, **looks))

    return exerciser


@pytest.fixture
def ready(opened: Callable[..., Exerciser]) -> Exerciser:
    """A person whose session has begun."""
    return opened().begins()


def test_nothing_else_is_on_the_screen(ready: Exerciser) -> None:
    """The name, the side and set, a count, what is next, and today's list; header and menus are away."""
    window = ready.person.window
    assert not window.header.isVisible() and window.menuBar().height() == 0
    words = ready.person.reads()
    for shown in ("Glute bridge", "Set 1 of 2", "get ready", "5", "Then hold 5 seconds, 3 to 4 times."):
        assert shown in words
    assert "Today’s session" in words
    ache = "Some ache that settles within a day is usual. Your own physio’s rule comes first."
    assert ache in words


def test_a_whole_session_by_space_alone(ready: Exerciser, clock: HandClock) -> None:
    """Every set is stored at once when it is done, and the end says so."""
    for number in range(40):
        if ready.person.window.session.end_page is not None:
            break
        ready.presses(Qt.Key.Key_Space)
        if number == 1:
            assert list(ready.done) == BRIDGE[:1]
    assert set(ready.done) == {*BRIDGE, *CLAM, *PLANK}
    assert ready.end.words.text() == "✓ All 5 sets done. That counts."
    [session] = ready.person.journal.sessions.on(TODAY)
    assert session.started_at == session.finished_at == clock.now()

    ready.presses(Qt.Key.Key_Space)
    window = ready.person.window
    assert window.session.end_page is None and window.session.panel is None
    assert window.header.isVisible() and window.menuBar().height() > 0
    assert window.pages.currentWidget() is ready.person.sitting.tabs


def test_by_the_clock(ready: Exerciser) -> None:
    """Without a key: ready, four holds, a rest; then a set at one's own pace waits for Space."""
    ready.waits(5)
    assert "hold" in ready.person.reads() and "repetition 1 of 3 to 4" in ready.person.reads()
    ready.waits(5)
    assert "lower slowly" in ready.person.reads()
    ready.waits(3 + 3 * 8 - 3)
    assert ready.done[BRIDGE[0]].repetitions == 4
    assert "Rest" in ready.person.reads()
    assert "Next: Glute bridge, set 2 of 2" in ready.person.reads()
    ready.waits(60 + 5 + 4 * 8 - 3 + 60 + 5)
    assert "at your own pace" in ready.person.reads() and "12–15" in ready.person.reads()
    ready.waits(300)
    assert ready.panel.guide.phase is Phase.WORK
    ready.presses(Qt.Key.Key_Space)
    assert CLAM[0] in ready.done
    ready.waits(60)
    assert "change sides" in ready.person.reads() and "10" in ready.person.reads()
    assert "Right side · set 1 of 1" in ready.person.reads()


def test_space_goes_on_wherever_the_keyboard_is(ready: Exerciser) -> None:
    """After any button the keyboard is on the next thing again; Tab reaches the others, in their order."""
    ready.presses(Qt.Key.Key_Space)
    assert ready.panel.guide.phase is Phase.HOLD
    names = []
    for _ in range(7):
        assert isinstance(ready.person.focused, QPushButton)
        names.append(ready.person.focused.text())
        ready.person.keys(Qt.Key.Key_Tab)
    assert names[0] == "Set done (Space)"
    assert names[1:] == [
        "Pause (P)",
        "Back (B)",
        "Easier version (E)",
        "Skip (S)",
        "Sound on (M)",
        "Close (Esc)",
    ]
    assert ready.person.focused is ready.panel.next_thing
    ready.person.keys(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert ready.panel.guide.pause_reason is not None
    assert ready.person.focused is ready.panel.next_thing
    ready.presses(Qt.Key.Key_Space)
    assert ready.panel.guide.pause_reason is None


def test_a_key_held_down_does_one_thing(ready: Exerciser) -> None:
    """A hand that rests on Space does not run through the session."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    for _ in range(20):
        ready.time += 1
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(ready.panel, held)
    assert ready.panel.guide.phase is Phase.GET_READY
    assert ready.done == {}


def test_pause(ready: Exerciser) -> None:
    """P stops the count, says how to go on, and P or Space goes on where it was."""
    ready.waits(7).presses(Qt.Key.Key_P)
    before = ready.panel.count.number.text()
    assert "Paused. Space goes on." in ready.person.reads()
    ready.waits(900)
    assert ready.panel.count.number.text() == before
    assert ready.panel.next_thing.text() == "Go on (Space)"
    ready.presses(Qt.Key.Key_P)
    assert ready.panel.guide.phase is Phase.HOLD and ready.panel.guide.pause_reason is None


def test_the_computer_slept(ready: Exerciser) -> None:
    """It waits before what comes next, and says why."""
    ready.waits(6)
    ready.time += 8 * 3600
    ready.panel.look()
    assert "Paused while the computer slept. Space goes on." in ready.person.reads()
    ready.waits(60)
    assert ready.done == {}
    ready.presses(Qt.Key.Key_Space).waits(3)
    assert "repetition 2 of 3 to 4" in ready.person.reads()


def test_back_takes_the_tick_away(ready: Exerciser) -> None:
    """B is the set before once more."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert list(ready.done) == BRIDGE[:1]
    ready.presses(Qt.Key.Key_B)
    assert ready.done == {}
    assert "Set 1 of 2" in ready.person.reads()
    assert ready.person.journal.sessions.on(TODAY) == []


def test_skip_and_easier(ready: Exerciser) -> None:
    """S leaves a set out; E is stored with the session, and the cue is that of the easier version."""
    ready.presses(Qt.Key.Key_S)
    assert "Set 2 of 2" in ready.person.reads()
    ready.presses(Qt.Key.Key_E)
    ready.person.waits()
    [session] = ready.person.journal.sessions.on(TODAY)
    assert ready.person.journal.sessions.easier_versions(session.id) == {"glute-bridge"}
    assert "Set 2 of 2 · easier version" in ready.person.reads()
    ready.presses(Qt.Key.Key_E)
    assert ready.done == {}
    assert ready.person.journal.sessions.on(TODAY) == []


def test_part_of_it_counts(ready: Exerciser) -> None:
    """Who stops early reads a success; effort, pain and a note are stored as they are given."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert ready.end.words.text() == "✓ 1 of 5 sets. That counts."
    ready.person.until(ready.end.after.isVisible)
    assert any("0 to 3, green: carry on" in line for line in ready.person.reads())
    assert "Your own physio’s rule comes first." in ready.person.reads()
    before = ready.person.reads()
    ready.end.after.pain.scores.setFocus()
    ready.person.types("9")
    ready.end.after.effort.scores.setFocus()
    ready.person.types("4")
    assert ready.person.reads() == before
    ready.end.after.note.setFocus()
    ready.person.types("slow and calm")
    ready.person.presses("Done (Space)")
    ready.person.waits()

    [session] = ready.person.journal.sessions.on(TODAY)
    assert (session.effort, session.pain_during, session.note) == (4, 9, "slow and calm")
    assert session.finished_at is not None
    assert ready.person.window.session.panel is None


def test_with_nothing_done_nothing_is_kept(ready: Exerciser) -> None:
    """Close right away: no page, no session."""
    ready.presses(Qt.Key.Key_Escape)
    assert ready.person.window.session.panel is None
    assert ready.person.window.session.end_page is None
    assert ready.person.journal.sessions.on(TODAY) == []


def test_back_from_the_end(ready: Exerciser) -> None:
    """B at the end goes on where it was left; after the last set it is the last set again."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_B)
    assert ready.panel.guide.phase is Phase.REST and ready.panel.guide.pause_reason is None
    while ready.person.window.session.end_page is None:
        ready.presses(Qt.Key.Key_Space)
    ready.presses(Qt.Key.Key_B)
    assert set(ready.done) == {*BRIDGE, *CLAM}
    assert ready.panel.title.text() == "Plank"
    [session] = ready.person.journal.sessions.on(TODAY)
    assert session.finished_at is None


def test_taken_up_again(ready: Exerciser, opened: Callable[..., Exerciser], clock: HandClock) -> None:
    """A window that went away in the middle: the next one goes on behind the last set, with what is done."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_E, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert set(ready.done) == {BRIDGE[0]}
    assert ready.person.closes()
    clock.set(datetime(2026, 11, 22, 21, 50))
    again = opened()
    begun = unfinished(routine_of(again.person.journal, TODAY))
    assert begun is not None
    again.begins()
    assert again.panel.guide.box == BRIDGE[1]
    assert again.panel.guide.done == {BRIDGE[0]} and again.panel.guide.is_easier
    again.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert set(again.done) == {*BRIDGE}
    assert [row.id for row in again.person.journal.sessions.on(TODAY)] == [begun.row.id]


def test_killed(
    ready: Exerciser, open_window: Callable[..., Person], clock: HandClock, tmp_path: Path
) -> None:
    """What is on the disk in the middle of a set is all the sets before it; they are done when it goes on."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space).waits(4)
    ready.person.waits()
    left = tmp_path / "left.legjournal"
    # By another process: to open and close the file in this one would drop SQLite's locks.
    subprocess.run(["cp", str(ready.person.journal.path), str(left)], check=True)
    ready.person.closes()
    again = Exerciser(open_window(left, clock=clock)).begins()
    assert again.panel.guide.done == {BRIDGE[0]} and again.panel.guide.box == BRIDGE[1]
    assert again.panel.guide.phase is Phase.GET_READY


def test_another_session_of_the_day(ready: Exerciser) -> None:
    """After one that is finished a new one begins, with every box empty."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Space)
    ready.person.waits()
    ready.begins()
    assert ready.panel.guide.done == set()
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)
    ready.person.waits()
    assert len(ready.person.journal.sessions.on(TODAY)) == 2


def test_undo_in_the_middle(ready: Exerciser) -> None:
    """Ctrl and Z takes the last tick back, and the list shows it."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert list(ready.done) == BRIDGE[:1]
    ready.person.keys(Qt.Key.Key_Z, held=CTRL)
    assert ready.done == {}
    assert ready.panel.guide.done == set()


def test_without_a_plan_it_says_what_to_do(person: Person) -> None:
    """The page stays, and a sentence tells what comes first."""
    person.keys(Qt.Key.Key_G, held=CTRL)
    assert person.window.session.panel is None
    said = "Choose a plan first. The guided session then leads you through it."
    assert said in person.reads(person.window.banner)


def test_sound_is_off_by_one_key_and_stays_off(ready: Exerciser, opened: Callable[..., Exerciser]) -> None:
    """M; the choice is the computer's, and the next session is silent too."""
    ready.presses(Qt.Key.Key_M)
    assert "Sound off (M)" in {made.text() for made in ready.panel.findChildren(QPushButton)}
    ready.person.closes()
    assert not opened().begins().panel.sound.isChecked()


def test_begun_on_the_page_of_the_routine(opened: Callable[..., Exerciser]) -> None:
    """The button there leads through the session in sight, with what was ticked on the list."""
    exerciser = opened()
    exerciser.person.turns_to(2)
    exerciser.person.ticks(BRIDGE[0])
    exerciser.person.presses("Go on, guided")
    exerciser.person.until(lambda: exerciser.person.window.session.panel is not None)
    assert exerciser.panel.guide.box == BRIDGE[1]
    exerciser.presses(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    exerciser.person.waits()
    assert exerciser.person.page.session.boxes[BRIDGE[1]].isChecked()


def test_a_timed_session_is_not_locked_away(inside: Person, clock: HandClock) -> None:
    """A rest needs no key, and is no sign that nobody is there; a set at one's own pace may be."""
    item = PlanItemFields(exercise="glute-bridge", sets=3, rest_seconds=900)
    inside.journal.plans.adopt(PlanFields(name="Mine", started=TODAY), [item])
    exerciser = Exerciser(inside).begins()
    exerciser.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)

    def sits_still(minutes: int) -> None:
        for _ in range(2 * minutes):
            clock.set(clock.now() + timedelta(seconds=30))
            exerciser.time += 4
            exerciser.panel.look()
            inside.window.locker.lock.watch.look()

    sits_still(14)
    assert exerciser.panel.guide.phase is Phase.REST
    exerciser.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert exerciser.panel.guide.phase is Phase.WORK
    sits_still(9)
    for _ in range(2):
        clock.set(clock.now() + timedelta(seconds=30))
        inside.window.locker.lock.watch.look()
    assert inside.window.sitting is None and inside.window.session.panel is None
    assert inside.window.header.isVisible()


def test_another_page_takes_its_place(ready: Exerciser) -> None:
    """Ctrl and 3 leaves the session for the trends, F1 for help; what was done is kept."""
    ready.presses(Qt.Key.Key_Space, Qt.Key.Key_Space)
    ready.person.turns_to(3)
    assert ready.person.window.session.panel is None
    assert ready.person.window.header.isVisible()
    assert list(ready.done) == BRIDGE[:1]
    ready.begins()
    ready.person.keys(Qt.Key.Key_F1)
    assert ready.person.window.session.panel is None


@pytest.mark.parametrize(
    ("theme", "size", "room"),
    [
        ("light", 100, QSize(1366, 768)),
        ("dark", 100, QSize(1100, 900)),
        ("high-contrast", 150, QSize(1366, 768)),
        ("light", 200, QSize(640, 480)),
        ("night", 200, QSize(640, 560)),
    ],
)
def test_read_from_the_floor(opened: Callable[..., Exerciser], theme: str, size: int, room: QSize) -> None:
    """Digits are 12% of the window's height or more, name and side 4%; nothing is beside the window."""
    shown = opened(theme=theme, text_size=size)
    shown.person.window.resize(room)
    shown.begins()
    for _ in range(8):
        QApplication.processEvents()
        panel, height = shown.panel, shown.person.window.height()
        number = panel.count.number
        wide = QFontMetrics(number.font()).horizontalAdvance(number.text())
        digits = number.fontMetrics().capHeight() * min(1, number.width() / max(1, wide))
        assert digits >= 0.12 * height, number.text()
        for label in (panel.title, panel.place):
            assert label.fontMetrics().capHeight() >= 0.04 * height, label.text()
        for scroller in panel.findChildren(QScrollArea):
            assert scroller.widget().width() <= scroller.viewport().width()
        assert not panel.next_thing.visibleRegion().isEmpty()
        assert panel.list.isVisible() == (size == 100)
        shown.presses(Qt.Key.Key_Space)


def test_a_name_without_end(person: Person, hostile: str) -> None:
    """An own exercise of any name is led like another; the number and the next thing stay in sight."""
    name = hostile[:200].replace("\n", " ")
    person.journal.exercises.add(name)
    own = next(key for key, known in person.journal.exercises.all().items() if known.own)
    item = PlanItemFields(exercise=own, sets=1)
    person.journal.plans.adopt(PlanFields(name="Mine", started=TODAY), [item])
    person.window.resize(640, 560)
    shown = Exerciser(person).begins()
    QApplication.processEvents()
    panel = shown.panel
    assert panel.title.text() == phrases.cut(person.journal.exercises.get(own).name, 60)
    for widget in (panel.count.number, panel.next_thing):
        assert not widget.visibleRegion().isEmpty()
    for scroller in panel.findChildren(QScrollArea):
        assert scroller.widget().width() <= scroller.viewport().width()


def test_larger_text_in_the_middle(ready: Exerciser) -> None:
    """Chosen from the menu while a set is in hand, it is arranged anew."""
    was = ready.panel.next_thing.height()
    ready.person.chooses_in_menu("200%")
    ready.person.until(lambda: not ready.panel.list.isVisible())
    assert ready.panel.next_thing.height() > was
    assert ready.person.focused is ready.panel.next_thing
    ready.presses(Qt.Key.Key_Space)
    assert ready.panel.guide.phase is Phase.HOLD


def test_the_tones_are_soft_and_short() -> None:
    """Each lies in the assets as a file that any player knows."""
    import wave

    for tone in Tone:
        with wave.open(str(file_of(tone))) as file:
            assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
            assert file.getnframes() / file.getframerate() < 0.6
            samples = memoryview(file.readframes(file.getnframes())).cast("h")
            assert max(map(abs, samples)) < 32_767 * 0.3
            assert abs(samples[0]) < 50 and abs(samples[-1]) < 50


def test_a_tone_is_played_by_the_player(tmp_path: Path, person: Person) -> None:
    """The player is given the file of the tone; off, it is given nothing."""
    heard = tmp_path / "heard"
    player = tmp_path / "player"
    player.write_text(f'#!/bin/sh\necho "$1" >> "{heard}"\n')
    player.chmod(0o700)
    sounds = Sounds(on=True, player=str(player))
    sounds.begin()
    sounds.play(Tone.BEGIN)
    sounds.on = False
    sounds.play(Tone.COUNT)
    sounds.on = True
    sounds.play(Tone.REST_OVER)
    sounds.end()
    person.until(lambda: not sounds._thread.is_alive())
    assert heard.read_text().split() == [str(file_of(Tone.BEGIN)), str(file_of(Tone.REST_OVER))]


@pytest.mark.parametrize("player", ["/bin/false", "/no/such/player"])
def test_without_a_card_there_is_silence(player: str, person: Person) -> None:
    """A player that fails is asked once, and nobody waits for it or hears of it."""
    sounds = Sounds(on=True, player=player)
    sounds.begin()
    for tone in Tone:
        sounds.play(tone)
    person.until(lambda: not sounds._thread.is_alive())
    sounds.play(Tone.COUNT)
    sounds.end()


def test_the_picture_moves_unless_it_is_to_stand_still(opened: Callable[..., Exerciser]) -> None:
    """As chosen in the menu, from the next session on and after the window was closed."""
    exerciser = opened().begins()
    assert exerciser.panel.picture.plays
    exerciser.presses(Qt.Key.Key_Escape)
    exerciser.person.until(lambda: exerciser.person.window.session.panel is None)
    exerciser.person.chooses_in_menu("Exercise pictures stand still")
    assert not exerciser.begins().panel.picture.plays
    exerciser.person.closes()
    assert not opened().begins().panel.picture.plays
