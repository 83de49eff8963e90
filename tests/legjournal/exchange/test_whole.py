"""The whole journal out and in: nothing lost, nothing doubled, nothing hostile let in."""

import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hand_clock import EVENING, HandClock
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal.demo import write_sample
from legjournal.errors import ImportRefused, JournalError, NoExport, NotAFile
from legjournal.exchange import whole
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.models.medicines import Medicine
from legjournal.models.preferences import PageMark
from legjournal.models.routine import Area, Exercise, ExerciseMark
from legjournal.models.row import new_id

TODAY = EVENING.date()
TRAINED = date(2026, 11, 21)  # a day of the sample with a session


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with something in every table, some of it changed after it was typed."""
    path = tmp_path_factory.mktemp("whole") / "sample.legjournal"
    with write_sample(path, 60, last=TODAY) as journal:
        journal.preferences.choose("theme", {"name": "night", "dim": True})
        journal.drafts.keep("night/2026-11-22/wakings", "two or three?")
        journal.diary.record(TODAY, note="½ ✓ ŵ “<b>” \\ \n\t\x00 \u202e", factors=["a", "b"], mood=0)
        journal.diary.record(TODAY, mood=1)
        with journal.store.change() as change:
            change.session.add(PageMark(page="iron", bookmarked=True, note="ask"))
            change.session.add(Exercise(key="mine", name="My own", each_side=False, steps=["up", "down"]))
            change.session.add(ExerciseMark(exercise="mine", area=Area.CORE, picture="R0lGODdh"))
        [session] = journal.sessions.on(TRAINED)
        journal.sessions.choose_version(TRAINED, session.id, "clamshell", easier=True)
        journal.days_off.record_pause(new_id(), started=TODAY, reason="away")
        yield journal


@pytest.fixture
def empty(tmp_path: Path, clock: HandClock) -> Iterator[Journal]:
    """Another person's new journal."""
    with Journal.create(tmp_path / "empty.legjournal", clock) as journal:
        yield journal


def _write(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "in.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return path


def _import(journal: Journal, path: Path) -> int:
    rows = whole.read_export(journal, path)
    whole.bring_in(journal, rows)
    return len(rows)


def _tables(journal: Journal) -> dict[str, list[dict[str, Any]]]:
    return json.loads(whole.as_text(journal))["tables"]


def test_the_sample_has_something_of_everything(sample: Journal) -> None:
    """What follows is asked of every table."""
    assert [name for name, entries in _tables(sample).items() if not entries] == []


def test_an_export_brought_into_a_new_journal_is_the_same_journal(
    sample: Journal, empty: Journal, tmp_path: Path
) -> None:
    """Out, in, and out again gives the same bytes, and the check finds nothing."""
    whole.export(sample, tmp_path / "first.json")
    assert _import(empty, tmp_path / "first.json") == sum(map(len, _tables(sample).values()))
    whole.export(empty, tmp_path / "second.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
    assert empty.problems() == []


def test_a_second_import_brings_nothing(sample: Journal, empty: Journal, tmp_path: Path) -> None:
    """Entries that are there already are not doubled."""
    whole.export(sample, tmp_path / "out.json")
    _import(empty, tmp_path / "out.json")
    before = empty.path.read_bytes()
    assert _import(empty, tmp_path / "out.json") == 0
    assert empty.path.read_bytes() == before


def test_an_import_into_itself_brings_nothing(sample: Journal, tmp_path: Path) -> None:
    """A journal has all of its own export."""
    whole.export(sample, tmp_path / "out.json")
    assert len(whole.read_export(sample, tmp_path / "out.json")) == 0


def test_what_was_written_since_is_kept(journal: Journal, empty: Journal, tmp_path: Path) -> None:
    """An import adds the missing days and leaves the others."""
    journal.diary.record(TODAY - timedelta(days=1), mood=1)
    whole.export(journal, tmp_path / "out.json")
    empty.diary.record(TODAY, mood=9)
    assert _import(empty, tmp_path / "out.json") == 1
    assert empty.diary.day(TODAY).mood == 9
    assert empty.diary.day(TODAY - timedelta(days=1)).mood == 1


def test_an_export_is_private_and_readable(journal: Journal, tmp_path: Path) -> None:
    """0600, UTF-8 text, words as words, lists as lists, yes and no as true and false, no digests."""
    journal.diary.record(TODAY, note="Noël", factors=["caffeine"])
    journal.nights.record(TODAY, had_to_walk_about=False)
    path = tmp_path / "out.json"
    whole.export(journal, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Noël" in path.read_text(encoding="utf-8")
    content = json.loads(path.read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == ("legjournal", 4)
    [day], [night] = content["tables"]["diary_day"], content["tables"]["night"]
    assert (day["factors"], day["mood"], day["date"]) == (["caffeine"], None, "2026-11-22")
    assert night["had_to_walk_about"] is False
    assert "digest" not in day


def test_an_export_with_a_byte_order_mark_is_read(journal: Journal, empty: Journal, tmp_path: Path) -> None:
    """Some editors put a mark in front; it is no fault of the person's."""
    journal.diary.record(TODAY, mood=1)
    path = _write(tmp_path, "\ufeff" + whole.as_text(journal))
    assert _import(empty, path) == 1


def test_rows_that_name_each_other_come_in_any_order(
    journal: Journal, empty: Journal, tmp_path: Path
) -> None:
    """A medicine may name one that was typed after it."""
    with journal.store.change() as change:
        new = Medicine(name="new", regularity="regular")
        old = Medicine(id="0" * 32, name="old", regularity="regular")
        change.session.add(new)
        change.session.add(old)
        change.session.flush()
        old.replaces = new.id
    whole.export(journal, tmp_path / "out.json")
    assert _import(empty, tmp_path / "out.json") == 2
    assert whole.as_text(empty) == whole.as_text(journal)


ENTRY = {
    "id": "a",
    "recorded_at": "2026-11-22T21:14:00.000Z",
    "changed_at": "2026-11-22T21:14:00.000Z",
    "rev": 1,
}
DAY = {**ENTRY, "date": "2026-11-22", "mood": 4}


def _export_of(table: str = "diary_day", **values: object) -> str:
    return json.dumps({"format": "legjournal", "version": 1, "tables": {table: [{**DAY, **values}]}})


HOSTILE: dict[str, str | bytes] = {
    "nothing": "",
    "a word": "journal",
    "a list": "[]",
    "null": "null",
    "another format": '{"format": "other", "version": 1, "tables": {}}',
    "no version": '{"format": "legjournal", "tables": {}}',
    "a version in words": '{"format": "legjournal", "version": "1", "tables": {}}',
    "a version of nought": '{"format": "legjournal", "version": 0, "tables": {}}',
    "a version that is true": '{"format": "legjournal", "version": true, "tables": {}}',
    "a newer version": '{"format": "legjournal", "version": 5, "tables": {}}',
    "no tables": '{"format": "legjournal", "version": 1}',
    "tables as a list": '{"format": "legjournal", "version": 1, "tables": []}',
    "a table as a word": '{"format": "legjournal", "version": 1, "tables": {"night": "x"}}',
    "an unknown table": '{"format": "legjournal", "version": 1, "tables": {"sqlite_master": []}}',
    "the table of revisions": '{"format": "legjournal", "version": 1, "tables": {"revision": []}}',
    "an entry that is none": '{"format": "legjournal", "version": 1, "tables": {"night": [null]}}',
    "NaN": _export_of().replace('"mood": 4', '"mood": NaN'),
    "Infinity": _export_of().replace('"mood": 4', '"mood": Infinity'),
    "a number past all bounds": _export_of().replace('"mood": 4', '"mood": 1e999'),
    "a number of 5,000 digits": _export_of().replace('"mood": 4', '"mood": ' + "9" * 5000),
    "a name that stands twice": _export_of().replace('"mood": 4', '"mood": 4, "mood": 5'),
    "a table that stands twice": _export_of("night").replace('"night": ', '"night": [], "night": '),
    "100,000 lists in each other": "[" * 100_000,
    "100,000 names in each other": '{"a":' * 100_000,
    "cut short": _export_of()[:-20],
    "two exports": _export_of() * 2,
    "a score of 11": _export_of(mood=11),
    "a score in words": _export_of(mood="seven"),
    "half a score": _export_of(mood=5.5),
    "an unknown question": _export_of(shoe_size=42),
    "a naive time": _export_of(bad_day_at="2026-11-22T21:14:00"),
    "typed at a naive time": _export_of(recorded_at="2026-11-22T21:14:00"),
    "typed before the year 1": _export_of(recorded_at="0001-01-01T00:00:00+14:00"),
    "typed after the year 9999": _export_of(recorded_at="9999-12-31T23:59:59-14:00"),
    "never typed": _export_of(recorded_at=None),
    "no such day": _export_of(date="2026-02-30"),
    "no name": _export_of(id=""),
    "a name that is half a letter": _export_of(id="\ud800"),
    "a note of half a letter": _export_of(note="\ud800"),
    "a factor of half a letter": _export_of(factors=["\ud800"]),
    "changed never": _export_of(rev=0),
    "changed too often": _export_of(rev=2**70),
    "a digest of its own": _export_of(digest="mine"),
    "a note past its bound": _export_of(note="x" * 1_000_001),
    "binary": bytes(range(256)) * 8,
    "UTF-16": _export_of().encode("utf-16"),
    "Latin letters of 1990": _export_of(note="caf\xe9").encode().replace(b"caf\\u00e9", b"caf\xe9"),
    "an SQLite file": b"SQLite format 3\x00" + bytes(4080),
    "a night that ends before it begins": json.dumps(
        {
            "format": "legjournal",
            "version": 1,
            "tables": {
                "night": [
                    {
                        **ENTRY,
                        "date": "2026-11-22",
                        "got_into_bed": "2026-11-22T07:00:00+00:00",
                        "got_out_of_bed": "2026-11-21T22:00:00+00:00",
                    }
                ]
            },
        }
    ),
    "a night of one naive time": json.dumps(
        {
            "format": "legjournal",
            "version": 1,
            "tables": {
                "night": [
                    {
                        **ENTRY,
                        "date": "2026-11-22",
                        "got_into_bed": "2026-11-21T22:00:00",
                        "got_out_of_bed": "2026-11-22T07:00:00+00:00",
                    }
                ]
            },
        }
    ),
    "a number of a test that is infinite": _export_of()
    .replace(
        json.dumps(DAY),
        json.dumps({**ENTRY, "date": "2026-11-22", "name": "x", "number": 1}).replace(": 1}", ": 1e999}"),
    )
    .replace("diary_day", "test_result"),
    "a set of no session": json.dumps(
        {
            "format": "legjournal",
            "version": 1,
            "tables": {"set_done": [{**ENTRY, "session_id": "gone", "exercise": "plank", "number": 1}]},
        }
    ),
    "two pages of one day": json.dumps(
        {"format": "legjournal", "version": 1, "tables": {"diary_day": [DAY, {**DAY, "id": "b"}]}}
    ),
    "one entry twice": json.dumps(
        {"format": "legjournal", "version": 1, "tables": {"diary_day": [DAY, {**DAY, "date": "2026-11-21"}]}}
    ),
    "one good and one bad": json.dumps(
        {
            "format": "legjournal",
            "version": 1,
            "tables": {"diary_day": [DAY, {**DAY, "id": "b", "date": "2026-11-21", "mood": 11}]},
        }
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_one_sentence(journal: Journal, tmp_path: Path, name: str) -> None:
    """Whatever is wrong with it, the file is refused, the journal is not changed, and nothing is quoted."""
    journal.diary.record(TODAY - timedelta(days=9), note="mine")
    before = journal.path.read_bytes()
    path = _write(tmp_path, HOSTILE[name])
    with pytest.raises(ImportRefused) as refused:
        _import(journal, path)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200
    assert journal.path.read_bytes() == before
    assert journal.problems() == []


def test_the_smallest_good_file_is_taken(journal: Journal, tmp_path: Path) -> None:
    """What the hostile files are made of is itself a good export."""
    assert _import(journal, _write(tmp_path, _export_of())) == 1
    assert journal.diary.day(TODAY).mood == 4


def test_an_entry_that_differs_from_the_one_there_is_refused(
    journal: Journal, empty: Journal, tmp_path: Path
) -> None:
    """The same entry with other contents is not written over: nothing is brought in."""
    journal.diary.record(TODAY, mood=1)
    path = _write(tmp_path, whole.as_text(journal).replace('"mood": 1', '"mood": 2'))
    with pytest.raises(ImportRefused, match="with other contents"):
        _import(journal, path)
    assert journal.diary.day(TODAY).mood == 1


def test_another_page_of_the_same_day_is_refused(journal: Journal, empty: Journal, tmp_path: Path) -> None:
    """Two journals of one day cannot become one here without losing words: said before anything is asked."""
    journal.diary.record(TODAY, mood=1)
    journal.symptoms.add(TODAY, kind="pain")
    whole.export(journal, tmp_path / "out.json")
    empty.diary.record(TODAY, mood=2)
    with pytest.raises(ImportRefused, match="choose Merge another journal in the File menu"):
        whole.read_export(empty, tmp_path / "out.json")
    assert empty.diary.day(TODAY).mood == 2
    assert empty.symptoms.on(TODAY) == []


def test_a_day_written_after_the_preview_is_not_written_over(
    journal: Journal, empty: Journal, tmp_path: Path
) -> None:
    """What was free when the export was read may be taken when it is brought in: then nothing comes."""
    journal.diary.record(TODAY, mood=1)
    journal.symptoms.add(TODAY, kind="pain")
    whole.export(journal, tmp_path / "out.json")
    new = whole.read_export(empty, tmp_path / "out.json")
    empty.diary.record(TODAY, mood=2)
    with pytest.raises(ImportRefused, match="such as the same day"):
        whole.bring_in(empty, new)
    assert empty.diary.day(TODAY).mood == 2
    assert empty.symptoms.on(TODAY) == []


def test_what_is_not_there_or_is_no_file_is_told(journal: Journal, tmp_path: Path) -> None:
    """A missing file, a folder, and a pipe that would never end."""
    with pytest.raises(NoExport):
        whole.read_export(journal, tmp_path / "missing.json")
    with pytest.raises(NotAFile):
        whole.read_export(journal, tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile):
        whole.read_export(journal, tmp_path / "pipe")


def test_a_file_too_large_is_not_read(journal: Journal, tmp_path: Path) -> None:
    """A terabyte of nothing is refused by its size."""
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ImportRefused, match="too large"):
        whole.read_export(journal, path)


def test_a_dry_run_changes_nothing(sample: Journal, empty: Journal, tmp_path: Path) -> None:
    """Reading an export alone tells what would come, and writes nothing."""
    whole.export(sample, tmp_path / "out.json")
    before = empty.path.read_bytes()
    assert len(whole.read_export(empty, tmp_path / "out.json")) > 100
    assert empty.path.read_bytes() == before


def test_an_import_that_cannot_be_written_is_told(journal: Journal, empty: Journal, tmp_path: Path) -> None:
    """When the disk refuses, the sentence is the disk's and nothing is half in."""
    journal.diary.record(TODAY, note="long " * 10_000)
    whole.export(journal, tmp_path / "out.json")
    with empty.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(JournalError, match="disk is full"):
        _import(empty, tmp_path / "out.json")
    assert empty.diary.day(TODAY) is None


def test_an_export_into_no_folder_is_told(journal: Journal, tmp_path: Path) -> None:
    """A place that takes no file is a sentence."""
    with pytest.raises(JournalError, match="could not be written"):
        whole.export(journal, tmp_path / "nowhere" / "out.json")


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_score = st.none() | st.integers(0, 10)
_answers = st.fixed_dictionaries(
    {"managed": st.none() | _words, "note": st.none() | _words, "mood": _score, "effect": _score},
    optional={"factors": st.none() | st.lists(_words, max_size=3)},
)
_symptoms = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind),
        "side": st.none() | st.sampled_from(Side),
        "score": _score,
        "note": st.none() | _words,
    }
)


@settings(max_examples=12)
@given(
    days=st.dictionaries(st.integers(0, 5000), _answers, max_size=4), symptoms=st.lists(_symptoms, max_size=4)
)
def test_any_journal_survives_out_and_in(
    tmp_path_factory: pytest.TempPathFactory,
    days: dict[int, dict[str, object]],
    symptoms: list[dict[str, object]],
) -> None:
    """Whatever is typed on whatever days, export and import give the same export again."""
    folder = tmp_path_factory.mktemp("any")
    with (
        Journal.create(folder / "a.legjournal", HandClock()) as one,
        Journal.create(folder / "b.legjournal") as two,
    ):
        for back, answers in days.items():
            one.diary.record(TODAY - timedelta(days=back), **answers)
        for answers in symptoms:
            one.symptoms.add(TODAY, **answers)
        whole.export(one, folder / "out.json")
        _import(two, folder / "out.json")
        assert whole.as_text(two) == whole.as_text(one)
        assert two.problems() == []


def test_no_export_holds_what_it_should_not(sample: Journal) -> None:
    """Earlier wordings and the file's own bookkeeping stay in the journal."""
    assert "revision" not in _tables(sample)
    with closing(sqlite3.connect(sample.path)) as connection:
        assert connection.execute("SELECT count(*) FROM revision").fetchone() != (0,)


def test_an_import_can_be_given_up(sample: Journal, empty: Journal, tmp_path: Path) -> None:
    """Giving up half way leaves the journal as it was, and is heard often enough."""
    whole.export(sample, tmp_path / "out.json")
    new = whole.read_export(empty, tmp_path / "out.json")
    shares: list[float] = []

    def give_up(share: float) -> None:
        shares.append(share)
        if len(shares) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        whole.bring_in(empty, new, give_up)
    assert shares == sorted(shares)
    assert not any(_tables(empty).values())
    assert empty.problems() == []
