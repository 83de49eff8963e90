"""Somebody still reads while somebody saves."""

import threading
from contextlib import closing
from pathlib import Path
from random import Random

from faults import keyed
from torture.operations import TODAY
from torture.tally import Tally

from legjournal.errors import SaveBusy
from legjournal.journal import Journal
from legjournal.storage.check import flaw_of
from legjournal.storage.engine import connect
from legjournal.storage.thinning import Reason

PATIENCE = 100  # milliseconds a save waits here; the person's has two seconds


def hold_a_cursor(times: int, path: Path, seed: int = 1) -> Tally:
    """A reader stays inside an unfinished answer, now and then for longer than a save waits."""
    random, tally = Random(seed), Tally()
    with keyed.create(path) as journal:
        journal.diary.record(TODAY, note="Something to read. " * 2000)
        with journal.store.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE}")
        stored = 0
        for number in range(times):
            refused = _save_beside_a_reader(journal, number, random.uniform(0, 2 * PATIENCE))
            stored += not refused
            notes = [symptom.note for symptom in journal.symptoms.on(TODAY)]
            ghost = len(notes) > stored or (refused and str(number) in notes)
            tally.seen["refused" if refused else "saved"] += 1
            tally.add(lost=len(notes) < stored, damaged=ghost, remark=f"save {number}: {notes}")
        flaw = flaw_of(path)
        tally.add(damaged=flaw, remark=flaw)
    return tally


def back_up_while_saving(times: int, path: Path) -> Tally:
    """One thread saves and reads without a pause while another makes backup after backup."""
    enough, saved, tally = threading.Event(), [0], Tally()
    with keyed.create(path) as journal:
        saver = threading.Thread(target=_save_until, args=(enough, journal, saved))
        saver.start()
        try:
            for _ in range(times):
                try:
                    made = journal.backups.make(Reason.ASKED, forced=True)
                except SaveBusy:  # never a gap to come between: the next time, then
                    tally.seen["refused"] += 1
                    continue
                flaw = flaw_of(made.path)
                tally.add(damaged=flaw, remark=flaw)
        finally:
            enough.set()
            saver.join()
        kept = len(journal.symptoms.on(TODAY))
        tally.seen["saves acknowledged"] = saved[0]
        tally.add(lost=kept != saved[0], remark=f"{kept} of {saved[0]} saves")
    return tally


def _save_beside_a_reader(journal: Journal, number: int, held: float) -> bool:
    """Whether the save was refused. held: milliseconds the reader stays."""
    with closing(connect(journal.path)) as reader:
        cursor = reader.execute("SELECT a.seq FROM revision a, revision b, revision c, revision d")
        cursor.fetchone()
        leaving = threading.Timer(held / 1000, cursor.close)
        leaving.start()
        try:
            journal.symptoms.add(TODAY, kind="pain", score=1, note=str(number))
        except SaveBusy:
            return True
        finally:
            leaving.join()
    return False


def _save_until(enough: threading.Event, journal: Journal, saved: list[int]) -> None:
    while not enough.is_set():
        journal.symptoms.add(TODAY, kind="pain", score=saved[0] % 11)
        saved[0] += 1
        journal.diary.marks(TODAY, TODAY)  # as the window looks again after each save
        journal.nights.ending_on(TODAY)
