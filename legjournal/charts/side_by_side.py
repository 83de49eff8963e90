"""What the groups of days come to, a row each: the table beside the dots."""

from legjournal import phrases
from legjournal.trends.facts import Outcome
from legjournal.trends.groups import Group
from legjournal.trends.sentences import value_in_words
from legjournal.words import text

Row = tuple[str, ...]


def header() -> Row:
    """The heads of the columns."""
    return (text("Group"), text("Answers"), text("Average"), text("Half from"))


def row(name: str, outcome: Outcome, numbers: Group) -> Row:
    """One group: how many, their mean, and their spread; of none the last two are empty."""
    return (name, phrases.count(numbers.n), average(outcome, numbers), _spread(outcome, numbers))


def average(outcome: Outcome, numbers: Group) -> str:
    """4.1; 5 hours 30 minutes; nothing where there is no answer."""
    return "" if numbers.mean is None else value_in_words(outcome, numbers.mean)


def _spread(outcome: Outcome, numbers: Group) -> str:
    if numbers.low is None or numbers.high is None:
        return ""
    low, high = (_short(outcome, value) for value in (numbers.low, numbers.high))
    return text("{low} to {high}").format(low=low, high=high)


def _short(outcome: Outcome, value: float) -> str:
    return phrases.short_length(value) if outcome is Outcome.ASLEEP else phrases.number(value)
