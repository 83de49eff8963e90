"""Before there is a plan: the ones ready to use, with what is in them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.library.exercises import PlanPage, exercise_name, plans
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size


class PlanOffer(Card):
    """Offers a plan.

    Signals: `chosen(str)`, the key of a plan.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Choose a plan to begin"), "", parent)
        for key, plan in plans().items.items():
            self._add(key, plan)
        physio = self.tr("If a physio gave you exercises, theirs come first.")
        self.body.addWidget(PlainLabel(physio, Size.SMALL, muted=True, wraps=True))

    def _add(self, key: str, plan: PlanPage) -> None:
        self.body.addWidget(PlainLabel(plan.name, Size.STRONG))
        self.body.addWidget(PlainLabel(plan.summary, wraps=True))
        names = ", ".join(exercise_name(key).lower() for key in plan.keys)
        self.body.addWidget(
            PlainLabel(
                self.tr("{n} days a week: {names}.").format(n=plan.times_a_week, names=names), wraps=True
            )
        )
        self.body.addWidget(PlainLabel(plan.rest_note, wraps=True))
        use = button(
            self.tr("Use this plan"),
            primary=True,
            changes=True,
            name=self.tr("Use the plan {name}").format(name=plan.name),
        )
        use.setObjectName(key)
        use.clicked.connect(self._on_clicked)
        self.body.addWidget(use)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())
