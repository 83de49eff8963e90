"""Weekly checks, and the notes of picked days."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hand_clock import EVENING

from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, Section, preset
from legjournal.report.content import build
from legjournal.report.parts.notes import About, Note, notes
from legjournal.report.parts.spans import Step
from legjournal.report.parts.weekly import CheckRow, checks
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

TODAY = EVENING.date()
DAY = timedelta(days=1)
MONTH = Period(date(2026, 10, 26), TODAY)


def _scores(*values: int | None) -> tuple[Mean, ...]:
    return tuple(Mean(0, None) if value is None else Mean(1, value) for value in values)


@pytest.fixture
def weekly(journal: Journal) -> Journal:
    """A check answered in part, one skipped, one in full; two activities, one of them scored twice."""
    journal.weekly.record(date(2026, 11, 1), average_pain=6, enjoyment=0)
    journal.weekly.skip(date(2026, 11, 8))
    journal.weekly.record(TODAY, average_pain=4, enjoyment=5, everyday_activities=3)
    for name, day in (("Sit", date(2026, 11, 1)), ("Stairs", date(2026, 11, 2))):
        journal.weekly.follow(day, name)
    ids = [followed.id for followed in journal.weekly.sheet(TODAY).activities]
    journal.weekly.score(date(2026, 11, 1), ids[0], 2)
    journal.weekly.score(TODAY, ids[0], 0)
    journal.weekly.score(TODAY, ids[1], 7)
    return journal


def test_each_check_with_an_answer_has_its_row(weekly: Journal) -> None:
    """A skipped check is none; 0 is an answer; an activity not scored on a day has none there."""
    found = checks(weekly, MONTH)
    assert found.step is Step.DAY
    assert found.questions == (
        CheckRow(date(2026, 11, 1), _scores(6, 0, None)),
        CheckRow(TODAY, _scores(4, 5, 3)),
    )
    assert found.names == ("Sit", "Stairs")
    assert found.activities == (
        CheckRow(date(2026, 11, 1), _scores(2, None)),
        CheckRow(TODAY, _scores(0, 7)),
    )


def test_many_checks_are_put_together_by_month(weekly: Journal) -> None:
    """Over four years a row is a month, its means with how many answers they are of."""
    found = checks(weekly, Period(date(2022, 11, 23), TODAY))
    assert found.step is Step.MONTH
    assert found.questions == (CheckRow(date(2026, 11, 1), (Mean(2, 5), Mean(2, 2.5), Mean(1, 3))),)
    assert found.activities == (CheckRow(date(2026, 11, 1), (Mean(2, 1), Mean(1, 7))),)


def _write_notes(journal: Journal) -> None:
    for day in (TODAY - DAY, TODAY):
        journal.diary.record(day, managed=f"Walked {day.day}", note="Long day")
        journal.nights.record(day, note="Up twice")
        journal.symptoms.add(day, kind="pain", side="left", site="calf", score=3, note="after the stairs")
    journal.symptoms.add(TODAY, kind="cramp", note="  ")


def test_only_the_notes_of_picked_days_are_told(journal: Journal) -> None:
    """What was managed, the day, its night, its symptoms; nothing of other days, nothing that is blank."""
    _write_notes(journal)
    assert notes(journal, MONTH, {TODAY}) == (
        Note(TODAY, About.MANAGED, "Walked 22"),
        Note(TODAY, About.DAY, "Long day"),
        Note(TODAY, About.NIGHT, "Up twice"),
        Note(TODAY, About.SYMPTOM, "after the stairs", Kind.PAIN, Side.LEFT, "calf"),
    )


def test_a_day_outside_the_period_is_not_told(journal: Journal) -> None:
    """A day picked for another period stays in the journal."""
    _write_notes(journal)
    assert notes(journal, Period(TODAY, TODAY), {TODAY - DAY}) == ()


def test_no_note_is_in_a_report_for_which_none_was_picked(journal: Journal) -> None:
    """Of no preset, the person's own with every section among them; not in its JSON either."""
    _write_notes(journal)
    for audience in Audience:
        said = json.dumps(as_json(build(journal, MONTH, preset(audience))))
        assert all(words not in said for words in ("Walked", "Long day", "Up twice", "after the stairs"))


def test_what_is_not_asked_for_is_empty(weekly: Journal) -> None:
    """The values behind the first page are worked out for their sections only."""
    _write_notes(weekly)
    asked = replace(preset(Audience.OWN), notes=frozenset({TODAY}))
    whole = as_json(build(weekly, MONTH, asked))
    bare = as_json(build(weekly, MONTH, replace(asked, sections=())))
    own = {
        Section.ROUTINE: ["training"],
        Section.WEEKLY: ["weekly"],
        Section.NOTES: ["notes"],
        Section.DAYS: ["day_table"],
    }
    for section, keys in own.items():
        one = as_json(build(weekly, MONTH, replace(asked, sections=(section,))))
        assert all(one[key] == whole[key] != bare[key] for key in keys)
    json.dumps(whole, allow_nan=False)
