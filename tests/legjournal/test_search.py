"""Everything a person wrote is found, by the words in it, and by nothing else that is typed."""

import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlmodel import AutoString

from legjournal import errors
from legjournal.entries.written import Written, words_in
from legjournal.journal import Journal
from legjournal.models.appointments import Appointment
from legjournal.models.contacts import Contact
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.drafts import Draft
from legjournal.models.medicines import Dose, Medicine, TestResult
from legjournal.models.nights import Night
from legjournal.models.preferences import PageMark, Preference
from legjournal.models.record import RECORD
from legjournal.models.routine import DayOff, DayOffKind, Exercise, Plan, Session, SkipReason
from legjournal.models.row import KEPT_BY_JOURNAL, Row
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.models.weekly import Activity
from legjournal.search import MOST, Found, Index, Result
from legjournal.storage.engine import connect
from legjournal.storage.keys import new_key
from legjournal.storage.locking import lock
from legjournal.storage.tables import table_of
from legjournal.storage.types import TextList

DAY = date(2026, 11, 22)
CHOSEN_NOT_WRITTEN = {(table, "exercise") for table in ("plan_item", "set_done", "easier_version")}  # keys


def found(journal: Journal, typed: str) -> Found:
    """What is found in the journal as it is now."""
    with closing(journal.search.index()) as index:
        return index.find(typed)


def titles(answer: Found) -> list[str]:
    """What was found, in its order."""
    return [result.title for result in answer.results]


def marked(result: Result) -> list[str]:
    """The parts of the excerpt that stand out."""
    return [result.excerpt[start:end] for start, end in result.marks]


def index_of(*notes: str) -> Index:
    """An index of so many days' notes, the newest first."""
    days = [DAY - timedelta(days=number) for number in range(len(notes))]
    return Index(
        Written(day, "diary_day", f"{day}", "The day", note) for day, note in zip(days, notes, strict=True)
    )


def excerpts(typed: str, *notes: str) -> list[str]:
    """Which of the notes are found."""
    with closing(index_of(*notes)) as index:
        return [result.excerpt for result in index.find(typed).results]


def everything(clock) -> Iterable[Row]:
    """A row of every table that words can be written in; each word stands in one place only."""
    at = clock.at(DAY, clock.now().time())
    yield DiaryDay(date=DAY, managed="amaryllis", factors=["begonia"], note="camellia")
    yield Symptom(
        date=DAY,
        kind=Kind.CRAMP,
        side=Side.LEFT,
        site="calf",
        helped="dahlia",
        words=["edelweiss"],
        note="foxglove",
    )
    yield Symptom(date=DAY, kind=Kind.OTHER, site="geranium")
    yield Night(date=DAY, note="hyacinth")
    yield DayOff(date=DAY, kind=DayOffKind.SKIPPED, reason=SkipReason.FLARE, note="iris")
    yield Session(date=DAY, note="jasmine")
    yield Medicine(id="m", name="kingcup", dose="lavender", why="marigold")
    yield Dose(medicine_id="m", taken_at=at, amount="narcissus")
    yield TestResult(name="orchid", number=1.5, unit="peony", date=DAY)
    yield TherapyCourse(id="t", name="quince", place="rosehip", note="snowdrop")
    yield TherapySession(course_id="t", date=DAY, note="tulip")
    yield Appointment(at=at, with_whom="Dr Umbel", questions=["violet", "wisteria"], agreed="xeranthemum")
    yield Activity(name="yarrow", started=DAY)
    yield Exercise(key="own", name="zinnia", steps=["aster"], note="bluebell")
    yield Plan(name="clover", started=DAY)
    yield Contact(name="fern", what="gentian", phone="01632 960371", address="heather", note="ivy")
    yield PageMark(page="shockwave", note="daisy")
    yield Draft(place=f"night/{DAY}/got_out_of_bed", typed="half past elder")


@pytest.mark.parametrize(
    ("typed", "title", "day"),
    [
        ("amaryllis", "The day", DAY),
        ("begonia", "The day", DAY),
        ("camellia", "The day", DAY),
        ("cramp left calf", "Left calf, cramp", DAY),
        ("dahlia", "Left calf, cramp", DAY),
        ("edelweiss", "Left calf, cramp", DAY),
        ("foxglove", "Left calf, cramp", DAY),
        ("geranium", "Geranium, something else", DAY),
        ("hyacinth", "Last night", DAY),
        ("iris flare", "Skipped session", DAY),
        ("jasmine", "Session", DAY),
        ("lavender", "Medicine: kingcup lavender", None),
        ("marigold", "Medicine: kingcup lavender", None),
        ("kingcup narcissus", "Dose of kingcup at 9.14pm", DAY),
        ("orchid 1.5 peony", "Test: orchid", DAY),
        ("quince rosehip snowdrop", "Therapy: quince", None),
        ("quince tulip", "Visit: quince", DAY),
        ("umbel", "Appointment with Dr Umbel", DAY),
        ("violet wisteria xeranthemum", "Appointment with Dr Umbel", DAY),
        ("yarrow", "Activity: yarrow", None),
        ("zinnia aster bluebell", "Own exercise: zinnia", None),
        ("clover", "Plan: clover", None),
        ("fern gentian heather ivy", "Contact: fern", None),
        ("960371", "Contact: fern", None),
        ("shockwave daisy", "Page: Shockwave therapy", None),
        ("elder", "Typed, and not yet an answer", DAY),
    ],
)
def test_whatever_was_written_is_found(
    journal: Journal, clock, typed: str, title: str, day: date | None
) -> None:
    """A word in any field of any table leads to that entry and its day, and to no other."""
    journal.store.add_all(everything(clock))
    [result] = found(journal, typed).results
    assert (result.title, result.day) == (title, day)
    assert marked(result)


def test_no_field_for_words_is_left_out() -> None:
    """A column that a person can type into is looked through: also one that is yet to come."""
    for model in RECORD:
        table = table_of(model)
        if model in (Draft, Preference):
            continue
        typed = {
            column.name
            for column in table.columns
            if isinstance(column.type, AutoString | TextList)
            and not column.foreign_keys
            and column.name not in KEPT_BY_JOURNAL
            and (table.name, column.name) not in CHOSEN_NOT_WRITTEN
        }
        assert typed <= {field.column for field in words_in(table.name)}, table.name


def test_a_result_tells_where_it_stands(journal: Journal) -> None:
    """Day, table, id, title, excerpt, and where in it the words are."""
    journal.diary.record(DAY, managed="Walked to the shops", note="Calf sore.\nWarm bath helped")
    row = journal.diary.day(DAY)
    assert row is not None
    assert found(journal, "bath shop").results == (
        Result(
            day=DAY,
            table="diary_day",
            row=row.id,
            title="The day",
            excerpt="Walked to the shops · Calf sore. Warm bath helped",
            marks=((14, 19), (38, 42)),
        ),
    )


def test_newest_first(journal: Journal, clock) -> None:
    """What belongs to no day, then from the last day to the first; within a day as on its page."""
    journal.store.add_all([Medicine(name="tea")])
    for days in (3, 0, 9):
        journal.diary.record(DAY - timedelta(days=days), note="tea")
    journal.nights.record(DAY, note="tea")
    journal.appointments.add(at=clock.now() + timedelta(days=2), with_whom="Tea rooms")
    answer = found(journal, "tea")
    assert [(result.day, result.title) for result in answer.results] == [
        (None, "Medicine: tea"),
        (DAY + timedelta(days=2), "Appointment with Tea rooms"),
        (DAY, "Last night"),
        (DAY, "The day"),
        (DAY - timedelta(days=3), "The day"),
        (DAY - timedelta(days=9), "The day"),
    ]


def test_a_dose_after_midnight_is_of_the_evening(journal: Journal, clock) -> None:
    """As everywhere: the day begins at four."""
    taken = clock.now().replace(hour=1, minute=30)
    journal.store.add_all([Medicine(id="m", name="tea"), Dose(medicine_id="m", taken_at=taken)])
    assert [result.day for result in found(journal, "tea").results] == [None, DAY - timedelta(days=1)]


def test_what_was_deleted_is_not_found(journal: Journal) -> None:
    """Neither an entry that is gone nor what one said before."""
    journal.diary.record(DAY, note="rain")
    journal.diary.record(DAY, note="sun")
    assert found(journal, "rain") == Found(())
    assert titles(found(journal, "sun")) == ["The day"]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("cal", "My calf hurts"),
        ("my ca", "My calf hurts"),
        ("CALF", "my calf"),
        ("a", "up at 4 a bit"),
        ("4", "up at 4 a bit"),
        ("cafe", "Café au lait"),
        ("cafe\u0301", "Café au lait"),
        ("café", "CAFE"),
        ("llŷn", "Down on the Llyn"),
        ("cramps", "a cramp"),
        ("ached", "aching all night"),
        ("sleepi", "sleeping badly"),
        ("happine", "such happiness"),
        ("walking the do", "walked my dog all the way"),
        ("hurts calf", "calf that hurts"),
        ('"left calf"', "My left calf."),
        ('"left cal', "My left calf."),
        ("o'brien", "Dr O’Brien"),
        ("half-past", "at half past ten"),
        ("calf — ", "my calf"),
        ("calf 🦵", "my calf"),
        ("½", "½ a tablet"),
        ("mixed", "left \u202eright\u202c \u200f\u2067mixed\u2069"),
        ("leg", "leg🦵🏽hurts"),
        ("bold", "<b>bold</b>"),
    ],
)
def test_how_words_are_found(typed: str, note: str) -> None:
    """Beginnings, stems, any case, with accents or without, in any order, side by side within quotes."""
    assert excerpts(typed, note) == [note]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("alf", "My calf hurts"),
        ("ca hurts", "My calf hurts"),  # only the last word is still being typed
        ("cal ", "My calf hurts"),  # and this one is not
        ('"cal"', "My calf hurts"),
        ("calf hip", "My calf hurts"),
        ('"calf left"', "My left calf"),
        ("", "My calf"),
        (" ", "My calf"),
        ('"', "My calf"),
        ('""', "My calf"),
        ("—", "My calf"),
    ],
)
def test_what_is_not_found(typed: str, note: str) -> None:
    """Every word must be there, from its beginning; nothing typed finds nothing."""
    assert excerpts(typed, note) == []


@pytest.mark.parametrize(
    "typed",
    [
        "calf OR hip",
        "calf AND hip",
        "calf NOT hip",
        "calf*",
        "cal* hip",
        "words:calf",
        "NEAR(calf hip)",
        "^calf",
        "(calf",
        "calf + hip",
        "- calf",
        "{words}: calf",
        'calf "',
        "calf'; DROP TABLE entry; --",
    ],
)
def test_nothing_is_syntax(typed: str) -> None:
    """What other search boxes take for an order is words here."""
    wanted = typed.replace("*", "").replace('"', "").strip()
    assert excerpts(typed, f"x {wanted} x", "hap and nothing else") == [f"x {wanted} x"]


TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)


@given(typed=TEXTS, note=TEXTS)
@example(typed="half\x00past", note="half\x00past\x07ten")
@example(typed="🦵🏽 👩‍👩‍👧 ŵ", note="🦵🏽 👩‍👩‍👧 ŵ ŷ ✓")
@example(typed="\u202eright\u202c", note="left \u202eright\u202c \u200f\u2067mixed\u2069")
@example(typed="\ud83e leg", note="leg")
@example(typed="leg, " * 4000, note="leg " * 5000)
@example(typed=" ".join(f"w{n}" for n in range(4000)), note=" ".join(f"w{n}" for n in range(4000)))
@example(typed="a" * 20_000, note="a" * 40_000)
@example(typed='"' * 20_000, note="\x02calf\x03")
@example(typed="deep", note="<table><tr><td>" * 20 + "deep" + "</td></tr></table>" * 20)
def test_anything_may_be_typed_and_anything_written(typed: str, note: str) -> None:
    """Nothing raises; marks lie within the excerpt, in order; a note is found by its own words."""
    note = note.encode(errors="replace").decode()  # what the journal can store
    with closing(index_of(note)) as index:
        answers = [index.find(looked_for) for looked_for in (typed, note)]
        words = [word for word in note.split() if word.isascii() and word.isalnum()]
        assert all(index.find(word).results for word in words[:5])
    for result in (result for answer in answers for result in answer.results):
        ends = [end for mark in result.marks for end in mark]
        assert ends == sorted(ends)
        assert ends
        assert ends[-1] <= len(result.excerpt) <= 170


def test_an_excerpt_is_cut_between_words() -> None:
    """Of a long note as much as there is room for, around the most matches, with … where there is more."""
    long = "one bath " + "so it goes " * 60 + "a warm bath before bed " + "and so on " * 60
    with closing(index_of(long)) as index:
        [result] = index.find("warm bath bed").results
    assert marked(result) == ["warm", "bath", "bed"]
    inner = result.excerpt.removeprefix("…").removesuffix("…")
    assert len(inner) == len(result.excerpt) - 2 < 165
    assert f" {inner} " in f" {long}"


def test_results_are_capped(journal: Journal) -> None:
    """The newest hundred, and how many more there are; the cap itself is no more."""
    with closing(index_of(*["calf"] * (MOST + 7))) as index:
        answer = index.find("calf")
    assert (len(answer.results), answer.more) == (MOST, 7)
    assert answer.results[0].day == DAY
    with closing(index_of(*["calf"] * MOST)) as index:
        assert index.find("calf").more == 0


def test_progress_goes_up_and_can_end_it(journal: Journal) -> None:
    """How far it is, 0 to 1; what is raised there ends the work."""
    heard: list[float] = []
    journal.search.index(heard.append).close()
    assert heard == sorted(heard)
    assert 0 <= heard[0] < heard[-1] <= 1
    with pytest.raises(ZeroDivisionError):
        journal.search.index(lambda _done: 1 / 0)  # type: ignore[arg-type,return-value]


def test_a_damaged_value_is_said_in_words(journal: Journal) -> None:
    """Not a fault of the program, but the sentence about a damaged journal."""
    journal.diary.record(DAY, note="calf")
    with closing(connect(journal.path)) as other:
        other.execute("UPDATE diary_day SET date = '2026-1x-22'")
    with pytest.raises(errors.DamagedInside):
        journal.search.index()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_a_locked_journal_leaves_nothing_on_the_disk(journal: Journal, tmp_path: Path) -> None:
    """The words are found; no file is opened for them beside the journal's, and none holds them."""
    word = "".join(("zwieb", "elfisch"))
    days = (DAY - timedelta(days=n) for n in range(3000))
    journal.store.add_all(DiaryDay(date=day, note=f"{word} {day} " * 50) for day in days)
    journal.close()
    new = new_key("Amber kettle, wet gravel")
    lock(journal.path, new)
    for older in tmp_path.rglob("*.legjournal"):
        if older != journal.path:
            older.unlink()
    with Journal.open(journal.path, journal.clock, key=new.key) as locked, locked.store.read():
        before = open_files()
        with closing(locked.search.index()) as index:
            assert index.find(word).more == 2900
            assert open_files() == before
        assert [
            path for path in tmp_path.rglob("*") if path.is_file() and word.encode() in path.read_bytes()
        ] == []


def open_files() -> set[str]:
    """What this process has open, also files without a name."""
    links = Path("/proc/self/fd").iterdir()
    return {str(link.readlink()) for link in links if link.is_symlink()}
