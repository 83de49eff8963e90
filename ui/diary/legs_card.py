"""The legs: places on the body chart with their scores, and the urge to move."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from legjournal.charts.body import site_names
from legjournal.models.diary import Kind, Side
from legjournal.symptoms import is_urge_of_day
from ui.diary.section import Section
from ui.diary.symptom_row import SymptomRow, kind_names
from ui.widgets.body_chart import BodyChart
from ui.widgets.buttons import button
from ui.widgets.card import rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.still import StillComboBox
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.diary import Symptom
    from ui.runner import Runner

NARROW = 42  # heights of the text: below it the drawing stands above the list


class LegsCard(Section):
    """What was felt in the legs on one day; the urge to move in both is there once."""

    tables = frozenset({"symptom"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Legs"), self.tr("press a place, then a number"))
        self._rows: dict[str, SymptomRow] = {}
        self._focus_new = False
        self._asked: set[tuple[Kind, Side, str]] = set()  # places pressed whose rows are not there yet
        self.chart = BodyChart()
        self.urge = SymptomRow(Kind.URGE, Side.BOTH, None)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._list.addWidget(self.urge)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(self._list)
        right.addWidget(rule())
        right.addLayout(self._make_adder())
        right.addStretch()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        self._halves.addWidget(self.chart, 0, Qt.AlignmentFlag.AlignTop)
        self._halves.addLayout(right, 1)
        self.body.addLayout(self._halves)
        self.chart.place_pressed.connect(self._on_place_pressed)
        self.urge.answered.connect(self._on_answered)

    def show_stored(self) -> None:
        """Show the day's symptoms; rows that stay keep their focus."""
        symptoms = self.journal.symptoms.on(self.date)
        self._asked.clear()
        urge = next((row for row in symptoms if is_urge_of_day(row)), None)
        self.urge.show_symptom(urge)
        others = [row for row in symptoms if row is not urge]
        self._drop_rows_but({row.id for row in others})
        for place, symptom in enumerate(others):
            self._row(symptom, place).show_symptom(symptom)
        self.chart.show_scores(
            {
                (side, row.site): row.score
                for row in others
                if row.site and row.side
                for side in ((Side.LEFT, Side.RIGHT) if row.side is Side.BOTH else (row.side,))
            }
        )

    def arrange(self, width: int) -> None:
        """Put the drawing beside or above the list."""
        narrow = width < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)

    def _make_adder(self) -> QVBoxLayout:
        self._kind, self._side, self._site = StillComboBox(), StillComboBox(), StillComboBox()
        for kind, words in kind_names().items():
            self._kind.addItem(words, kind)
        for side, words in (
            (Side.LEFT, self.tr("left")),
            (Side.RIGHT, self.tr("right")),
            (Side.BOTH, self.tr("both")),
        ):
            self._side.addItem(words, side)
        for site, words in site_names().items():
            self._site.addItem(words, site)
        add = button(self.tr("Add"), changes=True, name=self.tr("Add this place"))
        add.clicked.connect(self._on_add)
        cells = ColumnsLayout(letters=6.5, most=4, spacing=8)
        named = ((self._kind, self.tr("What")), (self._side, self.tr("Side")), (self._site, self.tr("Place")))
        for box, name in named:
            box.setAccessibleName(name)
            box.setProperty("changes", True)
            cells.addWidget(box)
        cells.addWidget(add)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Or add a place from the lists"), Size.SMALL, muted=True))
        column.addLayout(cells)
        return column

    def _row(self, symptom: "Symptom", place: int) -> SymptomRow:
        if symptom.id not in self._rows:
            row = SymptomRow(symptom.kind, symptom.side, symptom.site)
            row.answered.connect(self._on_answered)
            row.removed.connect(self._on_removed)
            self._rows[symptom.id] = row
            self._list.insertWidget(place, row)
            below = self._list.itemAt(place + 1).widget()  # type: ignore[union-attr]  # the urge, at least
            put_before(below, row)  # type: ignore[arg-type]
            if self._focus_new:
                row.take_focus()
                self._focus_new = False
        return self._rows[symptom.id]

    def _drop_rows_but(self, kept: set[str]) -> None:
        for symptom_id in self._rows.keys() - kept:
            row = self._rows.pop(symptom_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_place_pressed(self, side: Side, site: str) -> None:
        there = next((row for row in self._rows.values() if row.is_at(side, site)), None)
        if there is not None:
            there.take_focus()
            return
        self._add(Kind.PAIN, side, site)

    def _on_add(self) -> None:
        self._add(self._kind.currentData(), self._side.currentData(), self._site.currentData())

    def _add(self, kind: Kind, side: Side, site: str) -> None:
        if (kind, side, site) in self._asked:
            return  # the second press of a double click
        self._asked.add((kind, side, site))
        self._focus_new = True
        self.store(self.journal.symptoms.add, self.date, kind=kind, side=side, site=site)

    def _on_answered(self, symptom_id: str, answers: dict[str, Any]) -> None:
        if self.sender() is self.urge:
            self.store(self.journal.symptoms.record_urge, self.date, **answers)
        else:
            self.store(self.journal.symptoms.change, symptom_id, **answers)

    def _on_removed(self, symptom_id: str) -> None:
        self.store(self.journal.symptoms.remove, symptom_id)
