"""The weekly checks of the sample journal and the two activities of the person's own."""

from collections.abc import Iterator, Sequence

from legjournal.demo.page import Page, local, score, sometimes, stamp
from legjournal.demo.story import Story
from legjournal.models.row import Row
from legjournal.models.weekly import Activity, ActivityScore, WeeklyCheck


def activities(story: Story) -> list[Activity]:
    """What the person wants to be able to do, the harder one first."""
    begun = local(story.first, 20 * 60)
    return [
        Activity(**stamp(story.rng, begun), name=name, started=story.first)
        for name in ("Sit through a film", "Climb the stairs at work")
    ]


def check(page: Page, activities: Sequence[Activity]) -> Iterator[Row]:
    """The check of the week that ends on the page's day; one in twenty is skipped."""
    if page.rng.random() < 0.05:
        yield WeeklyCheck(**stamp(page.rng, page.evening), date=page.day, skipped=True)
        return
    yield _answered(page)
    yield from _activity_scores(page, activities)


def _answered(page: Page) -> WeeklyCheck:
    rng, level = page.rng, page.level_of_week
    return WeeklyCheck(
        **stamp(rng, page.evening),
        date=page.day,
        average_pain=score(rng, level),
        enjoyment=score(rng, level - 0.5),
        everyday_activities=sometimes(rng, 0.95, score(rng, level - 1)),
    )


def _activity_scores(page: Page, activities: Sequence[Activity]) -> Iterator[ActivityScore]:
    rng, level = page.rng, page.level_of_week
    for activity, able in zip(activities, (7.5 - 0.9 * level, 9 - 0.5 * level), strict=True):
        yield ActivityScore(
            **stamp(rng, page.evening), activity_id=activity.id, date=page.day, score=score(rng, able)
        )
