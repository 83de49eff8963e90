"""The short words in which a page's facts are said, on the screen and on paper."""

from legjournal.library.pages import Grade
from legjournal.words import text


def grade_words(grade: Grade) -> str:
    """The word beside the mark."""
    return {
        Grade.GOOD: text("good"),
        Grade.SOME: text("some"),
        Grade.LIMITED: text("limited"),
        Grade.NONE_FOUND: text("none found"),
        Grade.AGAINST: text("advice against it"),
    }[grade]


def cost(seen: str, dated: str) -> str:
    """A price with its date: without it, it would be taken for today's."""
    return text("{cost} (seen {when})").format(cost=seen, when=dated) if dated else seen
