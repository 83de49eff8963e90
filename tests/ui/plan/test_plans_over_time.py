"""The list of plans: what was, what is and what is to come; stopped, taken away, and nothing lost by it."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPushButton

from legjournal.models.routine import PlanFields, PlanItemFields
from ui.opening.claim import lock_beside
from ui.plan.catalogue import CatalogueDialog
from ui.plan.dialog import PlanDialog
from ui.plan.plans_dialog import PlansDialog
from ui.tabs import DIARY

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def first_tab() -> int:
    """The plans are written before the page that shows them is looked at."""
    return DIARY


def adopt(person: Person, name: str, started: date) -> None:
    """A plan of one exercise."""
    plan = PlanFields(name=name, started=started, times_a_week=2)
    person.journal.plans.adopt(plan, [PlanItemFields(exercise="plank", repetitions_to=12)])


@pytest.fixture
def planned(person: Person) -> Person:
    """A person with a plan that was and one that is."""
    adopt(person, "First", TODAY - 60 * DAY)
    adopt(person, "Second", TODAY - 10 * DAY)
    return person


def opens(person: Person) -> PlansDialog:
    """Press the button on the routine's page."""
    person.turns_to(2)
    person.until(lambda: person.button("All plans and exercises…") is not None)
    person.presses("All plans and exercises…")
    return person.dialog(PlansDialog)


def in_force(person: Person, day: date) -> str:
    """The name of the plan of a day."""
    plan = person.journal.plans.on(day)
    return plan.name if plan else ""


def test_plans_stand_there_latest_first(planned: Person) -> None:
    """With their days, how often, and every dose; only the latest can be changed or stopped."""
    adopt(planned, "To come", TODAY + 9 * DAY)
    dialog = opens(planned)
    lines = planned.reads(dialog)
    assert lines.index("To come") < lines.index("Second") < lines.index("First")
    spans = {"From 1 December 2026", "12 November to 30 November 2026", "23 September to 11 November 2026"}
    assert spans <= set(lines)
    assert lines.count("2 times a week") == 3
    assert lines.count("•  Plank: 3 × 10 to 12, rest 1 minute") == 3
    assert len([b for b in dialog.findChildren(QPushButton) if b.text() == "Change it…"]) == 1


def test_a_plan_is_stopped_from_a_day(planned: Person) -> None:
    """Folded away until it is wanted; its weeks stay, and Undo brings it back."""
    dialog = opens(planned)
    [entry, _] = dialog.entries
    assert not entry.stop.isVisible()
    planned.presses("Stop this plan", dialog)
    entry.when.setDate(QDate(2026, 11, 29))
    planned.presses("Stop the plan", dialog)
    planned.until(lambda: "12 November to 28 November 2026" in planned.reads(dialog))
    assert dialog.note.text() == "The plan is stopped. Undo brings it back."
    assert (in_force(planned, TODAY + 6 * DAY), in_force(planned, TODAY + 7 * DAY)) == ("Second", "")
    planned.presses("Close", dialog)
    planned.returns()
    planned.keys(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    planned.waits()
    assert in_force(planned, TODAY + 7 * DAY) == "Second"


def test_after_the_last_plan_they_are_still_reached(planned: Person) -> None:
    """Where plans are offered again, so are those there were, to be read."""
    planned.journal.plans.stop(TODAY)
    planned.turns_to(2)
    planned.until(lambda: planned.page.offer.isVisible())
    planned.presses("Earlier plans and exercises…")
    lines = planned.reads(planned.dialog(PlansDialog))
    assert {"First", "Second", "12 November to 21 November 2026"} <= set(lines)
    assert "Stop this plan" not in " ".join(lines)


def test_a_plan_to_come_is_taken_away(planned: Person) -> None:
    """The present one goes on in its place."""
    adopt(planned, "To come", TODAY + 9 * DAY)
    dialog = opens(planned)
    planned.presses("Take this plan away", dialog)
    planned.until(lambda: "To come" not in planned.reads(dialog))
    assert in_force(planned, TODAY + 30 * DAY) == "Second"


def test_a_plan_to_come_is_what_change_means(planned: Person) -> None:
    """It is changed before it begins, on its own day, and the present one stays as it is."""
    adopt(planned, "To come", TODAY + 9 * DAY)
    planned.presses("Change it…", opens(planned))
    dialog = planned.dialog(PlanDialog)
    assert dialog.name.entry.text() == "To come"
    assert dialog.when.date() == QDate(2026, 12, 1)
    dialog.name.entry.setFocus()
    planned.pastes("To come, changed")
    planned.presses("Use this plan", dialog)
    assert [in_force(planned, TODAY + days * DAY) for days in (8, 9)] == ["Second", "To come, changed"]
    over_time = planned.dialog(PlansDialog)
    planned.until(lambda: "To come, changed" in planned.reads(over_time))


def test_a_new_plan_and_the_exercises_are_reached_from_here(planned: Person) -> None:
    """Also where nothing is to be added to a plan: notes, pictures and own exercises."""
    over_time = opens(planned)
    planned.presses("Make a new plan…", over_time)
    dialog = planned.dialog(PlanDialog)
    assert dialog.name.entry.text() == ""
    planned.presses("Cancel", dialog)
    planned.dialog(PlansDialog)
    planned.presses("My exercises…", over_time)
    catalogue = planned.dialog(CatalogueDialog)
    assert planned.button("Add Plank", catalogue) is None
    assert planned.button("My note… Plank", catalogue) is not None


def test_to_read_only(tmp_path: Path, open_window: Callable[..., Person], sample_file: Path) -> None:
    """Everything can be looked at; nothing can be pressed that would change it."""
    path = Path(shutil.copy(sample_file, tmp_path / "journal.legjournal"))
    lock_beside(path).write_text("4242\nlegjournal\nANNA-LAPTOP\n0123\n4567\n")
    person = open_window(path)
    person.presses("Open it to read only")
    person.until(lambda: person.page.day.isVisible())
    over_time = opens(person)
    changing = [made for made in over_time.findChildren(QPushButton) if made.property("changes")]
    assert changing
    assert not any(made.isEnabled() for made in changing)
    person.presses("My exercises…", over_time)
    catalogue = person.dialog(CatalogueDialog)
    person.presses("My note… Plank", catalogue)
    assert not [b for b in catalogue.findChildren(QPushButton) if b.property("changes") and b.isEnabled()]


def test_fifty_plans_open_at_once(person: Person) -> None:
    """A change a week for a year is no burden."""
    for week in range(52):
        adopt(person, f"Week {week}", TODAY + (week - 52) * 7 * DAY)
    dialog = opens(person)
    assert len(dialog.entries) == 52
