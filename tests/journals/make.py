"""One small journal of the present format, plain and locked, to be kept for ever.

Run once, before the release of each format; what it wrote for an older one is never made anew:
    PYTHONPATH=tests .venv/bin/python tests/journals/make.py
Beside them lies, as JSON, what is in them, their passphrase and their recovery code.
"""

import json
import sys
from datetime import date, time
from pathlib import Path

import damage
from sqlmodel import select

from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.models.nights import Awakening, Nap
from legjournal.models.preferences import PageMark
from legjournal.models.routine import (
    Area,
    EasierVersion,
    Exercise,
    ExerciseMark,
    Pause,
    Session,
    SkipReason,
)
from legjournal.storage import locking
from legjournal.storage.keys import new_key, recovery_code
from legjournal.storage.opening import FORMAT

HERE = Path(__file__).parent
PASSPHRASE = "naïve wŷdd, four words"
LAST = date(2026, 11, 22)


def main(folder: Path = HERE) -> None:
    """Write the three files; never over one that is there."""
    plain, locked = (folder / f"{FORMAT:04}-{kind}.legjournal" for kind in ("plain", "locked"))
    key = new_key(PASSPHRASE)
    with write_sample(plain, 5, last=LAST) as journal:
        _add_the_rest(journal)
    with locked.open("xb") as copy:
        copy.write(plain.read_bytes())
    locking.lock(locked, key)
    told = {
        "format": FORMAT,
        "passphrase": PASSPHRASE,
        "recovery_code": "-".join(recovery_code(key.key)),
        "entries": entries(plain, None),
    }
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / f"{FORMAT:04}.json").write_text(text + "\n", encoding="utf-8")


def entries(path: Path, key: bytes | None) -> dict[str, dict[str, object]]:
    """Every entry as it is stored, with its digest, by “table/id”."""
    return {f"{table}/{row_id}": row for (table, row_id), row in damage.entries_of(path, key).items()}


def _add_the_rest(journal: Journal) -> None:
    """What the sample leaves empty, and something that was changed and taken back."""
    journal.preferences.choose("theme", {"name": "night"})
    journal.drafts.keep("night/2026-11-22/wakings", "two or three?")
    journal.diary.record(LAST, note="½ ✓ ŵ “<b>” \\ \n\t🦵🏽", factors=["a", "b"], mood=0)
    with journal.store.change() as change:
        change.session.add(Nap(date=LAST, started=journal.clock.at(LAST, time(14)), minutes=20))
        noted = journal.clock.at(LAST, time(3, 10))
        since = journal.clock.at(LAST, time(2, 40))
        change.session.add(
            Awakening(
                date=LAST,
                noted_at=noted,
                awake_since=since,
                kind=Kind.URGE,
                side=Side.BOTH,
                score=7,
                had_to_walk_about=True,
            )
        )
        change.session.add(PageMark(page="iron", bookmarked=True, note="ask"))
        session = change.session.exec(select(Session)).first()
        assert session is not None
        change.session.add(EasierVersion(session_id=session.id, exercise="clamshell"))
        change.session.add(Pause(started=LAST, reason=SkipReason.AWAY, note="by the sea"))
        change.session.add(
            ExerciseMark(exercise="mine", hidden=True, area=Area.CORE, picture="R0lGODdh", note="red band")
        )
        change.session.add(Exercise(key="mine", name="My own", each_side=False, steps=["up", "down"]))
    journal.diary.record(LAST, mood=1)
    journal.diary.record(LAST, mood=2)
    journal.history.undo()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
