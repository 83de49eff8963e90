"""What is felt, in plain words: how much, what, and on which side. A start of the window asks for no more."""

from legjournal.models.diary import Kind, Side
from legjournal.words import text


def score(points: int) -> str:
    """6 out of 10."""
    return text("{n} out of 10").format(n=points)


def kind(felt: Kind) -> str:
    """pain, urge to move."""
    return {
        Kind.PAIN: text("pain"),
        Kind.URGE: text("urge to move"),
        Kind.CRAMP: text("cramp"),
        Kind.TINGLING: text("tingling"),
        Kind.NUMBNESS: text("numbness"),
        Kind.OTHER: text("something else"),
    }[felt]


def side(which: Side) -> str:
    """left, right, both."""
    return {Side.LEFT: text("left"), Side.RIGHT: text("right"), Side.BOTH: text("both")}[which]
