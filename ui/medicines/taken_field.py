"""How a medicine is taken: one of two, and what is missing said beneath."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.models.medicines import Regularity
from ui.widgets.announce import announce
from ui.widgets.label import PlainLabel, Size
from ui.widgets.one_of import OneOf


def ways() -> dict[Regularity, str]:
    """The two ways, in words."""
    translate = QCoreApplication.translate
    return {
        Regularity.REGULAR: translate("TakenField", "regularly"),
        Regularity.AS_NEEDED: translate("TakenField", "only as needed"),
    }


class TakenField(QWidget):
    """A labelled choice; nothing is chosen until the person does.

    Signals: `answered(object)`, a Regularity or None.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("How you take it")
        self.choice = OneOf(words, ways())
        self.message = PlainLabel("", Size.SMALL, wraps=True)
        self.message.setForegroundRole(self.message.foregroundRole().BrightText)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (PlainLabel(words, Size.LABEL, wraps=True), self.choice, self.message):
            column.addWidget(widget)
        self.setFocusProxy(self.choice)
        self.choice.answered.connect(self.answered)

    @property
    def regularity(self) -> Regularity | None:
        """What is chosen."""
        chosen: Regularity | None = self.choice.answer
        return chosen

    def show_regularity(self, regularity: Regularity | None) -> None:
        """Show a choice without telling anybody."""
        self.choice.show_answer(regularity)

    def explain(self, sentence: str) -> None:
        """Say what is missing; an empty sentence takes it away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        if sentence:
            announce(self.choice, sentence)
