"""A dose in words: sets, repetitions, sides, hold and rest."""

from legjournal import phrases
from legjournal.models.routine import PlanItemFields
from legjournal.words import text


def dose_words(item: PlanItemFields) -> str:
    """“3 × 12 to 15 each side, hold 2 seconds, rest 1 minute”; “2 × 30 seconds” for what is only held."""
    dose = text("{sets} × {count}").format(sets=item.sets, count=count_words(item))
    if item.each_side:
        dose += text(" each side")
    if item.hold_seconds and not is_held(item):
        dose += text(", hold {time}").format(time=phrases.seconds(item.hold_seconds))
    if item.rest_seconds:
        dose += text(", rest {time}").format(time=phrases.seconds(item.rest_seconds))
    return dose


def count_words(item: PlanItemFields) -> str:
    """What a set is: “12 to 15”, “10”, or “30 seconds” for what is only held."""
    if is_held(item):
        return phrases.seconds(item.hold_seconds)
    few, many = item.repetitions_from, item.repetitions_to
    return str(few) if few == many else text("{few} to {many}").format(few=few, many=many)


def is_held(item: PlanItemFields) -> bool:
    """Whether a set is one position held for a time, or a walk, and not a number of repetitions."""
    return item.repetitions_to == 1 and item.hold_seconds > 0
