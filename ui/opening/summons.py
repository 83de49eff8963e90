"""A second start on a journal that is open already: the first window is asked to come forward.

By a small file in the person's own folder, which the first window watches for and removes as its answer:
nothing of a network is needed for it.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from legjournal.errors import CannotWrite
from legjournal.storage.files import write_text
from ui.opening.claim import desk, own_lock, patient_lock

PATIENCE = 3.0  # seconds the first window is given to answer
STEP = 0.02
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - with it the desktop lets a window come forward


def bring_forward(journal: Path, patience: float = PATIENCE) -> bool:
    """Have the window that has the journal open come forward; False where there is none, or it is silent.

    patience: seconds it is given.
    """
    if not own_lock(journal).exists() or not _is_held(own_lock(journal)):
        return False
    request = _request(journal)
    try:
        write_text(request, os.environ.get(TOKEN, ""))  # whole at once: it is read as soon as it is there
        return _is_answered(request, patience)
    except CannotWrite:
        return False
    finally:
        with suppress(OSError):
            request.unlink(missing_ok=True)


class Summons(QObject):
    """Listens for other starts on the journal that is open.

    open_journal: its path, None while none is open. Signals: `came()`, the window is asked for.
    """

    came = Signal()

    def __init__(self, open_journal: Callable[[], Path | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_journal = open_journal
        desk().mkdir(parents=True, exist_ok=True, mode=0o700)
        self._watcher = QFileSystemWatcher([str(desk())], self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._on_changed()  # it may have been asked while it started

    def _on_changed(self) -> None:
        journal = self._open_journal()
        if journal is None:
            return
        request = _request(journal)
        try:
            token = request.read_text(encoding="utf-8")
            request.unlink()
        except OSError:
            return
        if token:
            os.environ[TOKEN] = token  # Qt reads it from there when a window is activated
        self.came.emit()


def _request(journal: Path) -> Path:
    return own_lock(journal).with_suffix(".ask")


def _is_held(path: Path) -> bool:
    lock = patient_lock(path)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return lock.error() == QLockFile.LockError.LockFailedError


def _is_answered(request: Path, patience: float) -> bool:
    end = time.monotonic() + patience
    while request.exists() and time.monotonic() < end:
        time.sleep(STEP)
    return not request.exists()
