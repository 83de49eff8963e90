"""The sample journal: every row in memory, or written into a new file a year at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from legjournal.demo import care, contacts, evenings, exercise, nights, weekly
from legjournal.demo.page import Page, pages
from legjournal.demo.story import YEAR, Kept, Story, Turn, tell
from legjournal.journal import Journal
from legjournal.models.medicines import Medicine
from legjournal.models.routine import Plan, PlanItem
from legjournal.models.row import Row
from legjournal.models.weekly import Activity
from legjournal.progress import Progress

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows that the entries of a day point to."""

    activities: list[Activity]
    plan: Plan
    items: list[PlanItem]
    painkiller: Medicine

    def rows(self) -> list[Row]:
        """All of them."""
        return [*self.activities, self.plan, *self.items, self.painkiller]


def sample_rows(days: int, seed: int, last: date) -> list[Row]:
    """Every row of a journal of `days` days (at least 1) whose last is `last`; the same for the same seed."""
    return [row for year in _years(tell(days, seed, last)) for row in year]


def write_sample(
    path: Path,
    days: int = 120,
    seed: int = 1,
    last: date | None = None,
    progress: Progress | None = None,
) -> Journal:
    """A new sample journal at `path`, open. `last`: its last day, today if not given.

    `progress` is called with the part done, above 0 up to 1; what it raises ends the work. Raises
    AlreadyThere, CannotWrite or NotSaved. Leaves nothing half made.
    """
    journal = Journal.create(path)
    try:
        _fill(journal, tell(days, seed, last or journal.clock.today()), progress)
    except BaseException:
        journal.close()
        path.unlink()
        raise
    return journal


def _fill(journal: Journal, story: Story, progress: Progress | None) -> None:
    # A year at a time: the rows of a lifetime at once would take half a gigabyte.
    for year, rows in enumerate(_years(story), start=1):
        journal.store.add_all(rows)
        if progress is not None:
            progress(min(year * YEAR / story.days, 1.0))


def _years(story: Story) -> Iterator[list[Row]]:
    """The rows of each year of days; those that others point to are in the first."""
    standing = _standing(story)
    rows: list[Row] = [*standing.rows(), *_care(story)]
    for number, page in enumerate(pages(story), start=1):
        rows += _entries(page, standing)
        if number % YEAR == 0 or number == story.days:
            yield rows
            rows = []


def _standing(story: Story) -> Standing:
    plan = exercise.plan(story)
    return Standing(
        activities=weekly.activities(story),
        plan=plan,
        items=exercise.plan_items(story, plan),
        painkiller=care.painkiller(story),
    )


def _care(story: Story) -> Iterator[Row]:
    yield from care.medicines(story)
    yield from care.test_results(story)
    yield from care.therapies(story)
    yield from care.appointments(story)
    yield from exercise.pauses(story)
    yield from contacts.contacts(story)


def _entries(page: Page, standing: Standing) -> Iterator[Row]:
    """What was written about one day."""
    if page.kept in (Kept.ALL, Kept.NIGHT):
        night = nights.night(page)
        yield night
        if (noted := nights.awakening(page, night)) is not None:
            yield noted
    if page.kept in (Kept.ALL, Kept.EVENING):
        yield from _evening(page, standing)
    if page.kept is Kept.BAD_DAY:
        yield evenings.bad_day(page)
    if page.turn is Turn.SESSION:
        yield from exercise.session(page, standing.plan, standing.items)
    elif page.turn is not Turn.NOTHING:
        yield exercise.day_off(page)


def _evening(page: Page, standing: Standing) -> Iterator[Row]:
    yield evenings.diary_day(page)
    yield from evenings.symptoms(page)
    yield from evenings.doses(page, standing.painkiller)
    if page.rng.random() < 0.04:
        yield nights.nap(page)
    if page.day.weekday() == SUNDAY:
        yield from weekly.check(page, standing.activities)
