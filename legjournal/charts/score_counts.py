"""How often each score was given: a bar a score from 0 to 10, each with its number of days."""

from collections.abc import Iterator, Sequence

from legjournal import phrases
from legjournal.charts.scene import Box, Label, Line, Role, Scene, Stop
from legjournal.charts.steps import steps_of
from legjournal.trends.distribution import SCORES
from legjournal.trends.facts import Outcome
from legjournal.trends.outcome_words import outcome_names
from legjournal.words import plural, text

HEIGHT = 20.0  # usual, in heights of the text
_WIDE = 0.72  # of the room of a bar that it takes


def title(outcome: Outcome) -> str:
    """What the picture shows."""
    return text("{outcome}: on how many days each score was given").format(outcome=outcome_names()[outcome])


def draw(counts: Sequence[int], outcome: Outcome, width: float, height: float, em: float) -> Scene:
    """Lay the bars out in `width` by `height`. counts: the days of each of the scores."""
    left, right, top, foot = 0.8 * em, width - 0.8 * em, 2.0 * em, height - 3.6 * em
    step = (right - left) / len(SCORES)
    rows = tuple((str(score), phrases.count(counts[score])) for score in SCORES)
    stops = tuple(
        Stop(left + step * score, top, step, foot - top, score, name=_stop_name(score)) for score in SCORES
    )
    items = (
        Line(((left, foot), (right, foot)), Role.AXIS),
        *_bars(counts, left, step, top, foot, em),
        Label(width / 2, foot + 3.0 * em, steps_of(outcome, ()).name, "middle"),
    )
    header = (text("Score"), text("Days"))
    return Scene(width, height, items, summary(counts, outcome), header, rows, stops)


def summary(counts: Sequence[int], outcome: Outcome) -> str:
    """Urge to move: a score on 52 days, from 1 to 8. Most often 4, on 13 days."""
    name = outcome_names()[outcome]
    days, most = sum(counts), max(counts)
    if not days:
        return text("{name}: nothing is scored in these days.").format(name=name)
    given = [score for score in SCORES if counts[score]]
    often = [str(score) for score in given if counts[score] == most]
    words = plural("{name}: a score on {n} day,", "{name}: a score on {n} days,", days)
    span = text("always {low}.") if len(given) == 1 else text("from {low} to {high}.")
    parts = [words.format(name=name, n=phrases.count(days)), span.format(low=given[0], high=given[-1])]
    if len(given) > 1:
        each = plural("Most often {scores}, on {n} day.", "Most often {scores}, on {n} days.", most)
        if len(often) > 1:
            each = plural(
                "Most often {scores}, on {n} day each.", "Most often {scores}, on {n} days each.", most
            )
        parts.append(each.format(scores=text(" and ").join(often), n=phrases.count(most)))
    return " ".join(parts)


def _bars(
    counts: Sequence[int], left: float, step: float, top: float, foot: float, em: float
) -> Iterator[Box | Label]:
    most = max(*counts, 1)
    for score in SCORES:
        high = (foot - top) * counts[score] / most
        middle = left + step * (score + 0.5)
        if counts[score]:
            yield Box(middle - _WIDE * step / 2, foot - high, _WIDE * step, high, Role.BAR)
        yield Label(middle, foot - high - 0.5 * em, phrases.count(counts[score]), "middle")
        yield Label(middle, foot + 1.4 * em, str(score), "middle", bold=True)


def _stop_name(score: int) -> str:
    return text("Score {score}").format(score=score)
