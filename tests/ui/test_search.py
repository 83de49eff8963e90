"""Words looked for in the window: found while they are typed, and the diary turned to their day."""

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hand_clock import HandClock
from lock_steps import is_locked
from person import NOTE, Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtTest import QTest

from legjournal.models.diary import Kind, Symptom
from legjournal.models.medicines import Medicine
from legjournal.models.routine import Session
from legjournal.routine.draft import PlanDraft
from legjournal.search import Result
from legjournal.storage.engine import connect
from ui.appointments.form import AppointmentForm
from ui.medicines.dialog import MedicinesDialog
from ui.plan.catalogue import CatalogueDialog
from ui.plan.dialog import PlanDialog
from ui.search.dialog import SearchDialog
from ui.search.result_item import formats
from ui.tabs import DIARY, ROUTINE
from ui.versions.dialog import VersionsDialog

CTRL = Qt.KeyboardModifier.ControlModifier
DAY = timedelta(days=1)


def opens(person: Person) -> SearchDialog:
    """Press Ctrl+F."""
    person.keys(Qt.Key.Key_F, held=CTRL)
    person.until(lambda: is_open(person))
    return person.dialog(SearchDialog)


def is_open(person: Person) -> bool:
    """Whether the dialog is in sight."""
    return any(found.isVisible() for found in person.window.findChildren(SearchDialog))


def looks_for(person: Person, typed: str) -> SearchDialog:
    """Press Ctrl+F, type, and wait until all was looked through."""
    dialog = opens(person)
    person.types(typed)
    person.until(lambda: dialog.said.text() != "One moment…")
    return dialog


def listed(dialog: SearchDialog) -> list[str]:
    """What was found, as a screen reader says it."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_word_leads_to_its_day(sample: Person) -> None:
    """Ctrl+F on any tab, a word, Down, Enter: the dialog is gone and the diary is there, on that day."""
    day = sample.window.day - 40 * DAY
    sample.journal.diary.record(day, managed="Ate quinces.", factors=None)
    sample.turns_to(3)
    dialog = looks_for(sample, "quin")
    assert listed(dialog) == ["Tuesday 13 October 2026 – The day: Ate quinces."]
    assert dialog.said.text() == "1 entry found."
    sample.keys(Qt.Key.Key_Down)
    assert sample.focused is dialog.list
    sample.keys(Qt.Key.Key_Return)
    sample.until(lambda: sample.window.day == day)
    assert not is_open(sample)
    assert sample.window.header.current == DIARY
    sample.until(lambda: sample.page.day.managed.editor.toPlainText() == "Ate quinces.")


def test_a_click_does_the_same(sample: Person) -> None:
    """One click on a result, on the tab that is open already."""
    day = sample.window.day - 3 * DAY
    sample.journal.diary.record(day, note="Ate quinces.")
    dialog = looks_for(sample, "quinces")
    place = dialog.list.visualItemRect(dialog.list.item(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sample.until(lambda: sample.window.day == day)
    assert not is_open(sample)


def test_the_keyboard_goes_to_and_fro(sample: Person) -> None:
    """Enter in the field leads to the list and chooses nothing yet, Up leads back, and Esc closes."""
    day = sample.window.day
    dialog = looks_for(sample, "walk")
    assert sample.focused is dialog.entry
    sample.keys(Qt.Key.Key_Return)
    assert (sample.focused, dialog.list.currentRow()) == (dialog.list, 0)
    sample.keys(Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1
    sample.keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert sample.focused is dialog.entry
    sample.keys(Qt.Key.Key_Escape)
    assert not is_open(sample)
    assert sample.window.day == day


def test_what_is_being_typed_is_found(person: Person) -> None:
    """A note is stored before it is looked for, though nobody left its field."""
    person.until(person.page.day.isVisible)
    person.page.day.managed.editor.setFocus()
    person.types("A warm bath")
    dialog = looks_for(person, "warm")
    assert listed(dialog) == ["Sunday 22 November 2026 – The day: A warm bath"]


def test_what_it_says(sample: Person) -> None:
    """One sentence for nothing typed, nothing found, what was found, and for more than a person reads."""
    day = sample.window.day
    sample.journal.store.add_all(Symptom(date=day, kind=Kind.PAIN, note="quince") for _ in range(1120))
    dialog = opens(sample)
    assert dialog.said.text() == (
        "All that you wrote is looked through. Type a word, or the beginning of one."
    )
    assert not dialog.list.isVisible()
    sample.types("xyzzy")
    sample.until(lambda: dialog.said.text() == "Nothing was found. Try fewer words, or other ones.")
    assert not dialog.list.isVisible()
    dialog.entry.selectAll()
    sample.types("ferritin")
    assert dialog.said.text() == "2 entries found, the newest first."
    dialog.entry.selectAll()
    sample.types("quince")
    assert dialog.list.count() == 100
    assert dialog.said.text() == (
        "The newest 100 are shown, and 1,020 more were found. Another word narrows it down."
    )


def test_what_has_no_day_is_shown_all_the_same(sample: Person) -> None:
    """A medicine says so, stands first, and leads to all that is known of it."""
    sample.journal.store.add_all([Medicine(name="Aspirin"), Medicine(name="Quinine", why="cramps")])
    sample.journal.diary.record(sample.window.day, note="No quinine.")
    dialog = looks_for(sample, "quinine")
    assert [words.partition(":")[0] for words in listed(dialog)] == [
        "Medicine",
        "Sunday 22 November 2026 – The day",
    ]
    assert listed(dialog)[0] == "Medicine: Quinine – not tied to a day: Quinine · regularly · cramps"
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    versions = sample.dialog(VersionsDialog)
    sample.until(lambda: "Why: cramps" in versions.text.toPlainText())
    assert versions.elsewhere.isChecked()


def test_a_half_typed_appointment_is_gone_on_with(sample: Person) -> None:
    """What was typed and not added yet is found; choosing it opens the same dialog again."""
    sample.journal.drafts.keep("appointment/new/who", "Dr Quince")
    looks_for(sample, "quince")
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sample.dialog(AppointmentForm).who.entry.text() == "Dr Quince"


@pytest.mark.parametrize("place", ["medicine/new/add/name", "test_result/new/name"])
def test_a_half_typed_medicine_is_gone_on_with(sample: Person, place: str) -> None:
    """It leads to the dialog in which the form is opened again."""
    sample.journal.drafts.keep(place, "Quinine")
    looks_for(sample, "quinine")
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sample.dialog(MedicinesDialog).isVisible()


def test_a_half_made_plan_is_gone_on_with(sample: Person) -> None:
    """It is found by its words alone; choosing it opens the plan maker as it was left."""
    draft = PlanDraft(name="Quince plan", started=sample.window.day)
    sample.journal.drafts.keep("plan/own/form", draft.model_dump_json())
    dialog = looks_for(sample, "quince")
    assert "{" not in listed(dialog)[0]
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sample.dialog(PlanDialog).name.entry.text() == "Quince plan"


@pytest.mark.parametrize("form", ['{"name": "", "steps": ["Squeeze the quince."]}', '{"note": "a quince"}'])
def test_a_half_typed_exercise_is_gone_on_with(sample: Person, form: str) -> None:
    """It leads to the list in which its form is opened again."""
    sample.journal.drafts.keep("exercise/new/form", form)
    looks_for(sample, "quince")
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sample.dialog(CatalogueDialog).isVisible()


@pytest.mark.parametrize("form", ["quince", "[7]", '{"name": 7, "steps": 3}', '{"steps": [7, "quince"]}'])
def test_a_form_that_somebody_else_wrote_breaks_nothing(sample: Person, form: str) -> None:
    """What is no form of ours is passed over, or found by what words it has."""
    sample.journal.drafts.keep("exercise/new/form", form)
    assert len(listed(looks_for(sample, "quince"))) <= 1


def test_a_test_result_is_where_it_can_be_seen(sample: Person) -> None:
    """It has a day and stands on no page: its dialog opens, and the diary stays where it is."""
    sample.journal.results.add(name="Quince antibodies", number=1, date=sample.window.day - 40 * DAY)
    looks_for(sample, "quince")
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "Quince antibodies" in sample.reads(sample.dialog(MedicinesDialog))
    assert sample.window.day == sample.journal.clock.today()


def test_what_is_yet_to_come_leads_to_today(sample: Person) -> None:
    """An appointment of next week stands beside today."""
    today = sample.window.day
    sample.journal.appointments.add(at=sample.journal.clock.now() + 7 * DAY, with_whom="Dr Quince")
    sample.goes_to(today - DAY)
    dialog = looks_for(sample, "quince")
    assert listed(dialog) == ["Sunday 29 November 2026 – Appointment with Dr Quince: Dr Quince"]
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    sample.until(lambda: sample.window.day == today)


def test_a_session_is_on_the_routine(sample: Person) -> None:
    """Its note leads to the tab on which it was ticked."""
    day = sample.window.day - 2 * DAY
    sample.journal.store.add_all([Session(date=day, note="quince")])
    looks_for(sample, "quince")
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    sample.until(lambda: sample.window.header.current == ROUTINE)
    assert sample.window.day == day


def test_in_the_night_it_leads_to_the_diary(sample: Person) -> None:
    """From the dim panel too: it makes way for the day that was found."""
    day = sample.window.day - 2 * DAY
    sample.journal.diary.record(day, managed="Ate quinces.")
    sample.window.menus.night_requested.emit()
    assert sample.window.night.panel is not None
    looks_for(sample, "quinces")
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    sample.until(lambda: sample.window.night.panel is None)
    sample.until(
        lambda: sample.page.isVisible() and sample.page.day.managed.editor.toPlainText() == "Ate quinces."
    )


def test_what_is_stored_meanwhile_is_found(sample: Person) -> None:
    """A save that comes while the dialog is open is looked through as well."""
    dialog = looks_for(sample, "quince")
    assert listed(dialog) == []
    day = sample.window.day
    sample.sitting.runner.run(lambda: sample.journal.diary.record(day, note="quince"))
    sample.until(lambda: [words for words in listed(dialog) if words.endswith("quince")])


def test_a_note_is_shown_literally(person: Person, hostile: str) -> None:
    """Whatever is in it, and at once: markup stays what was typed."""
    person.journal.diary.record(person.window.day, note=f"quince {hostile}")
    dialog = opens(person)
    began = time.perf_counter()
    person.pastes("quince")
    person.until(lambda: dialog.list.count() == 1)
    assert time.perf_counter() - began < 1
    [words] = listed(dialog)
    shown = " ".join(f"quince {hostile}".replace("\x00", " ").replace("\x07", " ").split())
    excerpt = words.removeprefix("Sunday 22 November 2026 – The day: ")
    assert shown.startswith(excerpt.removesuffix("…"))
    dialog.grab()


def test_anything_can_be_looked_for(person: Person, hostile: str) -> None:
    """It is taken for words, and answered within a second."""
    dialog = opens(person)
    began = time.perf_counter()
    person.pastes(hostile)
    person.until(lambda: dialog.said.text() == "Nothing was found. Try fewer words, or other ones.")
    assert time.perf_counter() - began < 1


def test_a_match_is_bold_and_underlined() -> None:
    """By more than colour, and where Qt has it: an emoji is two of its letters."""
    found = formats("🦵🏽 calf and calf", [(3, 7), (12, 16)])
    assert [(part.start, part.length) for part in found] == [(5, 4), (14, 4)]
    assert all(part.format.fontWeight() >= QFont.Weight.DemiBold for part in found)
    assert all(part.format.fontUnderline() for part in found)


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_is_cut_off(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path, text_size: int
) -> None:
    """Each result has the height its lines need, and none is wider than the list, also when that changes."""
    person = open_window(Path(shutil.copy(sample_file, tmp_path / "j.legjournal")), text_size=text_size)
    note = "A warm bath before bed helped for about an hour, and then the legs began again. " * 4
    person.journal.diary.record(person.window.day, note=note)
    dialog = looks_for(person, "warm bath hour")
    heights = []
    for width in (900, 640):
        dialog.resize(width, 700)
        person.until(lambda: dialog.list.viewport().width() < dialog.width() - 40)
        person.until(
            lambda: dialog.list.visualItemRect(dialog.list.item(0)).width() <= dialog.list.viewport().width()
        )
        heights.append(dialog.list.visualItemRect(dialog.list.item(0)).height())
        assert heights[-1] == dialog.list.sizeHintForRow(0)
    assert heights[0] < heights[1] < 12 * dialog.list.fontMetrics().height()


def test_a_locked_journal_is_looked_through(inside: Person, tmp_path: Path) -> None:
    """Its note is found; locking closes the dialog, and no file holds a word of it in plain."""
    dialog = looks_for(inside, NOTE.partition(" ")[0])
    [words] = listed(dialog)
    assert words.endswith(NOTE)
    assert inside.window.locker.lock is not None
    inside.window.locker.lock.close()
    inside.until(lambda: is_locked(inside))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 1
    assert [path for path in files if NOTE.encode() in path.read_bytes()] == []


def test_a_damaged_journal_says_so(sample: Person) -> None:
    """The dialog gives the reason in a sentence, and finds nothing."""
    with closing(connect(sample.journal.path)) as other:
        other.execute("UPDATE diary_day SET date = '2026-1x-22' WHERE date = '2026-11-20'")
    dialog = looks_for(sample, "bath")
    sample.until(dialog.note.isVisible)
    assert "damaged" in dialog.note.text()
    assert listed(dialog) == []


def test_without_a_journal_there_is_nothing_to_find(
    open_window: Callable[..., Person], tmp_path: Path
) -> None:
    """On the first page it cannot be chosen."""
    person = open_window(tmp_path / "new.legjournal")
    [find] = [action for action in person.window.findChildren(QAction) if action.text() == "&Find…"]
    assert not find.isEnabled()


def test_closed_while_it_gathers(sample: Person) -> None:
    """Who closes it at once is not told of it again, and can open it anew."""
    for _ in range(3):
        opens(sample).reject()
        sample.returns()
    dialog = looks_for(sample, "bath")
    sample.until(lambda: dialog.list.count() > 0)
    assert isinstance(dialog.list.item(0).data(Qt.ItemDataRole.UserRole), Result)


def test_read_only(sample: Person, clock: HandClock) -> None:
    """It changes nothing, and so it is there also where nothing can be changed."""
    sample.sitting.stop_changes()
    dialog = looks_for(sample, "bath")
    sample.until(lambda: dialog.list.count() > 0)
