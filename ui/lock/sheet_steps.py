"""The recovery sheet: shown, saved to be printed, and two groups of it typed back."""

import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from legjournal.progress import Progress
from ui.lock.steps import Step
from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import Entry, Field
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from datetime import date

ASKED_BACK = 2  # groups
READ_AS = str.maketrans("OIL", "011")  # letters no code has, for they look like these digits


class SheetStep(Step):
    """Shows the recovery code and saves its sheet.

    key: gives the key once it is chosen. made_on: the day on the sheet. optional: whether there may be none.
    """

    def __init__(
        self,
        key: Callable[[], bytes],
        journal: Path,
        made_on: "date",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self.title, self.go_on = self.tr("Your recovery sheet"), self.tr("I have it on paper")
        self.declined = False
        self._key = key
        self._journal = journal
        self._made_on = made_on
        self._path: Path | None = None
        self.add_words(
            self.tr(
                "This code opens the journal and its backups if you forget the passphrase. Print the sheet, "
                "or copy the code by hand, and keep it with your important papers, away from this computer."
            )
        )
        self.groups: list[PlainLabel] = []
        self._code = ColumnsLayout(letters=5, most=5, spacing=8)
        self.body.addLayout(self._code)
        self.save = button(self.tr("Save the sheet to print…"))
        self.open = button(self.tr("Open the sheet"))
        self.without = button(self.tr("Go on without a sheet"), quiet=True)
        for widget in (self.save, self.open, self.without):
            self.body.addWidget(widget)
        self.open.hide()
        self.without.setVisible(optional)
        self.save.clicked.connect(self._on_save)
        self.open.clicked.connect(self._on_open)
        self.without.clicked.connect(self._on_without)

    def begin(self) -> None:
        from legjournal.storage.keys import recovery_code

        code = recovery_code(self._key())
        if not self.groups:
            self.groups = [PlainLabel("", Size.FIGURE) for _ in code]
            for label in self.groups:
                self._code.addWidget(label)
        for number, (label, group) in enumerate(zip(self.groups, code, strict=True), start=1):
            label.setText(self.tr("{number}: {group}").format(number=number, group=group))
        self.save.setFocus()

    def complete(self) -> None:
        self.declined = False
        self.finished.emit()

    @classmethod
    def ask_path(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Where the sheet shall be saved."""
        name, _ = QFileDialog.getSaveFileName(
            parent, parent.tr("Save the recovery sheet"), str(suggested), "*.pdf"
        )
        return Path(name) if name else None

    def _on_save(self) -> None:
        suggested = user_documents_path() / self.tr("Leg Journal recovery sheet.pdf")
        if (path := self.ask_path(self, suggested)) is not None:
            self._path = path
            task = Task(partial(_save, self._key(), self._journal, self._made_on, path), self)
            task.done.connect(self._on_saved)
            task.refused.connect(self.told)
            task.start()

    def _on_saved(self, _result: object) -> None:
        self.told.emit(
            self.tr(
                "Saved as {path}. Print it, then delete the file: whoever finds it can open your journal."
            ).format(path=self._path)
        )
        self.open.show()

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _on_without(self) -> None:
        self.declined = True
        self.finished.emit()


class CheckStep(Step):
    """Has two groups, drawn by chance, typed from the sheet."""

    def __init__(self, sheet: SheetStep, key: Callable[[], bytes], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title, self.go_on = self.tr("Type two groups from your sheet"), self.tr("Go on")
        self._sheet = sheet
        self._key = key
        self._asked: list[int] = []  # places in the code, from 0
        self.add_words(self.tr("So that we both know the code can be read where you put it."))
        self.fields = [Field("", Entry()) for _ in range(ASKED_BACK)]
        for field in self.fields:
            self.body.addWidget(field)
            field.entry.returnPressed.connect(self.complete)

    @property
    def needed(self) -> bool:
        return not self._sheet.declined

    def begin(self) -> None:
        groups = range(len(self._sheet.groups) - 1)  # the last only checks the others
        self._asked = sorted(secrets.SystemRandom().sample(groups, ASKED_BACK))
        for field, place in zip(self.fields, self._asked, strict=True):
            name = self.tr("Group {number}").format(number=place + 1)
            field.label.setText(name)
            field.entry.setAccessibleName(name)
            field.entry.setText("")
            field.explain("")
        self.fields[0].setFocus()

    def complete(self) -> None:
        from legjournal.storage.keys import recovery_code

        code = recovery_code(self._key())
        wrong = [
            field
            for field, place in zip(self.fields, self._asked, strict=True)
            if as_written(field.entry.text()) != code[place]
        ]
        for field in self.fields:
            mistaken = self.tr("The sheet says something else here. Please look at it once more.")
            field.explain(mistaken if field in wrong else "")
        if wrong:
            wrong[0].entry.selectAll()
            wrong[0].setFocus()
        else:
            self.finished.emit()


def as_written(typed: str) -> str:
    """A group as the sheet has it, however it was typed."""
    return typed.strip().upper().translate(READ_AS)


def _save(key: bytes, journal: Path, made_on: "date", path: Path, progress: Progress) -> None:
    from legjournal.report import recovery_sheet

    progress(0.0)
    recovery_sheet.save(key, journal, made_on, path)
