"""The computer's keyring is a convenience: without it, or with a broken one, the passphrase is asked."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import PASSPHRASE, Person
from PySide6.QtCore import Qt

from ui.lock.dialog import LockDialog
from ui.lock.keyring import Asking
from ui.settings import Settings

keyring = pytest.importorskip("keyring", reason="keyring is not installed; it is an option")
from keyring.backend import KeyringBackend  # noqa: E402 - only where there is one


class Kept(KeyringBackend):
    """A keyring that works."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class Raising(Kept):
    """One that is locked, or has fallen over."""

    def get_password(self, _service: str, _username: str) -> str | None:
        raise OSError("the collection is locked")


class Hanging(Kept):
    """One that waits for a question nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.told_to_go_on = threading.Event()

    def get_password(self, _service: str, _username: str) -> str | None:
        self.told_to_go_on.wait(30)
        return None


class PlaintextKeyring(Kept):
    """One that keeps secrets in a file anybody can read."""


@pytest.fixture
def used() -> Iterator[Callable[[KeyringBackend], None]]:
    """Has the program find a keyring of the test's own."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.fixture
def wanted(tmp_path: Path) -> None:
    """The person has once said that the keyring may be asked."""
    settings = Settings(tmp_path / "window.ini")
    settings.opens_by_itself = True
    settings.save()


def choices(person: Person) -> LockDialog:
    """The dialog with the box, once the keyring has answered or had the time to."""
    person.chooses_in_menu("Lock: change or remove…")
    return person.dialog(LockDialog)


def test_kept_and_used(inside: Person, used, open_window, locked_file: Path, clock, key: bytes) -> None:
    """Ticked, the next start opens by itself; locked on purpose it asks; unticked, the key is gone."""
    used(ring := Kept())
    dialog = choices(inside)
    inside.until(dialog.keyring.isVisible)
    dialog.keyring.click()
    inside.until(lambda: not inside.window.locker.arrangement.findChildren(Asking))
    assert list(ring.secrets.values()) == [key.hex()]
    dialog.reject()
    inside.closes()

    later = open_window(locked_file, clock=clock)
    later.until(lambda: later.window.sitting is not None)
    later.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    assert later.window.sitting is None
    later.unlocks(PASSPHRASE)
    dialog = choices(later)
    later.until(dialog.keyring.isVisible)
    assert dialog.keyring.isChecked()
    dialog.keyring.click()
    later.until(lambda: not ring.secrets)


@pytest.mark.parametrize("ring", [Raising, Hanging, Kept], ids=["raising", "hanging", "empty"])
def test_no_key_from_it(wanted, used, open_window, locked_file: Path, clock: HandClock, ring) -> None:
    """A keyring that fails, does not answer or has nothing leaves the page as it is, ready to be typed in."""
    used(backend := ring())
    person = open_window(locked_file, clock=clock)
    person.unlocks(PASSPHRASE)

    assert person.window.sitting is not None
    if isinstance(backend, Hanging):
        backend.told_to_go_on.set()


def test_wrong_key_from_it(wanted, used, open_window, locked_file: Path, clock: HandClock) -> None:
    """A key that does not open the journal is tried once; the passphrase is asked as if there were none."""
    used(ring := Kept())
    ring.set_password("Leg Journal", str(locked_file.resolve()), bytes(32).hex())
    person = open_window(locked_file, clock=clock)
    person.unlocks(PASSPHRASE)

    assert person.window.sitting is not None


@pytest.mark.parametrize("ring", [keyring.backends.fail.Keyring, PlaintextKeyring], ids=["none", "in clear"])
def test_not_offered(inside: Person, used, ring) -> None:
    """Without a keyring that keeps secrets the box is not there."""
    used(ring())
    dialog = choices(inside)
    inside.until(lambda: not inside.window.locker.arrangement.findChildren(Asking))

    assert not dialog.keyring.isVisible()


def test_not_offered_without_the_package(inside: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where the package is not installed."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    dialog = choices(inside)
    inside.until(lambda: not inside.window.locker.arrangement.findChildren(Asking))

    assert not dialog.keyring.isVisible()


def test_refusing_the_key(inside: Person, used) -> None:
    """A keyring that does not take the key is told of, and the box is empty again."""
    used(Raising())
    dialog = choices(inside)
    inside.until(dialog.keyring.isVisible)
    dialog.keyring.click()
    inside.until(lambda: "did not take the key" in dialog.note.text())

    assert not dialog.keyring.isChecked()
