"""Where it was last time: offered for one press each, never filled in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from legjournal.charts.body import place_name
from ui.diary.symptom_words import shortened
from ui.widgets.buttons import compact
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.models.diary import Symptom

MOST = 6  # places


class LastPlaces(QWidget):
    """“Last time: Left calf · Right outer hip”.

    Signals: `place_chosen(Symptom)`, the one of last time that is there today as well.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[QPushButton, Symptom] = {}
        self._flow = FlowLayout(self, spacing=2)
        self._flow.addWidget(PlainLabel(self.tr("Last time:"), Size.SMALL, muted=True))

    def show_places(self, symptoms: "Sequence[Symptom]") -> None:
        """Offer the places of these."""
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for symptom in symptoms[:MOST]:
            place = shortened(place_name(symptom.side, symptom.site))
            button = compact(
                place.replace("&", "&&"),
                self.tr("Add {place}, as last time").format(place=place),
                changes=True,
            )
            button.clicked.connect(self._on_clicked)
            self._buttons[button] = symptom
            self._flow.addWidget(button)
        self.setVisible(bool(symptoms))

    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.place_chosen.emit(self._buttons[button])
