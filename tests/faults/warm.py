"""Imported by the server that forks the children: it has done everything once, so they need not."""

import tempfile
from pathlib import Path

from faults import keyed, syscalls  # noqa: F401
from hand_clock import EVENING, HandClock

from legjournal.report import document  # noqa: F401
from legjournal.storage.backups import Backups
from legjournal.storage.thinning import Reason

with tempfile.TemporaryDirectory() as _folder, keyed.create(Path(_folder) / "j.legjournal") as _journal:
    _journal.diary.record(EVENING.date(), note="x")
    _journal.symptoms.add(EVENING.date(), kind="pain", score=3)
    _journal.history.undo()
    keyed.contents(_journal)
    Backups(_journal.path, HandClock(), Path(_folder) / "backups").make(Reason.ASKED)
