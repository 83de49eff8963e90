"""How fast the journal is, in ratios to the bare thing measured in the same run (`make bench`).

Each figure stands for a new journal of a year and for one of fifty years. Nothing here passes or fails: a
ratio that has grown is for a person to look at. Medians of several runs; a busy machine shows in the spread.
"""

import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from legjournal.clock import Clock
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.storage.backups import Backups
from legjournal.storage.check import flaw_of, glance
from legjournal.storage.engine import PRAGMAS, connect
from legjournal.storage.keys import NewKey, new_key
from legjournal.storage.locking import lock
from legjournal.storage.opening import FORMAT
from legjournal.storage.thinning import Reason
from legjournal.storage.unlocking import key_for

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
CACHE = ROOT / "build" / "bench"
YEAR, TEN_YEARS, FIFTY_YEARS = 365, 3_652, 18_262  # days
PASSPHRASE = "a passphrase for the bench"
RUNS = 7
SAVES = 300
LAST = date(2026, 11, 22)
WITH_WORDS = ("diary_day", "symptom", "night", "session", "day_off", "dose", "appointment")
ASKED = ("p", "pain", "left calf", "walked to the sh", '"warm bath" bed', "ferritin", "xyzzy")


def main() -> None:
    """Print every figure."""
    print(f"{'':44}{'ours':>12}{'bare':>12}{'ratio':>8}   bound")
    journals = {"1 year": sample(YEAR), "50 years": sample(FIFTY_YEARS)}
    measure_start(journals)
    measure_autosave(journals)
    measure_safety()
    measure_slow_disk()
    measure_turning(journals)
    measure_routine(journals)
    measure_trends_tab(journals)
    measure_trends(journals)
    measure_effort()
    measure_search(journals)
    measure_report(journals)


def sample(days: int) -> Path:
    """A sample journal of that many days; made once, it takes half a minute for fifty years."""
    path = CACHE / f"sample-{FORMAT}-{days}.legjournal"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        write_sample(path, days=days, seed=1, last=LAST).close()
    return path


def measure_start(journals: dict[str, Path]) -> None:
    """From the start of the process to the first paint, and until last night can be typed."""
    bare = [timing(str(HERE / "bare_window.py")) for _ in range(RUNS)]
    with_sqlmodel = [timing(str(HERE / "bare_window.py"), "--sqlmodel") for _ in range(RUNS)]
    for name, path in journals.items():
        ours = [timing("-m", "ui", "--timing", "--journal", str(path)) for _ in range(RUNS)]
        row(
            f"start to first paint, {name}", pick(ours, "first_paint_ms"), pick(bare, "first_paint_ms"), "1.5"
        )
        row(
            f"start to ready for typing, {name}",
            pick(ours, "ready_ms"),
            pick(with_sqlmodel, "ready_ms"),
            "1.3",
        )


def measure_autosave(journals: dict[str, Path]) -> None:
    """One answer stored, with its revision, against the same two rows through sqlite3 and nothing else."""
    for name, path in journals.items():
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            copy = Path(folder) / "copy.legjournal"
            copy.write_bytes(path.read_bytes())
            ours, bare = autosaves(copy), bare_saves(copy)
        row(f"autosave, {name}, median", statistics.median(ours), statistics.median(bare), "")
        row(f"autosave, {name}, 99 in 100", hundredth(ours), hundredth(bare), "50 ms")


def measure_safety() -> None:
    """What keeping entries safe costs, plain and locked, against the least that could be done instead."""
    for years, days in (("10 years", TEN_YEARS), ("50 years", FIFTY_YEARS)):
        plain = sample(days)
        bare = median(partial(quick_check, plain))
        bound = "50 ms" if days == TEN_YEARS else ""
        row(f"structure and digests, {years}", median(partial(glance, plain)), bare, bound)
        row(f"with indexes, as at each opening, {years}", median(partial(flaw_of, plain)), bare, "")
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        locked = Path(folder) / "locked.legjournal"
        shutil.copyfile(plain, locked)
        new = new_key(PASSPHRASE)
        lock(locked, new)
        row(
            "open, 50 years, locked",
            median(partial(unlock, locked)),
            median(partial(opened, plain)),
            "+300 ms",
        )
        for name, path, key in (("", plain, None), (", locked", locked, new)):
            ours, bare = median(partial(back_up, path, key), 5), median(partial(copy, path), 5)
            row(f"backup, 50 years{name}", ours, bare, "500 ms")
        ours = hundredth(autosaves(locked, new.key))
        shutil.copyfile(plain, locked)
        autosaves(locked)  # the bare save copies the last of these
        row("autosave, 50 years, locked, 99 in 100", ours, hundredth(bare_saves(locked)), "50 ms")


def measure_slow_disk() -> None:
    """The longest time in which the window answers nothing while each flush to the disk takes a second."""
    if shutil.which("strace") is None:
        print("a slow disk: strace is not here")
        return
    slow = ("-qq", "-o", os.devnull, "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=1000000")
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        path = Path(folder) / "journal.legjournal"
        Journal.create(path).close()
        child = str(ROOT / "tests" / "ui" / "slow_disk_child.py")
        command = [
            "strace",
            "-f",
            "--seccomp-bpf",
            *slow,
            sys.executable,
            child,
            str(path),
            f"{folder}/w.ini",
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    longest = json.loads(done.stdout.splitlines()[-1])["longest_ms"]
    alone("longest silence of the window, slow disk", longest, "100 ms")


def measure_turning(journals: dict[str, Path]) -> None:
    """From the key to another day on the screen, and the calendar painted."""
    for name, path in journals.items():
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            copy = Path(shutil.copy(path, folder))
            found = json.loads(python(str(HERE / "turning.py"), str(copy), folder).splitlines()[-1])
        for what, values, bound in (
            (f"turning the page, {name}", found["turn_ms"], "50 ms"),
            (f"the month painted, {name}", found["month_ms"], "16 ms"),
        ):
            alone(f"{what}, median", statistics.median(values), bound)
            alone(f"{what}, 99 in 100", hundredth(values), bound)


def measure_routine(journals: dict[str, Path]) -> None:
    """The Routine tab with another day, every card of it, and what of that is reading."""
    for name, path in journals.items():
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            copy = Path(shutil.copy(path, folder))
            found = json.loads(python(str(HERE / "routine.py"), str(copy), folder).splitlines()[-1])
        alone(f"the Routine tab made, {name}", found["first_ms"], "")
        alone(f"the Routine tab drawn, {name}, median", statistics.median(found["turn_ms"]), "50 ms")
        alone(f"the Routine tab drawn, {name}, 99 in 100", hundredth(found["turn_ms"]), "50 ms")
        for what, took in found["parts_ms"].items():
            alone(f"of it reading {what}, {name}", took, "")


def measure_trends_tab(journals: dict[str, Path]) -> None:
    """The Trends tab from the key to its first picture and to all of it, and a frame of its chart."""
    for name, path in journals.items():
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            copy = Path(shutil.copy(path, folder))
            found = json.loads(python(str(HERE / "trends.py"), str(copy), folder).splitlines()[-1])
        alone(f"the Trends tab drawn, {name}", found["first_ms"], "300 ms")
        alone(f"all of it drawn, {name}", found["whole_ms"], "")
        for what, values in (("moved", found["move_ms"]), ("drawn closer", found["zoom_ms"])):
            alone(f"over time {what}, {name}, median", statistics.median(values), "16 ms")
            alone(f"over time {what}, {name}, most", max(values), "")


def measure_search(journals: dict[str, Path]) -> None:
    """All words gathered, and a question asked of them, against every row that may have words being read."""
    for name, path in journals.items():
        with Journal.open(path, read_only=True) as journal, closing(connect(path, read_only=True)) as bare:
            row(
                f"gathering the words, {name}",
                median(partial(gather, journal), 5),
                median(partial(read_all, bare), 5),
                "",
            )
            with closing(journal.search.index()) as index:
                ours = {typed: median(partial(index.find, typed)) for typed in ASKED}
            slowest = max(ours, key=lambda typed: ours[typed])
            row(
                f"words found, {name}, slowest of {len(ASKED)}",
                ours[slowest],
                median(partial(scan, bare, slowest)),
                "20 ms",
            )


def measure_trends(journals: dict[str, Path]) -> None:
    """The figures of the Trends tab: read, brought up to date, every comparison, and how sure one is."""
    bounds = {"with and without, everything": "200 ms", "how sure is this?": "1 s"}
    for name, path in journals.items():
        found = json.loads(python(str(HERE / "with_and_without.py"), str(path)).splitlines()[-1])
        for what, took in found.items():
            alone(f"{what}, {name}", took, bounds.get(what, ""))


def measure_effort() -> None:
    """Presses for an entry, and the seconds they take by the keystroke-level model."""
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        found = json.loads(python(str(HERE / "effort.py"), folder).splitlines()[-1])
    for name, most in (("morning", 30), ("evening", 15), ("bad day", 1), ("night", 5)):
        pressed, took = found[name]["presses"], found[name]["seconds"]
        print(f"{f'entry: {name}':44}{pressed:9} presses, {took} s by the model{'':3}{most} presses")
    day = found["morning"]["seconds"] + found["evening"]["seconds"]
    print(f"{'entry: the whole day':44}{day:9.1f} s by the model{'':16}60 s", flush=True)


def measure_report(journals: dict[str, Path]) -> None:
    """The report as a process of its own, against ReportLab filling as many pages with plain text."""
    periods = {"90 days": (YEAR, 90), "50 years": (FIFTY_YEARS, FIFTY_YEARS)}
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, days) in periods.items():
            pdf = str(Path(folder) / "report.pdf")
            first = (LAST - timedelta(days=days - 1)).isoformat()
            journal = str(sample(size))
            command = ("-m", "legjournal", "--journal", journal, "report", "--from", first)
            ours = [seconds(*command, "--to", LAST.isoformat(), "-o", pdf) for _ in range(3)]
            pages = str(len(PdfReader(pdf).pages))
            bare = [seconds(str(HERE / "plain_pages.py"), pages, pdf) for _ in range(3)]
            bound = "1 s" if days == 90 else "20 s"
            row(f"report, {name}", 1000 * statistics.median(ours), 1000 * statistics.median(bare), bound)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'largest process of all the above':44}{peak:9.0f} MB{'':23}300 MB")


def timing(*arguments: str) -> dict[str, float]:
    """The JSON line of a window that opens and closes."""
    found: dict[str, float] = json.loads(python(*arguments).splitlines()[-1])
    return found


def seconds(*arguments: str) -> float:
    """How long a process takes."""
    began = time.perf_counter()
    python(*arguments)
    return time.perf_counter() - began


def python(*arguments: str) -> str:
    """Run Python on the project and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def median(action: Callable[[], object], runs: int = RUNS) -> float:
    """The median of several calls, milliseconds."""
    return statistics.median(timed(runs, lambda _: action()))


def quick_check(path: Path) -> None:
    """What SQLite offers for it: it does not look into the rows."""
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)


def opened(path: Path) -> None:
    """Open and close a plain journal."""
    Journal.open(path).close()


def unlock(path: Path) -> None:
    """Open and close a locked one, from its passphrase."""
    Journal.open(path, key=key_for(path, PASSPHRASE)).close()


def back_up(path: Path, new: NewKey | None) -> None:
    """One backup, checked and compared."""
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        Backups(path, Clock(), Path(folder), key=new.key if new else None).make(Reason.ASKED, forced=True)


def gather(journal: Journal) -> None:
    """The index that is made each time something is looked for."""
    journal.search.index().close()


def read_all(connection: sqlite3.Connection) -> None:
    """The rows it is made of, and nothing done with them."""
    for table in WITH_WORDS:
        connection.execute(f"SELECT * FROM {table}").fetchall()


def scan(connection: sqlite3.Connection, typed: str) -> None:
    """The notes that have the very letters in them, without an index."""
    seen = "SELECT date FROM diary_day WHERE instr(managed, ?) OR instr(note, ?) ORDER BY date DESC"
    connection.execute(seen, (typed, typed)).fetchall()


def copy(path: Path) -> None:
    """One copy, flushed and not looked at."""
    with tempfile.TemporaryFile(dir=CACHE) as file:
        file.write(path.read_bytes())
        os.fsync(file.fileno())


def autosaves(path: Path, key: bytes | None = None) -> list[float]:
    """Milliseconds of each of many saves through the journal."""
    with Journal.open(path, key=key) as journal:
        return timed(
            SAVES, lambda number: journal.diary.record(LAST, mood=number % 11, note=f"note {number}")
        )


def bare_saves(path: Path) -> list[float]:
    """Milliseconds of each of the same saves through the standard library's sqlite3, with our PRAGMAs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        [seq] = connection.execute("SELECT max(seq) FROM revision").fetchone()
        values = connection.execute("SELECT * FROM revision WHERE seq = ?", [seq]).fetchone()[1:]
        insert = f"INSERT INTO revision VALUES (NULL, {', '.join('?' * len(values))})"

        def save(number: int) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("SELECT * FROM diary_day WHERE date = ?", [LAST.isoformat()]).fetchone()
            update = "UPDATE diary_day SET mood = ?, note = ?, rev = rev + 1 WHERE date = ?"
            connection.execute(update, [number % 11, f"note {number}", LAST.isoformat()])
            connection.execute(insert, values)
            connection.execute("COMMIT")

        return timed(SAVES, save)


def timed(times: int, action: Callable[[int], object]) -> list[float]:
    """Milliseconds of each call."""
    taken = []
    for number in range(times):
        began = time.perf_counter()
        action(number)
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def hundredth(values: Sequence[float]) -> float:
    """The value that 99 in 100 stay under."""
    return statistics.quantiles(values, n=100)[98]


def pick(found: Sequence[dict[str, float]], name: str) -> float:
    """The median of one figure."""
    return statistics.median(line[name] for line in found)


def row(name: str, ours: float, bare: float, bound: str) -> None:
    """One line of the table, in milliseconds."""
    print(f"{name:44}{ours:9.1f} ms{bare:9.1f} ms{ours / bare:8.2f}   {bound}", flush=True)


def alone(name: str, ours: float, bound: str) -> None:
    """One line of the table with nothing to compare it to, in milliseconds."""
    print(f"{name:44}{ours:9.1f} ms{'':23}{bound}", flush=True)


if __name__ == "__main__":
    main()
