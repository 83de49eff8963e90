"""What the saved file is, beside its pages: with the numbers attached, behind a password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from legjournal.report.making import Finish
from legjournal.report.sealing import can_seal, fits
from ui.lock.passphrase import PassphraseField, ShowBox
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size


class FileOptions(QWidget):
    """All of it is off, each time anew; a password is kept nowhere.

    Signals: `spreadsheet_requested()`, a wish to have the days for a spreadsheet as well.
    """

    spreadsheet_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attaching = QCheckBox(self.tr("Attach the numbers"))
        self.archiving = QCheckBox(self.tr("For archives (PDF/A)"))
        self.sealing = QCheckBox(self.tr("Open with a password only"))
        self.spreadsheet = button(self.tr("Save for a spreadsheet…"))
        self.first = PassphraseField(self.tr("Password"))
        self.again = PassphraseField(self.tr("The same password once more"))
        self._fields = self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.attaching)
        numbers = self.tr(
            "The PDF then carries a second file (JSON) with every number of the report, for another program. "
            "The pages stay as they are."
        )
        column.addWidget(PlainLabel(numbers, Size.SMALL, muted=True, wraps=True))
        column.addWidget(self.archiving)
        column.addWidget(self.sealing)
        column.addWidget(self._fields)
        if not can_seal():
            self.archiving.setEnabled(False)
            self.sealing.setEnabled(False)
            missing = self.tr(
                "PDF/A and a password need a part that is not installed here. Whoever installed Leg Journal "
                "can add it: its name is legjournal[archive]."
            )
            column.addWidget(PlainLabel(missing, Size.SMALL, muted=True, wraps=True))
        self._fields.hide()
        column.addWidget(PlainLabel(self.tr("A spreadsheet has a row for each day."), Size.SMALL, muted=True))
        column.addWidget(self.spreadsheet, 0, Qt.AlignmentFlag.AlignLeft)
        self.spreadsheet.clicked.connect(self.spreadsheet_requested)
        self.sealing.toggled.connect(self._on_sealing)
        self.archiving.toggled.connect(self._on_archiving)

    @property
    def finish(self) -> Finish:
        """What becomes of the pages when they are saved."""
        password = self.first.entry.text() if self.sealing.isChecked() else ""
        return Finish(self.archiving.isChecked(), password)

    def complete(self) -> bool:
        """Whether the file can be made so; if not, it is said beside the field that is not right yet."""
        self.first.explain("")
        self.again.explain("")
        if not self.sealing.isChecked():
            return True
        typed = self.first.entry.text()
        if not typed:
            self.first.refuse(self.tr("Please type a password, or take the tick away."))
        elif not fits(typed):
            self.first.refuse(self.tr("This password is too long for a PDF. Please choose a shorter one."))
        elif typed != self.again.entry.text():
            self.again.refuse(self.tr("This is not the same. Tick “Show what I type” to compare the two."))
        else:
            return True
        return False

    def _make_fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        warning = self.tr(
            "The computers of many surgeries refuse a file with a password. If you forget it, the file "
            "cannot be opened, but you can make it again from your journal."
        )
        column.addWidget(PlainLabel(warning, Size.SMALL, wraps=True))
        for widget in (self.first, self.again, ShowBox(self.first, self.again)):
            column.addWidget(widget)
        return fields

    def _on_archiving(self, wanted: bool) -> None:
        if wanted:
            self.sealing.setChecked(False)  # no archive could ever open it

    def _on_sealing(self, wanted: bool) -> None:
        if wanted:
            self.archiving.setChecked(False)
        self._fields.setVisible(wanted)
        if wanted:
            self.first.setFocus()
        else:
            for field in (self.first, self.again):
                field.clear()
