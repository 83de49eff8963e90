"""The computer's keyring, as a convenience: it may keep a journal's key, but never the only copy.

A keyring can be absent, locked, broken, or waiting for a question nobody sees. Whatever goes wrong, the
answer is “none”, and the passphrase is asked.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from legjournal.storage.opening import refuse_unless_journal

PATIENCE = 2000  # milliseconds
_SERVICE = "Leg Journal"
# Those that keep a secret where any program can read it, or nowhere.
_UNSAFE = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")


class Asking(QObject):
    """One question to the keyring, on a thread that is left behind if it takes too long.

    Signals: `answered(object)`, once: what the work returned; None if it failed or did not return.
    """

    answered = Signal(object)
    _returned = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_out_of_patience)
        self._returned.connect(self._on_returned)

    def start(self) -> None:
        """Ask."""
        self._patience.start()
        # Not the pool's: closing the window waits for that one.
        threading.Thread(target=self._ask, daemon=True).start()

    def _ask(self) -> None:
        try:
            answer = self._work()
        except Exception:  # noqa: BLE001 - a backend may raise anything, and whatever it is means no
            answer = None
        try:
            self._returned.emit(answer)
        except RuntimeError:
            return  # the window has gone meanwhile

    def _on_returned(self, answer: object) -> None:
        if self._patience.isActive():
            self._patience.stop()
            self._answer(answer)

    def _on_out_of_patience(self) -> None:
        self._answer(None)

    def _answer(self, answer: object) -> None:
        self.answered.emit(answer)
        self.deleteLater()


def is_there() -> bool:
    """Whether this computer has a keyring that keeps secrets."""
    return _backend() is not None


def recall(journal: Path) -> bytes | None:
    """The key of a journal, if the keyring has one and it opens the journal."""
    key = _kept(journal)
    if key is not None:
        refuse_unless_journal(journal, key)
    return key


def remember(journal: Path, key: bytes) -> bool:
    """Keep the key of a journal; whether that worked."""
    if (backend := _backend()) is None:
        return False
    backend.set_password(_SERVICE, _name(journal), key.hex())
    return _kept(journal) == key


def forget(journal: Path) -> None:
    """Keep the key no longer."""
    if (backend := _backend()) is not None and backend.get_password(_SERVICE, _name(journal)):
        backend.delete_password(_SERVICE, _name(journal))


def _kept(journal: Path) -> bytes | None:
    backend = _backend()
    kept = backend and backend.get_password(_SERVICE, _name(journal))
    return bytes.fromhex(kept) if kept else None


def _backend() -> Any:
    """The keyring library's choice of backend, if it is a real one."""
    try:
        import keyring
    except ImportError:
        return None
    backend = keyring.get_keyring()
    return backend if _is_real(backend) else None


def _is_real(backend: Any) -> bool:
    if any(_is_unsafe(part) for part in (backend, *getattr(backend, "backends", ()))):
        return False
    return bool(backend.priority >= 1)


def _is_unsafe(backend: Any) -> bool:
    kind = type(backend)
    return kind.__module__.startswith(_UNSAFE) or "plaintext" in kind.__name__.lower()


def _name(journal: Path) -> str:
    return str(journal.resolve())
