"""A journal that is open to read only: all of it can be read, nothing of it can be changed."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from legjournal.models.diary import Side
from ui.contacts.dialog import ContactsDialog
from ui.contacts.form import ContactForm
from ui.damage.damage_dialog import DamageDialog
from ui.opening.claim import lock_beside
from ui.report.dialog import ReportDialog
from ui.routine.tick_box import TickBox
from ui.versions.dialog import VersionsDialog
from ui.widgets.banner import Banner
from ui.widgets.chip import Chip
from ui.widgets.score_row import ScoreRow

DAY = timedelta(days=1)
KEPT = Path(__file__).parents[1] / "journals"


@pytest.fixture
def reader(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Person:
    """A person reading sixty days that are open on another computer; nothing may be asked when they close."""
    monkeypatch.setattr(Banner, "ask_to_leave", lambda *_: pytest.fail("asked in vain"))
    return opens_elsewhere(open_window, shutil.copy(sample_file, tmp_path / "journal.legjournal"))


def opens_elsewhere(open_window: Callable[..., Person], path: Path) -> Person:
    """Open to read only what is open on another computer."""
    lock_beside(path).write_text("4242\nlegjournal\nANNA-LAPTOP\n0123\n4567\n")
    person = open_window(path)
    person.presses("Open it to read only")
    person.until(person.page.day.isVisible)
    return person


def presses_all(person: Person, kind: type[QPushButton] | type[TickBox] | type[ScoreRow] | type[Chip]) -> int:
    """Click on everything of a kind that is in sight on the page; how much there was."""
    found = [widget for widget in person.page.findChildren(kind) if widget.isVisible()]
    for widget in found:
        person.clicks(widget)
    return len(found)


def is_as_before(person: Person, before: bytes) -> bool:
    """Whether nothing was changed, nothing waits to be stored, and nobody complained."""
    banner = person.window.banner
    quiet = not banner.retry.isVisible() and not any("Not saved" in line for line in person.reads(banner))
    return person.sitting.runner.idle and quiet and person.journal.path.read_bytes() == before


def test_the_diary_takes_no_answers(reader: Person) -> None:
    """Keys and clicks change nothing on the screen or in the file, and closing asks nothing."""
    before = reader.journal.path.read_bytes()
    entry, note = reader.night["got_into_bed"].entry, reader.page.notes.note.editor
    shown = entry.text(), note.toPlainText(), reader.page.day.rows["mood"].score
    reader.types_into(entry, "4am")
    entry.setFocus()
    reader.keys(Qt.Key.Key_Up)
    reader.pastes("4am")
    reader.types_into(note, "These words go nowhere")
    assert presses_all(reader, ScoreRow) >= 4
    assert presses_all(reader, Chip) >= 12
    reader.scores(reader.page.day.rows["mood"], 9)
    chart = reader.page.legs.chart
    reader.clicks(chart, chart.region_centre(Side.LEFT, "ankle").toPoint())
    reader.types_into(reader.page.legs.places.field.entry, "left calf")
    reader.clicks(reader.page.night.walked.findChildren(QPushButton)[0])
    for words in ("I did not sleep", "Add a nap", "My usual times…"):
        reader.clicks(reader.button(words))
    for words in ("Add: A new treatment", "Today is a bad day", "Add an appointment"):
        reader.clicks(reader.button(words))
    assert shown == (entry.text(), note.toPlainText(), reader.page.day.rows["mood"].score)
    assert is_as_before(reader, before)
    assert "open to read only" in entry.toolTip()
    assert "open to read only" in reader.reads(reader.window.banner)[0]
    assert "Open to read only" in reader.reads(reader.window.header)
    assert reader.closes()


def test_what_more_unfolds_takes_no_answers(reader: Person) -> None:
    """All that is said of a symptom can be unfolded and read, and none of it changed."""
    before = reader.journal.path.read_bytes()
    urge = reader.page.legs.urge
    reader.clicks(urge.more)
    reader.until(lambda: urge.details is not None and urge.details.isVisible())
    eased, helped = urge.times.eased.entry.text(), urge.details.helped.entry.text()
    for field in (urge.times.began, urge.times.eased, urge.details.helped, urge.details.adder):
        reader.types_into(field.entry, "4am")
    for pressed in urge.details.findChildren(QAbstractButton):
        reader.clicks(pressed)

    assert (urge.times.eased.entry.text(), urge.details.helped.entry.text()) == (eased, helped)
    assert is_as_before(reader, before)


def test_what_is_written_can_still_be_copied(reader: Person) -> None:
    """The keyboard reaches a note, selects it and copies it, and Tab leaves it again."""
    note = reader.page.day.managed.editor
    while not note.toPlainText():
        reader.goes_to(reader.window.day - DAY)
    note.setFocus()
    reader.keys(Qt.Key.Key_A, Qt.Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == note.toPlainText()
    reader.keys(Qt.Key.Key_X, held=Qt.KeyboardModifier.ControlModifier)
    reader.keys(Qt.Key.Key_Tab)
    assert note.toPlainText()
    assert reader.focused is not note


def test_a_contact_can_be_rung_and_not_changed(reader: Person) -> None:
    """Its number is copied as ever; nothing is added, changed or taken back."""
    before = reader.journal.path.read_bytes()
    reader.chooses_in_menu("Contacts…")
    dialog = reader.dialog(ContactsDialog)
    for words in ("Add a contact", "Change: Castle Pool (made up), warm pool"):
        reader.clicks(reader.button(words, dialog))
        assert not reader.window.findChildren(ContactForm)
    reader.presses("Copy number: Castle Pool (made up), warm pool", dialog)
    assert QGuiApplication.clipboard().text() == "01632 960840"
    assert is_as_before(reader, before)


def test_an_older_journal_can_be_read_all_through(open_window: Callable[..., Person], tmp_path: Path) -> None:
    """One that may not be brought up to date: every tab and the contacts, of which it has none."""
    path = Path(shutil.copy(KEPT / "0001-plain.legjournal", tmp_path / "journal.legjournal"))
    before = path.read_bytes()
    older = opens_elsewhere(open_window, path)
    for tab in (2, 3, 4, 1):
        older.turns_to(tab)
        older.until(lambda: older.reads(older.page))
    older.chooses_in_menu("Contacts…")
    older.until(lambda: older.button("Close", older.dialog(ContactsDialog)))
    assert is_as_before(older, before)


def test_the_routine_takes_no_ticks(reader: Person) -> None:
    """Boxes, the day of rest and exercises to add stay as they are; how it is done can still be read."""
    before = reader.journal.path.read_bytes()
    reader.turns_to(2)
    ticked = [box.isChecked() for box in reader.page.session.boxes.values()]
    assert reader.focused is not None
    assert presses_all(reader, TickBox) == len(ticked) > 0
    reader.clicks(reader.page.week.rest)
    reader.clicks(reader.button("Add to this day"))
    assert ticked == [box.isChecked() for box in reader.page.session.boxes.values()]
    other = reader.page.more.findChildren(QPushButton)
    how = next(button for button in other if button.isVisible() and button.text() == "How")
    reader.clicks(how)
    assert reader.page.exercise.title.text().lower() in how.accessibleName().lower()
    assert is_as_before(reader, before)
    assert reader.closes()


def test_all_else_goes_on(reader: Person) -> None:
    """Days, tabs, report and earlier versions are there, and the rows of other days obey too."""
    before = reader.journal.path.read_bytes()
    for _ in range(7):
        reader.goes_to(reader.window.day - DAY)
        assert not any(row.isEnabled() for row in reader.page.findChildren(ScoreRow) if row.isVisible())
    reader.presses("Earlier month")
    for tab in (2, 3, 4, 1):
        reader.turns_to(tab)
        assert reader.page.isEnabled()
    reader.presses("Earlier versions of this day")
    QTest.keyClick(reader.dialog(VersionsDialog), Qt.Key.Key_Escape)
    reader.returns()
    reader.presses("Report for an appointment")
    QTest.keyClick(reader.dialog(ReportDialog), Qt.Key.Key_Escape)
    assert is_as_before(reader, before)


def test_damage_found_later_stops_the_typing(sample: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was just being typed is said not to be saved, without Try again; no more can be typed."""
    note = sample.page.notes.note.editor
    sample.brings_into_sight(note)
    note.setFocus()
    sample.types("Half a sen")
    path = sample.journal.path
    data = path.read_bytes()
    path.write_bytes(data[:-4096] + bytes(4096))
    sample.window.file.watch()
    sample.until(lambda: any(d.isVisible() for d in sample.window.findChildren(DamageDialog)))
    sample.until(lambda: any("Not saved. " in line for line in sample.reads(sample.window.banner)))
    assert not sample.button("Try again")
    shown = note.toPlainText()
    assert "Half a sen" in shown
    assert note.isReadOnly()
    QTest.keyClicks(note, "tence")
    assert note.toPlainText() == shown
    sample.sitting.runner.forget()
