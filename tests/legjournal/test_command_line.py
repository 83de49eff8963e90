"""The command line, as somebody at a terminal has it: real processes, their words and their status."""

import json
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from faults.command import legjournal

from legjournal.journal import Journal
from legjournal.report.choices import Audience
from legjournal.storage import locking
from legjournal.storage.keys import NewKey, code_id, new_key, recovery_code

PASSPHRASE = 'Zoë\'s "four" words; do well'
ROOT = Path(__file__).parents[2]


def _run(
    *arguments: object, file_limit: int | None = None, home: Path | None = None, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    """`legjournal …`; `file_limit`: bytes a file may have, as on a disk that is nearly full.

    typed: what comes by standard input.
    """
    environment = {}
    if home is not None:
        environment = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
        }
    return legjournal(list(map(str, arguments)), environment, typed, file_limit)


def test_from_a_terminal(sample: Path) -> None:
    """`python -m legjournal` is there by itself: what the other tests have forked, a shell can start."""
    command = [sys.executable, "-m", "legjournal", "--journal", str(sample), "check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok\n", "")


def _refuses(done: subprocess.CompletedProcess[str], words: str) -> None:
    """Status 1, one plain sentence on standard error, nothing on standard output."""
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one sample journal of 45 days."""
    folder = tmp_path_factory.mktemp("line") / "made" / "on the way"
    done = _run("demo", "--days", 45, "--seed", 3, "-o", folder / "sample.legjournal")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


@pytest.fixture(scope="module")
def sample(folder: Path) -> Path:
    return folder / "sample.legjournal"


@pytest.fixture(scope="module")
def exported(sample: Path) -> Path:
    path = sample.with_name("export.json")
    done = _run("--journal", sample, "export", "--format", "json", "-o", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return path


def test_a_sample_is_sound(sample: Path) -> None:
    """`demo` writes a journal that `check` calls ok."""
    done = _run("check", "--journal", sample)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok\n", "")


def test_the_same_seed_is_the_same_sample(folder: Path, exported: Path) -> None:
    """Made again with the same days and seed, its export has the same bytes."""
    again = folder / "again.legjournal"
    assert _run("demo", "--days", "45", "--seed", "3", "-o", again).returncode == 0
    assert _run("export", "--journal", again, "-o", folder / "again.json").returncode == 0
    assert (folder / "again.json").read_bytes() == exported.read_bytes()


@pytest.mark.parametrize("reader", Audience)
def test_a_report_in_json_is_the_promised_form(sample: Path, tmp_path: Path, reader: Audience) -> None:
    """For each reader: the numbers, over the period asked for, and nothing on the terminal."""
    path = tmp_path / "report.json"
    last = date.today().isoformat()
    done = _run(
        "report",
        "--for",
        reader,
        "--from",
        "2020-01-01",
        "--to",
        last,
        "--format",
        "json",
        "-o",
        path,
        "--journal",
        sample,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    content = json.loads(path.read_text(encoding="utf-8"))
    assert (content["format"], content["version"], content["for"]) == ("legjournal-report", 1, reader)
    assert content["period"] == {"from": "2020-01-01", "to": last}
    assert 30 <= content["completeness"]["recorded"] <= 45


def test_a_report_for_a_spreadsheet_has_a_row_a_day(sample: Path, tmp_path: Path) -> None:
    """Of the days asked for, without any note: none was picked."""
    path = tmp_path / "days.csv"
    today = date.today()
    period = ("--from", (today - timedelta(days=9)).isoformat(), "--to", today.isoformat())
    done = _run("report", "--format", "csv", *period, "-o", path, "--journal", sample)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    heads, *days = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(days) == 10
    assert "Note" not in heads


def test_a_report_is_a_pdf(sample: Path, tmp_path: Path) -> None:
    """Without more words it is the whole journal for a GP, for the person's eyes only."""
    path = tmp_path / "report.pdf"
    done = _run("--journal", sample, "report", "-o", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_import_says_what_it_would_do_and_does_it(exported: Path, tmp_path: Path) -> None:
    """A dry run counts and writes nothing; the import brings the same number."""
    path = tmp_path / "mine.legjournal"
    Journal.create(path).close()
    before = path.read_bytes()
    number = sum(map(len, json.loads(exported.read_text(encoding="utf-8"))["tables"].values()))
    dry = _run("--journal", path, "import", exported, "--dry-run")
    assert (dry.returncode, dry.stdout, dry.stderr) == (0, f"{number} entries would be brought in.\n", "")
    assert path.read_bytes() == before
    done = _run("--journal", path, "import", exported)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{number} entries brought in.\n", "")


def test_what_is_made_is_for_the_person_alone(sample: Path, exported: Path) -> None:
    """Every folder made on the way is 0700 and every file 0600, whatever the terminal's mask."""
    for folder in (sample.parent, sample.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (sample, exported)} == {0o600}


def test_an_import_of_something_else_is_refused(sample: Path) -> None:
    """A journal's own file is not an export of it."""
    before = sample.read_bytes()
    _refuses(_run("--journal", sample, "import", sample), "is not an export")
    assert sample.read_bytes() == before


def test_a_backup_is_made_once_and_gone_back_to(sample: Path, tmp_path: Path) -> None:
    """`backup` prints where it lies or that nothing changed; `restore` says what it did and what it kept."""
    path, home = tmp_path / "mine.legjournal", tmp_path / "home"
    path.write_bytes(sample.read_bytes())
    made = _run("--journal", path, "backup", home=home)
    assert (made.returncode, made.stderr) == (0, "")
    backup = Path(made.stdout.strip())
    assert backup.parents[3] == home / "state"
    assert _run("--journal", path, "backup", home=home).stdout == f"Nothing has changed since {backup}\n"
    path.write_bytes(b"scribble")
    done = _run("--journal", path, "restore", backup, home=home)
    said, kept = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert said == f"{path} is again as it was in {backup}."
    assert Path(kept.removeprefix("What was there before is kept at ")).read_bytes() == b"scribble"
    assert _run("--journal", path, "check").stdout == "ok\n"


def test_a_backup_may_lie_anywhere_and_bring_back_a_lost_journal(sample: Path, tmp_path: Path) -> None:
    """`-o` names the folder; where no journal is, `restore` puts one."""
    path, home = tmp_path / "new" / "mine.legjournal", tmp_path / "home"
    made = _run("--journal", sample, "backup", "-o", tmp_path / "stick", home=home)
    backup = Path(made.stdout.strip())
    assert list((tmp_path / "stick").iterdir()) == [backup]
    done = _run("--journal", path, "restore", backup, home=home)
    assert done.stdout.endswith("There was no journal there before.\n")
    assert _run("--journal", path, "check").stdout == "ok\n"


def test_what_is_no_backup_is_refused(sample: Path, tmp_path: Path) -> None:
    """One sentence, and the journal keeps its bytes."""
    before = sample.read_bytes()
    text = tmp_path / "text"
    text.write_text("Dear diary")
    _refuses(_run("--journal", sample, "restore", text, home=tmp_path), "is not a journal")
    _refuses(_run("--journal", sample, "restore", tmp_path / "gone", home=tmp_path), "There is no journal at")
    _refuses(_run("--journal", sample, "backup", "-o", text, home=tmp_path), "could not be written")
    assert sample.read_bytes() == before


def test_what_comes_later_says_so(sample: Path) -> None:
    """A command of the contract that is not built yet is refused in one sentence."""
    done = _run("--journal", sample, "export", "--format", "csv", "-o", "x")
    _refuses(done, "is not in this version yet")


@pytest.fixture(scope="module")
def lock() -> NewKey:
    return new_key(PASSPHRASE)


@pytest.fixture
def locked(sample: Path, lock: NewKey, tmp_path: Path) -> Path:
    """The sample, locked with PASSPHRASE."""
    path = tmp_path / "locked.legjournal"
    path.write_bytes(sample.read_bytes())
    locking.lock(path, lock)
    return path


def test_a_locked_journal_names_the_option(locked: Path) -> None:
    """Without its passphrase: one sentence, and the file keeps its bytes."""
    before = locked.read_bytes()
    for command in (["check"], ["backup"], ["report", "-o", locked.with_name("report.pdf")]):
        _refuses(_run("--journal", locked, *command), "--passphrase-stdin")
    assert locked.read_bytes() == before
    assert list(locked.parent.glob("report*")) == []


@pytest.mark.parametrize("typed", ["wrong\n", "", PASSPHRASE.upper() + "\n", f"\n{PASSPHRASE}\n"])
def test_a_wrong_passphrase_is_one_sentence(locked: Path, typed: str) -> None:
    """Also nothing at all, and a passphrase on the second line."""
    before = locked.read_bytes()
    _refuses(_run("--journal", locked, "check", "--passphrase-stdin", typed=typed), "does not open")
    assert locked.read_bytes() == before


def test_a_slip_in_the_code_names_its_group(locked: Path, lock: NewKey) -> None:
    """Which is what somebody with a sheet of paper needs to know."""
    code = "-".join(recovery_code(lock.key))
    slip = code[:30] + ("X" if code[30] != "X" else "Y") + code[31:]
    _refuses(_run("--journal", locked, "--passphrase-stdin", "check", typed=slip), "group 7 of the recovery")


def test_every_command_takes_the_passphrase_or_the_code(
    locked: Path, lock: NewKey, exported: Path, tmp_path: Path
) -> None:
    """One line, with or without its end; what is written is what a plain journal would have given."""
    home, code = tmp_path / "home", "-".join(recovery_code(lock.key)).lower()

    def run(*arguments: object, typed: str) -> str:
        done = _run("--passphrase-stdin", "--journal", locked, *arguments, home=home, typed=typed)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert run("check", typed=PASSPHRASE + "\n") == "ok\n"
    assert run("check", typed=PASSPHRASE + "\r\n") == "ok\n"
    run("export", "-o", tmp_path / "again.json", typed=PASSPHRASE)
    assert (tmp_path / "again.json").read_bytes() == exported.read_bytes()
    assert run("import", exported, typed=code) == "0 entries brought in.\n"
    run("report", "-o", tmp_path / "report.pdf", typed=code)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    backup = Path(run("backup", typed=PASSPHRASE).strip())
    assert code_id(lock.key) in backup.name
    assert run("backup", "-o", tmp_path / "stick", typed=code).startswith(str(tmp_path / "stick"))
    for file in (locked, backup, *(tmp_path / "stick").iterdir()):
        assert not file.read_bytes().startswith(b"SQLite")
    locked.write_bytes(b"scribble")
    assert "is again as it was" in run("restore", backup, typed=code)
    assert locked.read_bytes() == backup.read_bytes()


def test_a_plain_backup_does_not_unlock_a_journal(sample: Path, locked: Path, tmp_path: Path) -> None:
    """Going back needs the passphrase, and the journal keeps it."""
    refused = _run("--journal", locked, "restore", sample, home=tmp_path)
    _refuses(refused, "--passphrase-stdin")
    restore = ["--journal", locked, "restore", sample, "--passphrase-stdin"]
    _refuses(_run(*restore, home=tmp_path, typed="wrong"), "does not open")
    assert _run(*restore, home=tmp_path, typed=PASSPHRASE).returncode == 0
    assert _run("--journal", locked, "check", "--passphrase-stdin", typed=PASSPHRASE).stdout == "ok\n"


def test_a_passphrase_that_is_not_needed_does_no_harm(sample: Path) -> None:
    """A plain journal opens with any."""
    done = _run("--journal", sample, "check", "--passphrase-stdin", typed="anything\n")
    assert (done.returncode, done.stdout) == (0, "ok\n")


def test_a_missing_journal_is_one_sentence_and_no_file(tmp_path: Path) -> None:
    """Nothing is created by looking for what is not there."""
    done = _run("--journal", tmp_path / "missing.legjournal", "report", "-o", tmp_path / "report.pdf")
    _refuses(done, "There is no journal at")
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_it_is_the_persons_own(tmp_path: Path) -> None:
    """The default journal lies in the person's own data folder, and is not created by a check."""
    done = _run("check", home=tmp_path)
    _refuses(done, "There is no journal at")
    assert str(tmp_path) in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_sample_never_writes_over_a_file(sample: Path) -> None:
    """A name that is taken is refused, and what is there stays."""
    before = sample.read_bytes()
    _refuses(_run("demo", "-o", sample), "There is already a file")
    assert sample.read_bytes() == before


def test_a_sample_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    """A full disk is one sentence, and no half of a journal stays behind."""
    for limit in (8192, 400_000):
        done = _run("demo", "--days", 120, "-o", tmp_path / "big.legjournal", file_limit=limit)
        _refuses(done, "disk")
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [("export",), ("report",), ("report", "--format", "json")], ids=["export", "report", "json"]
)
def test_nothing_is_written_over_a_journal(sample: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    """An export or a report that is given the journal's own name is refused: the journal stays as it was."""
    journal = Path(shutil.copy(sample, tmp_path / "journal.legjournal"))
    _refuses(_run("--journal", journal, *command, "-o", journal), "is a journal, so nothing else is written")
    assert journal.read_bytes() == sample.read_bytes()
    assert list(tmp_path.iterdir()) == [journal]


def test_a_report_that_does_not_fit_leaves_nothing(sample: Path, tmp_path: Path) -> None:
    """No half of a PDF is left."""
    done = _run("--journal", sample, "report", "-o", tmp_path / "report.pdf", file_limit=1000)
    _refuses(done, "could not be written")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_journal_is_named_by_check(sample: Path, tmp_path: Path) -> None:
    """A changed letter in a stored note is one line and status 1."""
    path = tmp_path / "damaged.legjournal"
    path.write_bytes(sample.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "UPDATE symptom SET score = 9 - score WHERE id = (SELECT id FROM symptom WHERE score < 4)"
        )
    _refuses(_run("--journal", path, "check"), "An entry in symptom is not what was written")


def test_a_journal_with_a_page_gone_is_one_sentence(sample: Path, tmp_path: Path) -> None:
    """Damage met in the middle of a report is told, without a traceback and without a file."""
    path, content = tmp_path / "damaged.legjournal", bytearray(sample.read_bytes())
    with closing(sqlite3.connect(sample)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'symptom'").fetchone()
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)
    refused = _run("--journal", path, "report", "-o", tmp_path / "report.pdf")
    _refuses(refused, "damaged")
    assert "If there is a backup, “restore FILE” goes back to it." in refused.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["damaged.legjournal"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["report"],
        ["report", "-o", "x", "--format", "docx"],
        ["report", "-o", "x", "--for", "dentist"],
        ["report", "-o", "x", "--from", "1 May"],
        ["demo", "-o", "x", "--days", "0"],
        ["demo", "-o", "x", "--days", "many"],
        ["export", "--format", "json"],
        ["import"],
        ["restore"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    """What the contract does not have is refused before anything is touched."""
    done = _run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert not (ROOT / "x").exists()


def test_a_period_that_runs_backwards_is_wrong_usage(sample: Path, tmp_path: Path) -> None:
    """From after to is status 2, one sentence and no report."""
    done = _run(
        "--journal", sample, "report", "--from", "2026-11-02", "--to", "2026-11-01", "-o", tmp_path / "r.pdf"
    )
    assert (done.returncode, done.stderr) == (2, "--from must not be after --to.\n")
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_command() -> None:
    """`--help` shows the whole contract."""
    done = _run("--help")
    assert done.returncode == 0
    for command in (
        "report",
        "export",
        "import",
        "backup",
        "restore",
        "check",
        "demo",
        "--timing",
        "--journal",
    ):
        assert command in done.stdout
