"""The legs: places on the body chart with their scores, and the urge to move."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from legjournal.charts.body import place_name
from legjournal.models.diary import Kind, Side, Symptom
from legjournal.models.row import new_id
from legjournal.symptoms import is_urge_of_day
from legjournal.typed_places import Place
from ui.diary.last_places import LastPlaces
from ui.diary.place_field import PlaceField
from ui.diary.symptom_row import SymptomRow, UrgeRow
from ui.widgets.announce import announce
from ui.widgets.body_chart import BodyChart
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.page import keep_from_changes
from ui.widgets.patterns import PatternLegend
from ui.widgets.scroll import bring_into_sight
from ui.widgets.section import Section
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner

NARROW = 48  # heights of the text: below it the drawing stands above the list
EDGES = 100  # pixels at least that are beside the contents of the card
DRAFTS = "symptom/"


class LegsCard(Section):
    """What was felt in the legs on one day; the urge to move in both is there once.

    A place has its row as soon as it is pressed, before it is stored, so that the number that is typed next
    goes to it and to no other.
    """

    tables = frozenset({"symptom"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Legs"), self.tr("press a place, then a number"))
        self._rows: dict[str, SymptomRow] = {}
        self._spare: list[SymptomRow] = []
        self._last: list[Symptom] = []  # where it was last time
        self._wide = True
        self.chart = BodyChart()
        self.caption = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self.places = PlaceField()
        self.last = LastPlaces()
        self.urge = UrgeRow(journal.symptoms)
        self._lay_out()
        self._show_pointed(None)
        self.chart.place_pressed.connect(self._on_place_pressed)
        self.chart.pointed.connect(self._show_pointed)
        self.places.pointed.connect(self._on_typed_place)
        self.places.chosen.connect(self._on_place_typed)
        self.last.place_chosen.connect(self._on_last_place)
        self._connect_row(self.urge)

    def show_day(self, day: date) -> None:
        if day != self.date:
            self.places.clear()
            for row in (self.urge, *self._rows.values()):
                row.fold()
        self._last = self.journal.symptoms.last_places(day)
        super().show_day(day)

    def show_stored(self) -> None:
        """Show the day's symptoms; rows that stay keep their focus and what is being typed in them."""
        symptoms = self.journal.symptoms.on(self.date)
        drafts = self._drafts()
        urge = next((row for row in symptoms if is_urge_of_day(row)), None)
        self.urge.show_urge(self.date, urge, drafts[str(self.date)])
        others = [row for row in symptoms if row is not urge]
        self._drop_rows_but({row.id for row in others})
        for place, symptom in enumerate(others):
            self._row(symptom.id, place).show_symptom(symptom, drafts[symptom.id])
        self._show_places()

    def flush(self) -> None:
        for row in (self.urge, *self._rows.values()):
            row.flush()

    def arrange(self, width: int) -> None:
        """Put the drawing beside or above the list."""
        line = line_height()
        narrow = width < NARROW * line
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)
        self.chart.fit(width - EDGES)
        self._wide = width - EDGES - (0 if narrow else self.chart.sizeHint().width()) > 28 * line
        for row in (self.urge, *self._rows.values()):
            row.arrange(self._wide)

    def _lay_out(self) -> None:
        where = QVBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.chart)
        where.addWidget(self.caption)
        where.addWidget(PatternLegend())
        where.addWidget(self.places)
        where.addStretch()
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._list.addWidget(self.last)
        self._list.addWidget(self.urge)
        self._list.addStretch()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        self._halves.addLayout(where)
        self._halves.addLayout(self._list, 1)
        self.body.addLayout(self._halves)

    def _connect_row(self, row: SymptomRow) -> None:
        row.answered.connect(self._on_answered)
        row.drafted.connect(self._on_drafted)
        row.more_requested.connect(self._on_more)
        row.removed.connect(self._on_removed)
        row.another_requested.connect(self._on_another)

    def _drafts(self) -> Mapping[str, dict[str, str]]:
        """Typing that is no answer yet, by its symptom's id (its day for the urge) and the answer's name."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for place, typed in self.journal.drafts.under(DRAFTS).items():
            whose, _, name = place.partition("/")
            found[whose][name] = typed
        return found

    def _row(self, symptom_id: str, place: int) -> SymptomRow:
        """The row of a symptom; made, it becomes the one with that number among them, from 0."""
        if symptom_id not in self._rows:
            row = self._spare.pop() if self._spare else self._make_row()
            self._rows[symptom_id] = row
            self._list.insertWidget(place + 1, row)  # after what is offered of last time
            below = self._list.itemAt(place + 2).widget()  # type: ignore[union-attr]  # the urge, at least
            put_before(below, row)  # type: ignore[arg-type]
            row.arrange(self._wide)
            row.show()
        return self._rows[symptom_id]

    def _make_row(self) -> SymptomRow:
        row = SymptomRow(self.journal.symptoms, self)
        self._connect_row(row)
        return row

    def _drop_rows_but(self, kept: set[str]) -> None:
        for symptom_id in self._rows.keys() - kept:
            row = self._rows.pop(symptom_id)
            self._list.removeWidget(row)
            row.hide()
            if row.details is None:
                self._spare.append(row)  # to make one takes longer than to turn the page may
            else:
                row.deleteLater()

    def _show_places(self) -> None:
        """Paint what the rows say, and offer the places of last time that they do not have."""
        here = [row.symptom for row in self._rows.values() if row.symptom is not None]
        scores: dict[tuple[Side, str], int | None] = {}
        for symptom in here:
            for side in (Side.LEFT, Side.RIGHT) if symptom.side is Side.BOTH else (symptom.side,):
                if side is not None and symptom.site:
                    known = [scores.get((side, symptom.site)), symptom.score]
                    scores[side, symptom.site] = max((n for n in known if n is not None), default=None)
        self.chart.show_scores(scores)
        rows = self._rows.values()
        self.last.show_places(
            [was for was in self._last if not any(row.is_at(was.side, was.site or "") for row in rows)]
        )

    def _go_to(self, kind: Kind, side: Side | None, site: str) -> None:
        """Put the keyboard on the row of a place, which is there from now on."""
        row = next((row for row in self._rows.values() if row.is_at(side, site)), None)
        self._show_row(row or self._add(kind, side, site))

    def _add(self, kind: Kind, side: Side | None, site: str) -> SymptomRow:
        symptom = Symptom(id=new_id(), date=self.date, kind=kind, side=side, site=site)
        row = self._row(symptom.id, len(self._rows))
        row.show_symptom(symptom, {})
        self.store(self.journal.symptoms.add, self.date, symptom.id, kind=kind, side=side, site=site)
        self._show_places()
        return row

    def _show_row(self, row: SymptomRow) -> None:
        row.take_focus()
        bring_into_sight(row)

    def _show_pointed(self, place: tuple[Side | None, str] | None) -> None:
        self.caption.setText(place_name(*place) if place else self.tr("Point at a place to read its name."))

    def _on_place_pressed(self, side: Side, site: str) -> None:
        self._go_to(Kind.PAIN, side, site)

    def _on_place_typed(self, place: Place) -> None:
        self._go_to(Kind.PAIN, place.side, place.site)

    def _on_typed_place(self, place: Place | None) -> None:
        pointed = None if place is None else (place.side, place.site)
        self.chart.point_at(pointed)
        self._show_pointed(pointed)

    def _on_last_place(self, symptom: Symptom) -> None:
        self._go_to(symptom.kind, symptom.side, symptom.site or "")

    def _on_another(self, symptom: Symptom) -> None:
        self._show_row(self._add(Kind.OTHER, symptom.side, symptom.site or ""))

    def _on_answered(self, symptom_id: str, answers: dict[str, Any]) -> None:
        if self.sender() is self.urge:
            self.store(self.journal.symptoms.record_urge, self.date, **answers)
        else:
            self.store(self.journal.symptoms.change, symptom_id, **answers)

    def _on_drafted(self, symptom_id: str, name: str, typed: str | None) -> None:
        whose = str(self.date) if self.sender() is self.urge else symptom_id
        self.store(self.journal.drafts.keep, f"{DRAFTS}{whose}/{name}", typed)

    def _on_more(self) -> None:
        row = self.sender()
        assert isinstance(row, SymptomRow)
        self.runner.when_still(partial(self._unfold, row))

    def _unfold(self, row: SymptomRow) -> None:
        kind = row.symptom.kind if row.symptom is not None else Kind.PAIN
        details = row.unfold(self.journal.symptoms.words(kind))
        if self.journal.read_only:
            keep_from_changes(details)
        bring_into_sight(row)

    def _on_removed(self, symptom_id: str) -> None:
        name = self._rows[symptom_id].name.text()
        self.store(self.journal.symptoms.remove, symptom_id)
        announce(self, self.tr("{place} removed. Ctrl and Z brings it back.").format(place=name))
