"""What a person has the journal do, each as an operation that a fault may strike, and what may come of it."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from faults import keyed
from faults.syscalls import Operation, Outcome
from hand_clock import EVENING, HandClock

from legjournal import errors
from legjournal.exchange import whole
from legjournal.report import content, document
from legjournal.report.choices import Audience, preset
from legjournal.storage import locking
from legjournal.storage.backups import Backups
from legjournal.storage.keys import NewKey
from legjournal.storage.thinning import Reason

TODAY = EVENING.date()
JOURNAL = "j.legjournal"
Key = bytes | None
OTHER_LOCK = NewKey(bytes(range(100, 132)), bytes(range(16)))
State = dict[str, str]  # each file that counts, by its name, with a digest of what is in it


def save(folder: Path, key: Key) -> Iterator[None]:
    """Write on the page of today."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        yield
        journal.diary.record(TODAY, effect=7, note="Typed just now. " * 400)
        yield


def add(folder: Path, key: Key) -> Iterator[None]:
    """Add a symptom to today."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        yield
        journal.symptoms.add(TODAY, kind="urge to move", score=9)
        yield


def delete(folder: Path, key: Key) -> Iterator[None]:
    """Take the symptom of today off its page."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        symptoms = journal.symptoms.on(TODAY)
        yield
        for symptom in symptoms:
            journal.symptoms.remove(symptom.id)
        yield


def undo(folder: Path, key: Key) -> Iterator[None]:
    """Take back the last thing done."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        yield
        journal.history.undo()
        yield


def bring_in(folder: Path, key: Key) -> Iterator[None]:
    """Bring an export in."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        rows = whole.read_export(journal, folder / "export.json")
        yield
        whole.bring_in(journal, rows)
        yield


def create(folder: Path, key: Key) -> Iterator[None]:
    """Begin a new journal."""
    yield
    keyed.create(folder / "new.legjournal", key).close()


def back_up(folder: Path, key: Key) -> Iterator[None]:
    """Make a backup."""
    backups = _backups(folder, key)
    yield
    backups.make(Reason.ASKED)


def restore(folder: Path, key: Key) -> Iterator[None]:
    """Go back to the oldest backup."""
    backups = _backups(folder, key)
    oldest = backups.list()[-1]
    yield
    backups.restore(oldest.path)


def export(folder: Path, key: Key) -> Iterator[None]:
    """Write the whole journal over an older export."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        yield
        whole.export(journal, folder / "export.json")
        yield


def report(folder: Path, key: Key) -> Iterator[None]:
    """Write a report over an older one."""
    with keyed.reopen(folder / JOURNAL, key) as journal:
        report = content.build(journal, content.whole_period(journal), preset(Audience.GP))
    yield
    document.save(report, folder / "report.pdf")


def lock(folder: Path, key: Key) -> Iterator[None]:
    """Lock a plain journal, or give a locked one another passphrase."""
    yield
    if key is None:
        locking.lock(folder / JOURNAL, OTHER_LOCK)
    else:
        locking.change_passphrase(folder / JOURNAL, key, OTHER_LOCK)


def unlock(folder: Path, key: Key) -> Iterator[None]:
    """Make a locked journal a plain one."""
    assert key is not None
    yield
    locking.remove_passphrase(folder / JOURNAL, key)


OPERATIONS: tuple[Operation, ...] = (
    save,
    add,
    delete,
    undo,
    bring_in,
    create,
    back_up,
    restore,
    export,
    report,
    lock,
    unlock,
)


class Place:
    """Copies of one furnished folder, one for each try, all at the same path `here`."""

    def __init__(self, folder: Path, key: Key = None) -> None:
        self.key = key
        self.here = folder / "here"
        self._known: dict[bytes, str] = {}
        self._template = folder / "template"
        self.here.mkdir(parents=True)
        _furnish(self.here, key)
        self.here.rename(self._template)

    def fresh(self) -> None:
        """Begin again with what was furnished."""
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self._template, self.here)

    def state(self) -> State:
        """What lies here, as the next start finds it. Raises AssertionError or JournalError for damage."""
        files = [path for path in self.here.rglob("*") if path.is_file() and not path.name.startswith(".")]
        found = {path.name: self._contents(path) for path in files if path.suffix == ".legjournal"}
        written = [path for path in files if path.suffix in (".json", ".pdf")]
        return found | {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}

    def strays(self) -> list[str]:
        """The files here that count for nothing: half of something that was given up."""
        return [path.name for path in self.here.rglob(".*")]

    def outcomes(self, operation: Operation) -> tuple[State, State]:
        """What lies here before and after the operation when nothing goes wrong."""
        self.fresh()
        old = self.state()
        assert attempt(operation, self).acked
        return old, self.state()

    def _contents(self, path: Path) -> str:
        """What is in a journal at rest, as far as it is not known from the try before."""
        beside = path.with_name(path.name + "-journal")
        if beside.exists():
            return self._look_into(path)
        content = path.read_bytes()
        if content not in self._known:
            self._known[content] = self._look_into(path)
        return self._known[content]

    def _look_into(self, path: Path) -> str:
        """What is in a journal, and which of the keys it may have by now opens it."""
        keys = {"plain": None, "its key": self.key, "another key": OTHER_LOCK.key}
        lock = next((name for name, key in keys.items() if _opens(path, key)), "plain")
        with keyed.sound(path, keys[lock]) as journal:
            return lock + hashlib.sha256(keyed.contents(journal).encode()).hexdigest()


def _opens(path: Path, key: Key) -> bool:
    try:
        keyed.reopen(path, key).close()
    except errors.JournalError:
        return False
    return True


def attempt(operation: Operation, place: Place) -> Outcome:
    """Do it here and now."""
    steps = operation(place.here, place.key)
    next(steps)
    try:
        next(steps, None)
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller judges it
        return Outcome(ended=True, acked=False, refusal=(type(error).__name__, str(error)))
    finally:
        steps.close()  # type: ignore[attr-defined]  # a generator
    return Outcome(ended=True, acked=True)


def _furnish(folder: Path, key: Key) -> None:
    """A journal of a few days, a backup of it, an export of another one, and a report."""
    with keyed.create(folder / "other.legjournal", key) as other:
        for number in range(3):
            other.symptoms.add(TODAY, kind="cramp", score=number, note="Brought in.")
        whole.export(other, folder / "export.json")
    (folder / "other.legjournal").unlink()
    with keyed.create(folder / JOURNAL, key) as journal:
        for number in range(5):
            journal.diary.record(TODAY - timedelta(days=number), mood=number, note="A page. " * 40)
            journal.symptoms.add(TODAY - timedelta(days=number), kind="pain", score=number)
        _backups(folder, key).make(Reason.AUTO)
        journal.diary.record(TODAY, note="Since the backup.")
    (folder / "report.pdf").write_bytes(b"%PDF of last month")


def _backups(folder: Path, key: Key) -> Backups:
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    return Backups(folder / JOURNAL, HandClock(), key=key)
