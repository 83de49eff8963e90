"""The routine: the plan, the checklist, rest, and how an exercise is done."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import QPoint, Qt

from legjournal import phrases
from legjournal.library.exercises import exercises, plans, to_adopt
from legjournal.models.diary import Side
from legjournal.models.routine import DayOffKind, PlanFields, PlanItemFields, SkipReason
from legjournal.routine.adherence import DayStatus
from legjournal.routine.boxes import SetToDo
from ui.routine.pause_dialog import PauseDialog
from ui.tabs import ROUTINE

DAY = date(2026, 11, 22)
DOSE = r"\d × \d+( to \d+)?( each side)?(, hold \d+ seconds)?, rest 1 minute"
MONDAY = date(2026, 11, 16)
BRIDGE = SetToDo("glute-bridge", 1)
LEFT_CLAM, RIGHT_CLAM = (SetToDo("clamshell", 1, side) for side in (Side.LEFT, Side.RIGHT))


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return ROUTINE


@pytest.fixture
def beginner(person: Person) -> Person:
    """A person who has turned to the routine for the first time."""
    person.turns_to(2)
    person.until(lambda: person.page.offer.isVisible())
    return person


@pytest.fixture
def planned(beginner: Person) -> Person:
    """A person who has begun the plan."""
    beginner.presses("Use this plan")
    beginner.until(lambda: beginner.page.session.isVisible())
    return beginner


def test_plan_is_offered(beginner: Person) -> None:
    """Before there is a plan the page offers one, with what is in it and how often."""
    plan = next(iter(plans().items.values()))
    words = "\n".join(beginner.reads(beginner.page.offer))

    assert plan.name in words
    assert f"{plan.times_a_week} days a week: glute bridge, clamshell, " in words
    assert "If a physio gave you exercises, theirs come first." in words
    assert not beginner.page.session.isVisible()
    assert beginner.page.exercise.isVisible()
    assert beginner.journal.plans.on(DAY) is None


def test_use_this_plan(planned: Person) -> None:
    """One press begins the plan from this day on, and its boxes are there, none of them ticked."""
    plan = planned.journal.plans.on(DAY)

    assert plan.started == DAY
    assert not planned.page.offer.isVisible()
    assert not any(box.isChecked() for box in planned.page.session.boxes.values())
    assert planned.page.session.aside.text() == "tick each set as you do it"
    assert planned.page.plan.isVisible()
    assert f"3 times a week, since {phrases.day(DAY)}." in planned.reads(planned.page.plan)


def test_every_exercise_of_the_plan_reads_well(planned: Person) -> None:
    """Each exercise stands there by its name with sets, repetitions, sides, hold and rest in plain words."""
    words = planned.reads(planned.page.session)
    doses = [line for line in words if "×" in line]
    plan = next(iter(plans().items.values()))

    assert [line for line in words if line in {page.name for page in exercises().items.values()}] == [
        exercises().items[key].name for key in plan.keys
    ]
    assert len(doses) == len(plan.keys)
    for dose in doses:
        assert re.fullmatch(DOSE, dose), dose
    assert words.count("left") == words.count("right") > 0
    names = [box.accessibleName() for box in planned.page.session.boxes.values()]
    assert {"Glute bridge, set 1", "Clamshell, set 1, left", "Clamshell, set 3, right"} <= set(names)
    assert len(set(names)) == len(names)


def test_space_ticks(planned: Person) -> None:
    """Space on a box ticks that set of that side and no other, and the keyboard stays there."""
    planned.ticks(LEFT_CLAM)

    assert set(planned.journal.sessions.sets_done(DAY)) == {LEFT_CLAM}
    assert planned.page.session.boxes[LEFT_CLAM].isChecked()
    assert planned.focused is planned.page.session.boxes[LEFT_CLAM]
    total = len(planned.page.session.boxes)
    assert planned.page.session.aside.text() == f"✓ 1 of {total} sets done"
    assert planned.journal.weeks.days(MONDAY)[6] is DayStatus.SESSION
    assert "Sunday: session" in planned.page.week.strip.accessibleDescription()
    assert planned.page.week.words.text() == "1 session this week, today’s is done"


def test_mouse_ticks(planned: Person) -> None:
    """A press anywhere on the box of 44 pixels ticks it."""
    box = planned.page.session.boxes[BRIDGE]
    assert min(box.width(), box.height()) >= 44
    planned.clicks(box, at=QPoint(2, box.height() - 3))
    planned.waits()

    assert set(planned.journal.sessions.sets_done(DAY)) == {BRIDGE}


def test_untick(planned: Person) -> None:
    """A second press takes the tick back; a session without any tick is no session."""
    planned.ticks(LEFT_CLAM)
    planned.ticks(RIGHT_CLAM)
    planned.ticks(LEFT_CLAM)
    assert set(planned.journal.sessions.sets_done(DAY)) == {RIGHT_CLAM}

    planned.ticks(RIGHT_CLAM)
    assert planned.journal.sessions.on(DAY) == []
    assert planned.page.week.words.text() == ""


def test_all_sets_done(planned: Person) -> None:
    """When the last box is ticked the page says so, with a sign as well as words."""
    for box in planned.page.session.boxes.values():
        box.click()
    planned.waits()

    total = len(planned.page.session.boxes)
    assert len(planned.journal.sessions.sets_done(DAY)) == total
    assert planned.page.session.aside.text() == f"✓ all {total} sets done"


def test_ticks_are_there_after_a_restart(planned: Person, open_window: Callable[..., Person]) -> None:
    """The next start shows the same boxes ticked."""
    planned.ticks(RIGHT_CLAM)
    path = planned.journal.path
    assert planned.closes()
    again = open_window(path)

    ticked = [box for box, tick in again.page.session.boxes.items() if tick.isChecked()]
    assert ticked == [RIGHT_CLAM]


def test_rest_today(planned: Person) -> None:
    """A rest day is part of the plan: it is recorded with one press and taken back with another."""
    planned.presses("Rest today")
    assert planned.journal.days_off.on(DAY).kind is DayOffKind.REST
    assert planned.page.week.words.text() == "rest today"
    assert "Sunday: rest" in planned.page.week.strip.accessibleDescription()
    assert planned.button("Rest today").isChecked()

    planned.presses("Rest today")
    assert planned.journal.days_off.on(DAY) is None
    assert not planned.button("Rest today").isChecked()
    assert planned.page.week.words.text() == ""


def test_endless_words_stay_on_the_page(beginner: Person) -> None:
    """A name of one's own without a blank, of a plan or of an exercise, breaks inside: nothing gets wider."""
    run = beginner.sitting.runner.run
    endless = "w" * 400
    widths = []
    for name in ("Heel-raises on the stairs", endless):
        run(partial(beginner.journal.exercises.add, name))
        run(partial(beginner.journal.exercises.add, name + "x"))
        beginner.waits()
        key = next(key for key, known in beginner.journal.exercises.all().items() if known.name == name)
        plan = PlanFields(name=name, started=DAY, times_a_week=2)
        run(partial(beginner.journal.plans.adopt, plan, [PlanItemFields(exercise=key)]))
        beginner.waits()
        beginner.until(beginner.page.more.isVisible)
        assert beginner.page.plan.isVisible()
        widths.append(beginner.page.scroller.content.minimumSizeHint().width())

    assert widths[0] == widths[1]


def test_planned_days_are_marked(beginner: Person) -> None:
    """Fixed days still to come stand in the week as planned, in words as well as by their box."""
    items = to_adopt(plans().items["hips-gently"], MONDAY)[1]
    plan = PlanFields(name="Mine", started=MONDAY, weekdays=[1, 6])
    beginner.sitting.runner.run(partial(beginner.journal.plans.adopt, plan, items))
    beginner.waits()

    said = beginner.page.week.strip.accessibleDescription()
    assert "Tuesday: planned" in said
    assert "Sunday: planned" in said
    assert "Monday: nothing yet" in said
    assert beginner.page.week.words.text() == "2 sessions planned this week, one of them for today"


def test_not_today(planned: Person) -> None:
    """A skipped session is recorded with one press; the reason is asked beside it, and may stay open."""
    planned.presses("Not today")
    off = planned.journal.days_off.on(DAY)
    assert (off.kind, off.reason) == (DayOffKind.SKIPPED, None)
    assert "Sunday: not this day" in planned.page.week.strip.accessibleDescription()

    planned.presses("A flare", inside=planned.page.week)
    assert planned.journal.days_off.on(DAY).reason is SkipReason.FLARE
    planned.presses("Not today")
    assert planned.journal.days_off.on(DAY) is None
    assert not planned.page.week.why.isVisible()


def test_pause(planned: Person) -> None:
    """A pause has a first day and, once that is known, a last; its days are neither rest nor missed."""
    planned.presses("Pause for several days…")
    dialog = planned.dialog(PauseDialog)
    planned.types_into(dialog.started.entry, "20/11/26")
    planned.presses("Ill", inside=dialog)
    planned.presses("Keep the pause", inside=dialog)
    [pause] = planned.journal.days_off.pauses()
    assert (pause.started, pause.ended, pause.reason) == (date(2026, 11, 20), None, SkipReason.ILL)
    assert planned.journal.weeks.days(MONDAY)[4:] == [DayStatus.PAUSED] * 3

    planned.presses("Paused since Friday 20 November. Change or end…")
    planned.presses("End it: I go on today", inside=planned.dialog(PauseDialog))
    [pause] = planned.journal.days_off.pauses()
    assert pause.ended == date(2026, 11, 21)
    assert planned.button("Pause for several days…")


def test_pause_that_cannot_be(planned: Person) -> None:
    """A day that cannot be read and an end before the beginning are told beside it; nothing is stored."""
    planned.presses("Pause for several days…")
    dialog = planned.dialog(PauseDialog)
    planned.types_into(dialog.ended.entry, "soon")
    planned.presses("Keep the pause", inside=dialog)
    assert dialog.ended.message.text() == "This is not a day I can read."
    planned.types_into(dialog.ended.entry, "1/11/26")
    planned.presses("Keep the pause", inside=dialog)
    assert dialog.ended.message.text() == "This is before the pause begins."
    assert dialog.isVisible()
    assert planned.journal.days_off.pauses() == []


def test_what_was_really_done(planned: Person) -> None:
    """A number typed on a box is how many were done; it ticks the box and shows on it."""
    box = planned.page.session.boxes[BRIDGE]
    box.setFocus()
    planned.keys(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Tab)
    planned.waits()

    assert planned.journal.sessions.sets_done(DAY)[BRIDGE].repetitions == 12
    assert box.isChecked()
    assert box.accessibleName() == "Glute bridge, set 1: 12 done"


def test_typing_that_is_no_number(planned: Person) -> None:
    """It is explained beside its field, kept, and counted as nothing; so is a number nobody can do."""
    row = planned.page.session.rows["glute-bridge"]
    row.fold.click()
    field = row.counts.fields[BRIDGE]
    for typed, why in (("a dozen", "A whole number, please."), ("99999", "At most 10,000 fit here.")):
        planned.types_into(field.entry, typed)
        assert field.message.text() == why
    planned.goes_to(date(2026, 11, 21))
    planned.goes_to(DAY)

    kept = planned.page.session.rows["glute-bridge"].counts.fields[BRIDGE]
    assert kept.entry.text() == "99999"
    assert planned.journal.sessions.on(DAY) == []


def test_left_and_right_as_one_set(planned: Person) -> None:
    """A choice: one box for both sides. What was ticked stays, and counts once both sides are done."""
    planned.ticks(LEFT_CLAM)
    planned.clicks(planned.page.plan.as_one)
    planned.waits()
    both = SetToDo("clamshell", 1)
    assert not planned.page.session.boxes[both].isChecked()

    planned.ticks(both)
    assert planned.page.session.boxes[both].isChecked()
    planned.clicks(planned.page.plan.as_one)
    planned.waits()
    assert planned.page.session.boxes[LEFT_CLAM].isChecked()
    assert planned.page.session.boxes[RIGHT_CLAM].isChecked()


def test_two_sessions_on_one_day(planned: Person) -> None:
    """Another session has boxes of its own, and either can be looked at."""
    planned.ticks(BRIDGE)
    planned.presses("Another session")
    assert not planned.page.session.boxes[BRIDGE].isChecked()
    planned.ticks(BRIDGE)
    planned.ticks(LEFT_CLAM)

    sessions = planned.journal.sessions
    done = {len(sessions.sets_done(DAY, row.id)): row.id for row in sessions.on(DAY)}
    assert done.keys() == {1, 2}
    planned.clicks(planned.page.session.bar.choice_of(done[1]))
    assert not planned.page.session.boxes[LEFT_CLAM].isChecked()


def test_after_it(planned: Person) -> None:
    """Effort, pain and a note belong to the session; a rule of thumb is text, and nothing answers back."""
    assert not planned.page.after.isVisible()
    planned.ticks(BRIDGE)
    before = planned.reads()
    planned.scores(planned.page.after.pain.scores, 2)
    planned.page.after.effort.scores.setFocus()
    planned.keys(Qt.Key.Key_4)
    planned.waits()

    [session] = planned.journal.sessions.on(DAY)
    assert session.effort == 4
    assert session.pain_during == 2
    assert planned.reads() == before
    assert "Your own physio’s rule comes first." in before


def test_the_next_morning_is_told(sample: Person) -> None:
    """The page of the day after says that yesterday was a session day, and the diary leads to the routine."""
    sample.turns_to(1)
    sets = len(sample.journal.sessions.sets_done(date(2026, 11, 21)))
    sample.until(lambda: f"Yesterday was a session day: {sets} sets." in sample.reads())
    sample.presses("Go to the routine")
    sample.until(lambda: sample.page.session.isVisible())


def test_no_word_of_reproach(planned: Person) -> None:
    """A week without a session is told as a number: nothing is missed, failed or lost."""
    words = " ".join([*planned.reads(), planned.page.week.strip.accessibleDescription()]).lower()

    for word in ("streak", "missed", "failed", "broken", "lost", "overdue", "only"):
        assert word not in words.split()


def test_earlier_day(sample: Person) -> None:
    """A tick on an earlier day belongs to that day."""
    yesterday = date(2026, 11, 21)
    sample.turns_to(2)
    sample.goes_to(yesterday)
    assert sample.page.session.title.text() == "The day’s exercises"
    before, today = (set(sample.journal.sessions.sets_done(day)) for day in (yesterday, DAY))
    box = next(iter(sample.page.session.boxes))
    sample.ticks(box)

    assert set(sample.journal.sessions.sets_done(yesterday)) == before ^ {box}
    assert set(sample.journal.sessions.sets_done(DAY)) == today


def test_day_to_come_cannot_be_ticked(
    open_window: Callable[..., Person], tmp_path: Path, clock: HandClock
) -> None:
    """Neither a key nor a click in the week leads to a day that has not come: a sentence says so."""
    clock.set(datetime(2026, 11, 18, 20, 0))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    person.turns_to(2)
    person.presses("Use this plan")
    week = person.page.week.strip
    week.setFocus()
    person.keys(Qt.Key.Key_Right)
    assert person.window.day == date(2026, 11, 18)

    person.clicks(week, at=QPoint(round(week.width() * 4.5 / 7), 10))
    assert person.window.day == date(2026, 11, 18)
    assert person.reads(person.window.banner)[0] == "20 November 2026 has not come yet."
    person.ticks(BRIDGE)
    assert person.journal.weeks.days(MONDAY).count(DayStatus.SESSION) == 1
    assert person.journal.sessions.sets_done(date(2026, 11, 18))


def test_week_by_click_and_keys(planned: Person) -> None:
    """A click on a day of the week, or an arrow, turns to it."""
    week = planned.page.week.strip
    planned.clicks(week, at=QPoint(round(week.width() * 2.5 / 7), 10))
    assert planned.window.day == date(2026, 11, 18)
    week.setFocus()
    planned.keys(Qt.Key.Key_Left)
    assert planned.window.day == date(2026, 11, 17)


def test_exercise_beside_the_plan(planned: Person) -> None:
    """An exercise that is not in the plan can be put on the day's list, ticked, and stays with the day."""
    in_plan = {box.exercise for box in planned.page.session.boxes}
    key = next(key for key in exercises().items if key not in in_plan)
    planned.presses(f"Add the {exercises().items[key].name.lower()} to this day")
    box = next(box for box in planned.page.session.boxes if box.exercise == key)
    planned.ticks(box)

    assert set(planned.journal.sessions.sets_done(DAY)) == {box}
    planned.goes_to(date(2026, 11, 21))
    planned.goes_to(DAY)
    assert planned.page.session.boxes[box].isChecked()
