"""Buttons of the four kinds the window uses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def button(
    words: str, *, primary: bool = False, quiet: bool = False, changes: bool = False, name: str = ""
) -> QPushButton:
    """A push button. primary: the one action of a page. quiet: like a link. name: for a screen reader.

    changes: whether it changes the journal, and so cannot be pressed where that can only be read.
    """
    made = QPushButton(words)
    made.setProperty("primary", primary)
    made.setProperty("quiet", quiet)
    made.setProperty("changes", changes)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if name:
        made.setAccessibleName(name)
    return made


def compact(words: str, name: str = "", *, changes: bool = False) -> QPushButton:
    """A quiet button that fits into a line of text."""
    made = button(words, quiet=True, changes=changes, name=name)
    made.setProperty("compact", True)
    return made


def own_words(words: str) -> str:
    """Words of the person's own on a button: in them an ampersand makes no shortcut."""
    return words.replace("&", "&&")


def square(words: str, name: str) -> QPushButton:
    """A small button with a sign on it."""
    made = button(words, name=name)
    made.setProperty("square", True)
    made.setToolTip(name)
    return made


def choice(words: str) -> QPushButton:
    """One of several that exclude each other."""
    made = button(words)
    made.setProperty("choice", True)
    made.setCheckable(True)
    made.setAutoExclusive(True)
    return made
