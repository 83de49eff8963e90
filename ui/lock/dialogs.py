"""The dialogs in which a lock is put on, changed and taken off, each a row of steps."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.lock.choose_step import ChooseStep
from ui.lock.last_step import LastStep
from ui.lock.present_step import PresentStep
from ui.lock.sheet_steps import CheckStep, SheetStep
from ui.lock.steps import Step, StepsDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.keys import NewKey


class RewritingDialog(StepsDialog):
    """Extends StepsDialog: in the last step the journal's file is written anew.

    choose: the step in which the new passphrase is chosen, None when there is to be none.
    """

    def __init__(
        self,
        title: str,
        steps: Sequence[Step],
        last: LastStep,
        choose: ChooseStep | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, [*steps, last], parent)
        self.last = last
        self._choose = choose

    @property
    def new(self) -> "NewKey | None":
        """The lock that was chosen."""
        return self._choose.new if self._choose else None


def to_lock(journal: "Journal", parent: QWidget) -> RewritingDialog:
    """Gives a plain journal a passphrase."""
    choose = ChooseStep(
        [
            parent.tr(
                "With a passphrase, nobody can read this journal or its backups without typing it, even on "
                "another computer. You type it each time you open the journal."
            )
        ]
    )
    sheet = SheetStep(choose.key, journal.path, journal.clock.today())
    last = LastStep(
        parent.tr("Locking the journal"), parent.tr("Your journal is being written anew, locked.")
    )
    steps = [choose, sheet, CheckStep(sheet, choose.key)]
    return RewritingDialog(parent.tr("Lock with a passphrase"), steps, last, choose, parent)


def to_change(journal: "Journal", parent: QWidget) -> RewritingDialog:
    """Gives a locked journal another passphrase."""
    present = PresentStep(journal, parent.tr("Change the passphrase"), [], parent.tr("Go on"))
    choose = ChooseStep(
        [
            parent.tr(
                "Backups made until now keep the old passphrase and the old code. Keep the old sheet for "
                "as long as you may want to go back to one of them."
            )
        ]
    )
    sheet = SheetStep(choose.key, journal.path, journal.clock.today(), optional=True)
    last = LastStep(
        parent.tr("Changing the passphrase"),
        parent.tr("Your journal is being written anew under the new passphrase."),
    )
    steps = [present, choose, sheet, CheckStep(sheet, choose.key)]
    return RewritingDialog(parent.tr("Change the passphrase"), steps, last, choose, parent)


def to_remove(journal: "Journal", parent: QWidget) -> RewritingDialog:
    """Makes a locked journal a plain one."""
    words = parent.tr(
        "Without a passphrase, anybody who has this file can read it. Backups made until now keep the "
        "passphrase: keep the sheet for as long as you may want to go back to one of them."
    )
    present = PresentStep(
        journal, parent.tr("Remove the passphrase"), [words], parent.tr("Remove the passphrase")
    )
    last = LastStep(
        parent.tr("Removing the passphrase"),
        parent.tr("Your journal is being written anew, without a passphrase."),
    )
    return RewritingDialog(parent.tr("Remove the passphrase"), [present], last, parent=parent)


def to_print_again(journal: "Journal", parent: QWidget) -> StepsDialog:
    """Shows the recovery sheet of a locked journal once more."""
    key = journal.store.key
    assert key is not None
    present = PresentStep(journal, parent.tr("The recovery sheet again"), [], parent.tr("Go on"))
    sheet = SheetStep(lambda: key, journal.path, journal.clock.today())
    sheet.go_on = ""
    return StepsDialog(parent.tr("Recovery sheet"), [present, sheet], parent)
