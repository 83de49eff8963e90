"""Going through the dialogs of the lock, as a person does."""

from person import PASSPHRASE, Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from ui.lock.dialogs import RewritingDialog


def is_locked(person: Person) -> bool:
    """Whether the page that asks for the passphrase is in sight, and no journal is open."""
    return person.window.sitting is None and person.window.opener.unlock_page.isVisible()


def types_passphrase(dialog: QDialog, person: Person, typed: str) -> None:
    """Fill both fields in which a new one is chosen."""
    for field in (dialog.step.first, dialog.step.again):
        field.entry.setFocus()
        person.types(typed)


def types_groups_back(dialog: QDialog, person: Person, code: tuple[str, ...]) -> None:
    """Type the groups that are asked for, in small letters."""
    for field in dialog.step.fields:
        number = int(field.label.text().removeprefix("Group "))
        field.entry.setFocus()
        person.types(code[number - 1].lower())


def groups_shown(dialog: QDialog) -> tuple[str, ...]:
    """The recovery code as it stands on the screen."""
    return tuple(label.text().partition(": ")[2] for label in dialog.step.groups)


def goes_on(dialog: QDialog, person: Person) -> None:
    """Press the button that leads on, and wait for the next step."""
    before = dialog.step
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    person.until(lambda: dialog.step is not before and dialog.leave.isEnabled())


def set_up(person: Person, passphrase: str = PASSPHRASE) -> None:
    """Go through all the steps, up to the last."""
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    types_passphrase(dialog, person, passphrase)
    goes_on(dialog, person)
    code = groups_shown(dialog)
    goes_on(dialog, person)
    types_groups_back(dialog, person, code)
    goes_on(dialog, person)
    person.until(lambda: "Done." in dialog.step.words.text())
