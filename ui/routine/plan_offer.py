"""Before there is a plan: the ones ready to use, with what is in them, and a way to make one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.library.exercises import PlanPage, exercise_name, plans
from legjournal.words import plural
from ui.plan.start_from import OWN
from ui.widgets.buttons import button
from ui.widgets.card import Card, rule
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size


class PlanOffer(Card):
    """Offers the ready plans, and to build one.

    Signals: `chosen(str)`, the key of a plan to begin as it is; `build_requested(str)`, what to begin the
    plan maker from: the key of a plan, or `ui.plan.start_from.OWN`; `plans_requested()`, those there were.
    """

    chosen = Signal(str)
    build_requested = Signal(str)
    plans_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Choose a plan to begin"), "", parent)
        for key, plan in plans().items.items():
            self._add(key, plan)
            self.body.addWidget(rule())
        self.body.addWidget(PlainLabel(self.tr("A plan of your own"), Size.STRONG))
        words = self.tr("If a physio gave you exercises, theirs come first. You can put them in here.")
        self.body.addWidget(PlainLabel(words, wraps=True))
        self.build = button(self.tr("Build your own (or your physio’s)…"), changes=True)
        self.build.setObjectName(OWN)
        self.build.clicked.connect(self._on_build)
        self.earlier = button(self.tr("Earlier plans and exercises…"), quiet=True)
        self.earlier.clicked.connect(self.plans_requested)
        self._add_buttons(self.build, self.earlier)

    def _add(self, key: str, plan: PlanPage) -> None:
        self.body.addWidget(PlainLabel(plan.name, Size.STRONG))
        self.body.addWidget(PlainLabel(plan.summary, wraps=True))
        names = ", ".join(exercise_name(key).lower() for key in plan.keys)
        days = plural("{n} day a week: {names}.", "{n} days a week: {names}.", plan.times_a_week)
        self.body.addWidget(PlainLabel(days.format(n=plan.times_a_week, names=names), wraps=True))
        self.body.addWidget(PlainLabel(plan.rest_note, Size.SMALL, muted=True, wraps=True))
        use = button(
            self.tr("Use this plan"),
            changes=True,
            name=self.tr("Use the plan {name}").format(name=plan.name),
        )
        change = button(
            self.tr("Change it first…"),
            quiet=True,
            changes=True,
            name=self.tr("Change the plan {name} first").format(name=plan.name),
        )
        use.clicked.connect(self._on_use)
        change.clicked.connect(self._on_build)
        use.setObjectName(key)
        change.setObjectName(key)
        self._add_buttons(use, change)

    def _add_buttons(self, *buttons: QWidget) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        for made in buttons:
            row.addWidget(made)
        self.body.addWidget(holder)

    def _on_use(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _on_build(self) -> None:
        self.build_requested.emit(self.sender().objectName())
