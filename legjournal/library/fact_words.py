"""How a page's facts are said in short, on the screen and on paper: words, and the mark of a grade."""

from legjournal.library.pages import Grade
from legjournal.words import text

# Quarters of the circle that are filled; advice against has a cross instead.
QUARTERS = {Grade.GOOD: 4, Grade.SOME: 3, Grade.LIMITED: 2, Grade.NONE_FOUND: 0}


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
