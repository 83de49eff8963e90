"""The list of what may have mattered, where the person makes it their own."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.factors import LONGEST
from ui.widgets.adder import Adder
from ui.widgets.buttons import compact
from ui.widgets.card import Card
from ui.widgets.chip import ChipSet
from ui.widgets.label import PlainLabel, Size


class FactorList(Card):
    """Extends Card: a word can be added, taken off the list, and brought back.

    Signals: `added(str)`; `drafted(object)`, as of Adder; `pressed(str)`, a word that is to be on the list
    now, or off it, as `words.on` says; `done()`.
    """

    added = Signal(str)
    drafted = Signal(object)
    pressed = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your list"), parent=parent)
        self.adder = Adder(self.tr("One of your own"), self.tr("for example long drive"), LONGEST)
        done = compact(self.tr("Done"), self.tr("Done with the list"), changes=True)
        self.words = ChipSet(done, self.tr("{word}: on my list"))
        self.body.addWidget(self.adder)
        self.body.addWidget(
            PlainLabel(
                self.tr("A tick means on your list. Press a word to take it off. Days that have it keep it."),
                Size.SMALL,
                muted=True,
                wraps=True,
            )
        )
        self.body.addWidget(self.words)
        self.adder.added.connect(self.added)
        self.adder.drafted.connect(self.drafted)
        self.words.pressed.connect(self.pressed)
        done.clicked.connect(self.done)

    def show_list(self, words: Mapping[str, bool]) -> None:
        """Show every known word, with a tick where it is on the list."""
        self.words.show_words(list(words))
        self.words.show_on([word for word, on_list in words.items() if on_list])
