"""The plan maker: a plan begun, changed from a day on, moved about, refused in words, and never lost."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from lock_steps import is_locked
from person import PASSPHRASE, Person
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.library.exercises import plans, to_adopt
from legjournal.models.diary import Side
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.routine.advice import Advice
from ui.plan.catalogue import CatalogueDialog
from ui.plan.dialog import PlanDialog

TODAY = date(2026, 11, 22)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
GENTLE = to_adopt(plans().items["hips-gently"], TODAY)


def opens(person: Person, words: str = "Build your own (or your physio’s)…") -> PlanDialog:
    """Turn to the routine and press a button of it that opens the plan maker."""
    person.turns_to(2)
    person.until(lambda: person.button(words) is not None)
    person.presses(words)
    return person.dialog(PlanDialog)


def has_plan(person: Person, started: date = date(2026, 11, 1), name: str = "Before") -> None:
    """A plan of two exercises, begun before."""
    items = [
        PlanItemFields(exercise="glute-bridge"),
        PlanItemFields(exercise="dead-bug", sets=2, each_side=True),
    ]
    action = partial(
        person.journal.plans.adopt, PlanFields(name=name, started=started, times_a_week=3), items
    )
    person.sitting.runner.run(action)
    person.waits()


def adds(person: Person, dialog: PlanDialog, *names: str) -> None:
    """Add exercises of the catalogue by name."""
    person.presses("Add an exercise…", dialog)
    catalogue = person.dialog(CatalogueDialog)
    for name in names:
        person.presses(f"Add {name}", catalogue)
    person.presses("Done", catalogue)
    person.dialog(PlanDialog)


def types(person: Person, dialog: PlanDialog, key: str, **typed: str) -> None:
    """Unfold an exercise and type into its lines."""
    row = dialog.items.rows[key]
    row.change.unfold(True)
    for place, words in typed.items():
        row.doses.fields[place].entry.setFocus()
        person.pastes(words)
        person.keys(Qt.Key.Key_Tab)


def uses(person: Person, dialog: PlanDialog) -> None:
    """Press the button that has the plan in force."""
    person.presses("Use this plan", dialog)


def presses(widget: QWidget) -> None:
    """Click on something that is no push button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def says(monkeypatch: pytest.MonkeyPatch, question: str, answer: bool) -> list[QWidget]:
    """Answer a question from here on; the list of those who asked."""
    asked: list[QWidget] = []

    def answered(_cls: type, parent: QWidget) -> bool:
        asked.append(parent)
        return answer

    monkeypatch.setattr(PlanDialog, question, classmethod(answered))
    return asked


def order(dialog: PlanDialog) -> list[str]:
    """The exercises as they stand on the screen, from the top."""
    QApplication.processEvents()
    return sorted(dialog.items.rows, key=lambda key: dialog.items.rows[key].y())


def faults(dialog: PlanDialog) -> list[str]:
    """Every sentence that says what is not right."""
    fields = [dialog.name, *(f for row in dialog.items.rows.values() for f in row.doses.fields.values())]
    said = [field.message for field in fields] + [dialog.how_often.message, dialog.items.message]
    return [label.text() for label in said if label.text()]


def test_a_physios_plan_is_built_from_nothing(person: Person) -> None:
    """Name, fixed days, exercises with own doses, sides: in force from today, and the page shows it."""
    dialog = opens(person)
    dialog.name.entry.setFocus()
    person.types("Sam's plan")
    person.presses("Fixed days", dialog)
    for day in (1, 4):
        presses(dialog.how_often.days[day])
    adds(person, dialog, "Clamshell", "Plank")
    types(person, dialog, "clamshell", sets="2", repetitions="8-10", hold="2", rest="")
    presses(dialog.items.rows["plank"].easier)
    person.presses("Right first", dialog)
    presses(dialog.sides.as_one)
    row = dialog.items.rows["clamshell"]
    assert row.doses.fields["repetitions"].entry.text() == "8 to 10"
    assert row.dose.text() == "2 × 8 to 10 each side, hold 2 seconds"
    uses(person, dialog)

    plan = person.journal.plans.on(TODAY)
    assert (plan.name, plan.weekdays, plan.times_a_week, plan.sides_as_one) == (
        "Sam's plan",
        [1, 4],
        None,
        True,
    )
    clamshell, plank = person.journal.plans.items(plan)
    assert (clamshell.sets, clamshell.repetitions_from, clamshell.repetitions_to) == (2, 8, 10)
    assert (clamshell.hold_seconds, clamshell.rest_seconds, clamshell.each_side) == (2, 0, True)
    assert (plank.exercise, plank.easier) == ("plank", True)
    assert person.journal.habits.chosen().first_side is Side.RIGHT
    assert person.journal.drafts.under("plan/") == {}
    person.returns()
    person.until(lambda: "Sam's plan" in person.reads(person.page.plan))


def test_what_nobody_can_do_is_said_beside_its_field(person: Person) -> None:
    """Zero sets, 10,000 repetitions, 15 to 10, a hold over ten minutes: one sentence each, all kept."""
    dialog = opens(person)
    uses(person, dialog)
    assert faults(dialog) == ["Please give the plan a name.", "Please add at least one exercise."]
    assert dialog.name.entry.hasFocus()
    person.types("Mine")
    adds(person, dialog, "Plank", "Glute bridge", "Calf stretch")
    types(person, dialog, "plank", sets="0", hold="11 minutes")
    types(person, dialog, "glute-bridge", repetitions="10000", rest="soon")
    types(person, dialog, "calf-stretch", repetitions="15 to 10", sets="")
    dialog.items.rows["plank"].change.unfold(False)
    uses(person, dialog)
    assert faults(dialog) == [
        "At least 1 set, please. To leave the exercise out, press Remove.",
        "At most 10 minutes, please.",
        "At most 200, please.",
        "Please write a time, for example 5 seconds, or nothing.",
        "Please write how many sets, for example 3.",
        "The smaller number comes first.",
    ]
    sets = dialog.items.rows["plank"].doses.fields["sets"].entry
    assert sets.hasFocus()
    assert sets.text() == "0"
    assert dialog.name.entry.text() == "Mine"
    assert person.journal.plans.all() == []
    types(person, dialog, "plank", sets="3", hold="10 minutes")
    types(person, dialog, "glute-bridge", repetitions="200", rest="")
    types(person, dialog, "calf-stretch", sets="1")
    person.until(lambda: person.button("10 to 15", dialog))
    person.presses("10 to 15", dialog)
    uses(person, dialog)
    assert [item.sets for item in person.journal.plans.items(person.journal.plans.on(TODAY))] == [3, 3, 1]


def test_the_present_plan_is_changed_from_today(person: Person) -> None:
    """It opens as it is; earlier weeks keep it; Undo takes the change back."""
    has_plan(person)
    dialog = opens(person, "Change the plan…")
    assert dialog.name.entry.text() == "Before"
    assert order(dialog) == ["glute-bridge", "dead-bug"]
    assert "Up to 21 November 2026 your present plan stays as it is." in person.reads(dialog)
    types(person, dialog, "dead-bug", sets="1")
    uses(person, dialog)
    plans_now = person.journal.plans
    assert [(plan.started, plan.stopped) for plan in plans_now.all()] == [
        (date(2026, 11, 1), date(2026, 11, 21)),
        (TODAY, None),
    ]
    assert [item.sets for item in plans_now.items(plans_now.on(date(2026, 11, 21)))] == [3, 2]
    assert [item.sets for item in plans_now.items(plans_now.on(TODAY))] == [3, 1]
    person.returns()
    person.keys(Qt.Key.Key_Z, held=CTRL)
    person.waits()
    assert [plan.stopped for plan in plans_now.all()] == [None]


def test_a_day_before_the_present_plan_is_refused_in_a_sentence(person: Person) -> None:
    """Beside the day, as soon as it is chosen; on the plan's own first day it takes its place."""
    has_plan(person)
    dialog = opens(person, "Change the plan…")
    dialog.when.setDate(QDate(2026, 10, 31))
    assert (
        "Your latest plan begins on 1 November 2026. Please choose that day or a later one."
        in person.reads(dialog)
    )
    uses(person, dialog)
    assert dialog.isVisible()
    assert dialog.when.hasFocus()
    dialog.when.setDate(QDate(2026, 11, 1))
    assert "It takes the place of the plan that begins on the same day." in person.reads(dialog)
    dialog.name.entry.setFocus()
    person.pastes("After")
    uses(person, dialog)
    assert [(plan.name, plan.started) for plan in person.journal.plans.all()] == [
        ("After", date(2026, 11, 1))
    ]


def test_exercises_are_moved_by_buttons_and_by_alt_and_arrows(person: Person) -> None:
    """The keyboard stays with what is moved; at the ends nothing happens; what is removed is gone."""
    dialog = opens(person, "Change the plan A gentle start first")
    keys = order(dialog)
    assert keys == [item.exercise for item in GENTLE[1]]
    first, second, *rest = keys
    dialog.items.rows[first].change.setFocus()
    person.keys(Qt.Key.Key_Up, held=ALT)
    person.keys(Qt.Key.Key_Down, held=ALT)
    assert order(dialog) == [second, first, *rest]
    assert dialog.items.rows[first].change.hasFocus()
    row = dialog.items.rows[first]
    row.change.unfold(True)
    row.doses.fields["sets"].entry.setFocus()
    person.keys(Qt.Key.Key_Down, held=ALT)
    assert order(dialog)[2] == first
    assert row.doses.fields["sets"].entry.hasFocus()
    row.up.setFocus()
    person.keys(Qt.Key.Key_Space)
    person.keys(Qt.Key.Key_Space)
    assert order(dialog) == keys
    assert not row.up.isEnabled()
    assert row.change.hasFocus()  # the arrow that cannot be pressed any more let go of it
    person.presses(f"Remove {row.known.name}", dialog)
    assert order(dialog) == keys[1:]
    assert dialog.items.rows[second].change.hasFocus()
    uses(person, dialog)
    plan = person.journal.plans.on(TODAY)
    assert [item.exercise for item in person.journal.plans.items(plan)] == keys[1:]


def test_advice_is_given_once_and_the_decision_is_the_persons(person: Person) -> None:
    """Beside the days and below the exercises, with who says so; left as it is, it is not said again."""
    has_plan(person)
    dialog = opens(person, "Change the plan…")
    rest, core = dialog.how_often.advice, dialog.items.advice
    assert not rest.isVisible()
    assert not core.isVisible()
    person.presses("Days a week: 5", dialog)
    assert rest.isVisible()
    person.presses("Who says so", rest)
    assert any("Kingston and Richmond NHS" in line for line in person.reads(rest))
    person.presses("Leave it as it is", rest)
    assert not rest.isVisible()
    person.presses("Days a week: 6", dialog)
    assert not rest.isVisible()
    person.presses("Remove Dead bug", dialog)
    assert core.isVisible()
    uses(person, dialog)  # nothing stands in the way
    plan = person.journal.plans.latest()
    assert (plan.times_a_week, person.journal.plans.accepted(plan)) == (6, set(Advice))

    person.returns()
    again = opens(person, "Change the plan…")
    assert not again.how_often.advice.isVisible()
    assert not again.items.advice.isVisible()


def test_cancel_asks_only_where_something_was_changed(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Untouched it goes at once; changed, one slip of the mouse loses nothing."""
    asked = says(monkeypatch, "ask_to_give_up", False)
    dialog = opens(person)
    person.presses("Cancel", dialog)
    assert not asked
    person.returns()
    dialog = opens(person)
    dialog.name.entry.setFocus()
    person.types("Half a pl")
    person.presses("Cancel", dialog)
    assert asked
    assert dialog.isVisible()
    assert dialog.name.entry.text() == "Half a pl"
    says(monkeypatch, "ask_to_give_up", True)
    person.presses("Cancel", dialog)
    person.returns()
    assert opens(person).name.entry.text() == ""
    assert person.journal.drafts.under("plan/") == {}


def test_closed_half_way_it_is_as_it_was_left(person: Person) -> None:
    """Esc keeps name, days, exercises and what was typed of them, also what cannot be."""
    dialog = opens(person)
    dialog.name.entry.setFocus()
    person.types("Half a pl")
    person.presses("Days a week: 2", dialog)
    adds(person, dialog, "Plank")
    types(person, dialog, "plank", sets="0")
    person.keys(Qt.Key.Key_Escape)
    person.returns()
    person.waits()
    assert person.journal.plans.all() == []
    again = opens(person)
    assert (again.name.entry.text(), again.how_often.times.answer) == ("Half a pl", 2)
    assert again.items.rows["plank"].doses.fields["sets"].entry.text() == "0"
    assert "This is as you left it. Cancel gives up what you typed." in person.reads(again)


def test_locked_half_way(inside: Person) -> None:
    """Ctrl+L over the open plan maker locks, and after the passphrase it is as it was left."""
    dialog = opens(inside)
    dialog.name.entry.setFocus()
    inside.types("Sam's pl")
    inside.keys(Qt.Key.Key_L, held=CTRL)
    inside.until(lambda: is_locked(inside))
    inside.unlocks(PASSPHRASE)
    inside.until(lambda: inside.page.isVisible())
    assert opens(inside).name.entry.text() == "Sam's pl"


def test_closed_with_the_window(person: Person, open_window: Callable[..., Person]) -> None:
    """The computer is shut down over it: the last key typed is there the next time."""
    path = person.journal.path
    opens(person).name.entry.setFocus()
    person.types("Half a pl")
    assert person.closes()
    again = open_window(path)
    again.until(lambda: again.window.sitting is not None)
    assert opens(again).name.entry.text() == "Half a pl"


def test_another_plan_to_start_from(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken at once while nothing was changed; else it is asked first. The day it begins stays."""
    has_plan(person)
    dialog = opens(person, "Change the plan…")
    person.presses("Start from another plan", dialog)
    person.presses("A gentle start", dialog)
    assert dialog.name.entry.text() == "A gentle start"
    assert order(dialog) == [item.exercise for item in GENTLE[1]]
    says(monkeypatch, "ask_to_start_over", False)
    person.presses("Start from another plan", dialog)
    person.presses("My present plan", dialog)
    assert dialog.name.entry.text() == "A gentle start"
    says(monkeypatch, "ask_to_start_over", True)
    person.presses("Start from another plan", dialog)
    person.presses("My present plan", dialog)
    assert (dialog.name.entry.text(), order(dialog)) == ("Before", ["glute-bridge", "dead-bug"])


def test_one_press_still_begins_a_ready_plan(person: Person) -> None:
    """Each of the three stands there with its button; and nothing is offered for days before a plan."""
    person.turns_to(2)
    person.until(lambda: person.page.offer.isVisible())
    assert person.button("Earlier plans and exercises…") is None
    for page in plans().items.values():
        assert person.button(f"Use the plan {page.name}") is not None
    person.presses("Use the plan A gentle start")
    assert person.journal.plans.on(TODAY).name == "A gentle start"
    person.until(lambda: not person.page.offer.isVisible())
    person.goes_to(date(2026, 11, 21))
    assert not person.page.offer.isVisible()


def test_hostile_words_are_only_text(person: Person, hostile: str) -> None:
    """As a name and in every line: shown letter for letter, or explained, and never wider than the screen."""
    dialog = opens(person)
    dialog.name.entry.setText(hostile)
    dialog.name.entry.textEdited.emit(dialog.name.entry.text())
    adds(person, dialog, "Plank")
    for field in dialog.items.rows["plank"].doses.fields.values():
        field.entry.setText(hostile)
        field.entry.textEdited.emit(field.entry.text())
    dialog.grab()
    uses(person, dialog)
    assert dialog.isVisible()
    assert len(faults(dialog)) == (5 if len(hostile) > 2000 else 4)
    types(person, dialog, "plank", sets="1", repetitions="1", hold="", rest="")
    assert dialog.body.totalMinimumSize().width() < 640
    if len(hostile) <= 2000:
        name = dialog.draft.name.strip()
        uses(person, dialog)
        assert person.journal.plans.on(TODAY).name == name
        person.returns()
        person.window.grab()


@pytest.mark.parametrize("theme", ["light", "night"])
def test_it_fits_a_small_screen_at_any_text_size(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, theme: str
) -> None:
    """At 200 %, all unfolded and explained, it is no wider than 640 pixels, and Tab goes through in order."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    person = open_window(path, theme=theme, text_size=200)
    dialog = opens(person, "Change the plan Hip, glute and core first")
    for key in order(dialog):
        types(person, dialog, key, sets="0", repetitions="15 to 10", hold="long", rest="long")
    person.presses("Days a week: 7", dialog)
    uses(person, dialog)
    assert dialog.body.totalMinimumSize().width() <= 640
    dialog.start_from.fold.setFocus()
    passed = [person.focused]
    while person.focused is not dialog.cancel:
        person.keys(Qt.Key.Key_Tab)
        passed.append(person.focused)
    names = [widget.accessibleName() or getattr(widget, "text", str)() for widget in passed]
    assert all(names)
    assert names.index("Move down: Glute bridge") < names.index("Sets, Glute bridge")
    assert names.index("Sets, Clamshell") < names.index("Add an exercise…") < names.index("Use this plan")
