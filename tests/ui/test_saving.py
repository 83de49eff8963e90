"""When something typed cannot be stored it stays, the reason is said, and it is stored later."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from legjournal.journal import Journal
from legjournal.models.diary import Side
from ui.opening.opener import Opener
from ui.widgets.banner import Banner

DAY = date(2026, 11, 22)
BUSY = "Not saved. Another program is using the journal just now. Try again in a moment."
GONE = (
    "Not saved. The journal's file is not in its place any more: it was moved, renamed or deleted, or its "
    "disk was taken out."
)

# A process of its own: SQLite's locks do not tell two of its copies within one process apart.
HOLDER = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline() if sys.argv[2] == "until told" else time.sleep(float(sys.argv[2]))
connection.execute("ROLLBACK")
"""


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight."""
    person.until(lambda: person.page.day.isVisible())
    return person


@contextmanager
def write_lock(path: Path, seconds: str = "until told") -> Iterator[None]:
    """Another program that is writing to the journal."""
    command = [sys.executable, "-c", HOLDER, str(path), seconds]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        yield
        holder.communicate("\n")


@contextmanager
def moved_away(path: Path) -> Iterator[None]:
    """The journal's file lies elsewhere for a while."""
    elsewhere = path.rename(path.with_suffix(".elsewhere"))
    yield
    elsewhere.rename(path)


class Pulse:
    """Feels whether the window answers: the longest time, in seconds, between two beats of its event loop."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def try_again(person: Person) -> None:
    """Press Try again, and again if that was too early, until all is stored."""

    def pressed() -> bool:
        if person.window.banner.isVisible():
            person.window.banner.retry.click()
        return person.sitting.runner.idle and not person.window.banner.isVisible()

    person.until(pressed)


def saved(person: Person) -> str:
    """What the header says about saving."""
    return person.window.header.saved.text()


def test_saved_is_only_said_when_it_is(page: Person) -> None:
    """“Saved” stands there once the file holds the answer, with the time, and not before."""
    assert saved(page) == ""
    told: list[bool] = []
    row = page.page.legs.urge.scores
    page.sitting.runner.saved.connect(lambda _: told.append(bool(page.journal.symptoms.on(DAY))))
    row.setFocus()
    page.types("7")
    assert saved(page) == ""
    page.waits()

    assert told == [True]
    assert saved(page) == "✓ Saved 9.14pm"


def test_saved_waits_for_the_last_of_several(page: Person) -> None:
    """While one of several answers is still on its way the window does not say that all is saved."""
    said: list[tuple[str, bool]] = []
    runner = page.sitting.runner
    runner.saved.connect(lambda _: said.append((saved(page), runner.idle)))
    for row in page.page.day.rows.values():
        QTest.keyClicks(row.focusProxy(), "5")
    page.waits()
    assert len(said) == 3
    assert all(idle or not words for words, idle in said)
    assert saved(page) == "✓ Saved 9.14pm"


def test_file_moved_away(page: Person) -> None:
    """A journal moved away while open is not written anywhere; what was typed stays and is stored later."""
    path = page.journal.path
    with moved_away(path):
        page.page.notes.note.editor.setFocus()
        page.types("Do not lose this.")
        page.page.day.managed.editor.setFocus()
        page.until(page.window.banner.isVisible)

        assert page.reads(page.window.banner)[0] == GONE
        assert saved(page) == "Not saved yet"
        assert page.page.notes.note.editor.toPlainText() == "Do not lose this."
        assert not path.exists()
    try_again(page)

    assert page.journal.diary.day(DAY).note == "Do not lose this."
    assert page.page.notes.note.editor.toPlainText() == "Do not lose this."
    assert saved(page) == "✓ Saved 9.14pm"


def test_answers_typed_meanwhile_are_stored_in_order(page: Person) -> None:
    """Everything typed while nothing could be stored is stored afterwards, the last answer last."""
    with moved_away(page.journal.path):
        page.types_night(wakings="2")
        page.types_night(wakings="3", woken_by_legs="1")
        page.scores(page.page.legs.urge.scores, 4)
        page.scores(page.page.legs.urge.scores, 6)
        assert page.page.night.fields["wakings"].entry.text() == "3"
        assert page.page.legs.urge.scores.score == 6
        assert page.window.banner.isVisible()
    try_again(page)

    night = page.journal.nights.ending_on(DAY)
    assert (night.wakings, night.woken_by_legs) == (3, 1)
    assert [row.score for row in page.journal.symptoms.on(DAY)] == [6]
    assert page.page.legs.urge.scores.score == 6
    assert not page.window.banner.isVisible()


def test_next_answer_tries_again_by_itself(page: Person) -> None:
    """Once the file is back the next answer takes the waiting one along: nobody needs to press Try again."""
    with moved_away(page.journal.path):
        page.types_night(wakings="2")
        page.until(page.window.banner.isVisible)
    page.page.night.fields["minutes_awake"].entry.setFocus()
    page.types("30\t")
    page.until(lambda: page.sitting.runner.idle)

    night = page.journal.nights.ending_on(DAY)
    assert (night.wakings, night.minutes_awake) == (2, 30)
    assert not page.window.banner.isVisible()


def test_place_pressed_while_nothing_can_be_stored(page: Person) -> None:
    """However often a place is pressed meanwhile, it is there once in the end."""
    chart = page.page.legs.chart
    with moved_away(page.journal.path):
        for _ in range(3):
            page.clicks(chart, at=chart.region_centre(Side.LEFT, "calf").toPoint())
        page.until(page.window.banner.isVisible)
    try_again(page)

    assert [row.site for row in page.journal.symptoms.on(DAY)] == ["calf"]


def test_another_program_is_writing(page: Person) -> None:
    """The window answers while it waits for the other program, then says why, and Try again stores."""
    pulse = Pulse()
    with write_lock(page.journal.path):
        page.page.legs.urge.scores.setFocus()
        page.types("7")
        page.until(page.window.banner.isVisible)
        assert page.reads(page.window.banner)[0] == BUSY
        assert page.page.legs.urge.scores.score == 7
        assert saved(page) == "Not saved yet"
    assert pulse.longest < 0.5

    try_again(page)
    assert [row.score for row in page.journal.symptoms.on(DAY)] == [7]


def test_closing_waits_for_the_disk(page: Person) -> None:
    """Closing in the middle of typing stores it first, even while another program holds the file."""
    path = page.journal.path
    with write_lock(path, "0.5"):
        page.page.notes.note.editor.setFocus()
        page.types("The last words.")
        assert page.closes()

    with Journal.open(path) as journal:
        assert journal.diary.day(DAY).note == "The last words."


def test_closing_when_nothing_can_be_stored_asks(page: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever answers “Stay” stays, with what was typed still there, and can store it."""
    asked: list[str] = []
    monkeypatch.setattr(Banner, "ask_to_leave", lambda *_: asked.append("leave?"))
    with moved_away(page.journal.path):
        page.page.notes.note.editor.setFocus()
        page.types("The last words.")
        assert not page.closes()
        assert asked == ["leave?"]
        assert page.window.isVisible()
        assert page.page.notes.note.editor.toPlainText() == "The last words."
    try_again(page)

    assert page.journal.diary.day(DAY).note == "The last words."
    assert page.closes()
    assert asked == ["leave?"]


def test_leaving_without_it(page: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves all the same can: the window goes and the journal is as it was."""
    monkeypatch.setattr(Banner, "ask_to_leave", lambda *_: True)
    path = page.journal.path
    with moved_away(path):
        page.types_night(wakings="2")
        page.until(page.window.banner.isVisible)
        assert page.closes()

    with Journal.open(path) as journal:
        assert journal.nights.ending_on(DAY) is None
        assert journal.problems() == []


def test_what_was_given_up_does_not_follow_into_another_journal(
    page: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After leaving an unsaved answer behind, another journal is stored without it and without a banner."""
    other = tmp_path / "other.legjournal"
    Journal.create(other).close()
    monkeypatch.setattr(Banner, "ask_to_leave", lambda *_: True)
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: other)
    with moved_away(page.journal.path):
        page.types_night(wakings="2")
        page.until(page.window.banner.isVisible)
        page.window.menus.open_requested.emit()
        assert page.journal.path == other
        assert not page.window.banner.isVisible()
        page.types_night(wakings="5")
        page.until(lambda: page.sitting.runner.idle)

    assert page.journal.nights.ending_on(DAY).wakings == 5
    assert not page.window.banner.isVisible()


def test_another_sentence_does_not_hide_it(page: Person) -> None:
    """While something is not saved, nothing else that is said takes that sentence or Try again away."""
    with moved_away(page.journal.path):
        page.types_night(wakings="2")
        page.until(page.window.banner.isVisible)
        page.keys(Qt.Key.Key_Right, held=Qt.KeyboardModifier.AltModifier)
        assert page.reads(page.window.banner)[0] == f"23 November 2026 has not come yet.\n{GONE}"
    try_again(page)

    assert page.journal.nights.ending_on(DAY).wakings == 2
    assert saved(page) == "✓ Saved 9.14pm"


def test_other_days_can_be_read_meanwhile(page: Person) -> None:
    """While another program writes, other days can be read."""
    page.types_night(wakings="2")
    with write_lock(page.journal.path):
        page.goes_to(date(2026, 11, 21))
        assert page.page.night.fields["wakings"].entry.text() == ""
        page.goes_to(DAY)
        assert page.page.night.fields["wakings"].entry.text() == "2"


def test_sentences_are_plain_text(page: Person) -> None:
    """The banner shows a sentence letter for letter, whatever the file in it is called."""
    page.window.banner.say("<b>bold.legjournal</b> is in use")

    assert page.reads(page.window.banner)[0] == "<b>bold.legjournal</b> is in use"


def test_every_label_is_plain_text(sample: Person) -> None:
    """No label of the window takes its words for markup."""
    for tab in (2, 3, 4, 1):
        sample.turns_to(tab)

    labels = sample.window.findChildren(QLabel)
    assert len(labels) > 100
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_typing_without_a_pause_reaches_the_disk(page: Person, qtbot) -> None:
    """Someone who writes on and on loses three seconds in a crash at most."""
    editor = page.page.notes.note.editor
    page.brings_into_sight(editor)
    editor.setFocus()

    def stored() -> bool:
        page.types("on ")
        day = page.journal.diary.day(page.window.day)
        return day is not None and bool(day.note)

    qtbot.waitUntil(stored, timeout=3000)
    page.types("and on")
    page.waits()
    assert editor.toPlainText().endswith("and on"), "the save in between took nothing away"
