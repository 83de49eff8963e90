"""The sections of tables as they are printed: every number is that of the JSON, and nothing is lost."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from hand_clock import EVENING
from printed import Printed, behind, pages, tables, with_head
from pypdf import PageObject, PdfReader
from read_aloud import faults, read

from legjournal import phrases
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.medicines import Regularity
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.report import content, document
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, Section, preset
from legjournal.report.content import Report
from legjournal.report.paper import MARGIN, WIDTH
from legjournal.routine.boxes import SetToDo
from legjournal.routine.exercises import key_for
from legjournal.trends.period import Period

TODAY = EVENING.date()
DAY = timedelta(days=1)
OF_TABLES = tuple(section for section in Section if section not in (Section.SLEEP, Section.LEGS))
HOSTILE = (
    '<b>bold</b> <img src="/etc/passwd"/> <table><tr><td> <3 <me@x> &amp; %1 {0} \\ (un)balanced) '
    '<a href="javascript:x">a</a> <para fontSize=300>'
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Ninety days of a fictional person."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    with write_sample(path, days=90, seed=4, last=TODAY) as journal:
        yield journal


@pytest.fixture(scope="module")
def report(sample: Journal) -> Report:
    """The whole of them, with every section of tables."""
    return _report(sample, 90)


@pytest.fixture(scope="module")
def told(report: Report) -> dict[str, Any]:
    """The same in JSON."""
    return as_json(report)


@pytest.fixture(scope="module")
def printed(report: Report) -> list[Printed]:
    """Its tables, read back."""
    return tables(report)


def _report(journal: Journal, days: int, *sections: Section, notes: frozenset[date] = frozenset()) -> Report:
    choices = replace(preset(Audience.OWN), sections=sections or OF_TABLES, notes=notes)
    return content.build(journal, Period(TODAY - (days - 1) * DAY, TODAY), choices)


def _mean(mean: dict[str, Any]) -> str:
    return "–" if mean["value"] is None else phrases.number(mean["value"])


# Every number of the JSON is on paper.


def test_the_days_are_printed_one_by_one(printed: list[Printed], told: dict[str, Any]) -> None:
    """All ninety, gaps among them, with each number or a dash."""
    table, days = with_head(printed, "Bad day"), told["day_table"]["rows"]
    assert len(table.rows) == len(days) == 90
    assert {day["recorded"] for day in days} == {0, 1}
    heads = {
        "Pain left": "pain_left",
        "Pain right": "pain_right",
        "Urge to move": "urge_to_move",
        "Woken by legs": "woken_by_legs",
        "Effect on day": "effect",
    }
    for head, key in heads.items():
        assert table.column(head) == [_mean(day[key]) for day in days]
    asleep = [day["asleep_min"]["value"] for day in days]
    assert table.column("Asleep") == ["–" if n is None else phrases.short_length(n) for n in asleep]
    for head, key in (("Session", "sessions"), ("Bad day", "bad_days")):
        marks = ["yes" if day[key] else "" if day["recorded"] else "–" for day in days]
        assert table.column(head) == marks


def test_the_weeks_and_the_sets_are_those_of_the_json(printed: list[Printed], told: dict[str, Any]) -> None:
    """Planned, done, rest, skipped, paused; then each exercise and side."""
    weeks, sets = with_head(printed, "Skipped"), with_head(printed, "Sets planned")
    training = told["training"]
    keys = ("planned", "done", "rest", "skipped", "paused")
    lines = [["–" if line[key] is None else str(line[key]) for key in keys] for line in training["lines"]]
    recorded = [line if any(cell not in ("0", "–") for cell in line) else ["–"] * 5 for line in lines]
    assert [row[1:] for row in weeks.rows] == recorded
    assert [row[:5] for row in sets.rows] == [
        [line["name"], line["side"] or "", str(line["planned"]), str(line["done"]), str(line["days"])]
        for line in training["exercises"]
    ]


def test_the_sessions_are_those_of_the_json(printed: list[Printed], told: dict[str, Any]) -> None:
    """Each with its exercises, minutes and scores."""
    keys = ("minutes", "effort", "pain_during", "pain_day_after")
    assert [row[1:] for row in with_head(printed, "Pain during").rows] == [
        [
            f"{line['done']} of {line['planned']}",
            *("–" if line[key] is None else str(line[key]) for key in keys),
        ]
        for line in told["training"]["sessions"]
    ]


def test_effort_pain_and_the_day_after_have_their_numbers(
    printed: list[Printed], told: dict[str, Any]
) -> None:
    """A mean with how many sessions or days it is of; the day after a session beside that after none."""
    training, routine = told["training"], told["routine"]
    after = (routine["day_after_session"], routine["day_after_rest"])
    [table] = [one for one in printed if "average" in one.heads and "Effort, 0 to 10" in one.column("")]
    means = (training["effort"], training["pain_during"])
    assert [row[1:] for row in table.rows] == [
        *([_mean(mean), f"{mean['n']} sessions"] for mean in means),
        *([phrases.number(one["mean_pain"]), f"{one['n']} days"] for one in after),
    ]


def test_doses_visits_checks_and_results_are_those_of_the_json(
    printed: list[Printed], told: dict[str, Any]
) -> None:
    """Each month, visit, check and result has its row, with the same numbers."""
    doses, visits, results = (
        with_head(printed, "On days"),
        with_head(printed, "Cost"),
        with_head(printed, "Result"),
    )
    spans = told["doses"][0]["spans"]
    assert [row[2:] for row in doses.rows] == [[str(span["doses"]), str(span["days"])] for span in spans]
    course = told["courses"][0]
    assert visits.column("Before")[:-1] == [str(visit["before"]) for visit in course["visits"]]
    assert visits.rows[-1][1] == f"{_mean(course['before'])} ({course['before']['n']} visits)"
    assert visits.rows[-1][3] == f"£{course['cost_pence'] // 100} ({course['priced']} visits)"
    numbers = [one for series in told["results"] for one in series["results"]]
    assert results.column("Result") == [f"{one['number']:g} {one['unit']}" for one in numbers]
    questions, activities = [one for one in printed if "Check on" in one.heads]
    for table, rows in ((questions, "questions"), (activities, "activities")):
        scores = [[_mean(score) for score in row["scores"]] for row in told["weekly"][rows]]
        assert [row[1:] for row in table.rows] == scores


def test_medicines_say_what_is_taken_and_what_changed(printed: list[Printed], told: dict[str, Any]) -> None:
    """What was stopped is not among what is taken; each change has its date."""
    taken, changed = with_head(printed, "Since"), with_head(printed, "What changed")
    still = [line for line in told["medicines"] if line["stopped"] is None]
    assert taken.column("Taken on 22 November 2026, as typed") == [
        f"{line['name']} {line['dose']}" for line in still
    ]
    days = [date.fromisoformat(change["date"]) for change in told["medicine_changes"]]
    assert changed.column("Date") == [phrases.short_day(day, year=True) for day in days]


def test_appointments_say_what_was_asked_and_agreed(report: Report, told: dict[str, Any]) -> None:
    """Every question as an entry of a list, and the words of what was agreed."""
    words = behind(report)
    assert told["appointments"]
    for line in told["appointments"]:
        assert line["agreed"] in words
        assert all(question in words for question in line["questions"])


# What is not there, and what is too much.


def test_an_empty_journal_says_so_in_a_sentence_each(journal: Journal) -> None:
    """No table of noughts; of notes not even the heading; what the figures are is told all the same."""
    report = _report(journal, 28)
    words = behind(report)
    for sentence in (
        "No plan and no session was recorded in this period.",
        "No medicine was written down for this period.",
        "No test result was written down.",
        "No visit was written down in this period.",
        "There is no weekly check of this period.",
        "No appointment was written down in this period.",
        "Written by the patient with Leg Journal; not a diagnosis.",
    ):
        assert sentence in words
    assert "Notes" not in words
    assert faults(document.draw(report)) == []


def test_a_long_period_says_what_a_row_is(sample: Journal) -> None:
    """Over two years a row of the days is a week, over five a month, with how many days each number is of."""
    weeks = _report(sample, 730, Section.DAYS)
    assert "The period is long: a row is a week." in behind(weeks)
    assert re.fullmatch(r"[\d.]+ ?\(\d\)", with_head(tables(weeks), "Bad days").column("Pain left")[-1])
    assert "a row is a month" in behind(_report(sample, 1825, Section.DAYS))


def test_the_heads_of_the_days_stand_on_each_page(sample: Journal) -> None:
    """A page that comes loose still says what its columns are."""
    of_days = pages(_report(sample, 90, Section.DAYS))
    assert len(of_days) == 3
    assert all("Woken by legs" in " ".join(page.split()) for page in of_days)


def test_every_section_can_be_read_aloud(report: Report) -> None:
    """Headings, tables with their heads, the picture of the weeks with its numbers in words."""
    pdf = document.draw(report)
    assert faults(pdf) == []
    read_back = read(pdf)
    names = [part.words for part in read_back.all("H2")]
    order = ["Routine", "Medicines", "Test results", "Therapies", "Weekly check", "Appointments", "The days"]
    assert [name for name in names if name in order] == order
    assert any(re.search(r"Sessions: \d", figure.words) for figure in read_back.all("Figure"))


# Words a person wrote.


def test_only_picked_notes_are_printed_and_those_whole(journal: Journal) -> None:
    """Thousands of words over many pages, none missing, none of another day."""
    numbered = " ".join(f"word{n}" for n in range(6000))
    journal.diary.record(TODAY, note=f"First line\n\n{numbered}", managed="Walked")
    journal.diary.record(TODAY - DAY, note="Not for others")
    found = _report(journal, 28, Section.NOTES, notes=frozenset({TODAY}))
    words = behind(found)
    assert re.findall(r"word(\d+)", words) == [str(n) for n in range(6000)]
    assert "Sunday 22 November 2026 What I managed: Walked The day: First line word0" in words
    assert "Not for others" not in words
    assert "Not for others" not in behind(_report(journal, 28))
    assert faults(document.draw(found)) == []


def test_hostile_words_are_printed_as_typed(journal: Journal) -> None:
    """In every place that takes a person's own words; nothing is linked, loaded or left out."""
    _write(journal, HOSTILE)
    found = _report(journal, 28, notes=frozenset({TODAY}))
    words = behind(found)
    # plan, exercise, two medicines and doses, a test, a therapy, an activity, an appointment, notes
    assert words.count(HOSTILE) >= 12
    pdf = document.draw(found)
    assert faults(pdf) == []
    assert all("/Annots" not in page and not list(page.images) for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("letters", ["W", "word "])
def test_names_at_their_longest_stay_on_the_page(journal: Journal, letters: str) -> None:
    """However long a name is, nothing runs into the foot of a page or past its edge."""
    _write(journal, (letters * 2000)[:1999])
    for page in PdfReader(BytesIO(document.draw(_report(journal, 28)))).pages[1:]:
        *words, _origin, _made = _places(page)
        assert min(y for _x, y in words) > document.LOWEST
        assert max(x for x, _y in words) < WIDTH + MARGIN


def _places(page: PageObject) -> list[tuple[float, float]]:
    """Where words begin, in the order they were drawn."""
    found: list[tuple[float, float]] = []

    def _note(words: str, frame: list[float], at: list[float], *_: object) -> None:
        if words.strip():
            found.append((frame[0] * at[4] + frame[4], frame[3] * at[5] + frame[5]))

    page.extract_text(visitor_text=_note)
    return found


def _write(journal: Journal, words: str) -> None:
    key = key_for({}, words)
    journal.exercises.add(words)
    journal.plans.adopt(
        PlanFields(name=words, started=TODAY - 9 * DAY, times_a_week=3), [PlanItemFields(exercise=key)]
    )
    journal.sessions.tick(TODAY, SetToDo(key, 1))
    as_needed = {"dose": words, "regularity": Regularity.AS_NEEDED, "started": TODAY - DAY, "why": words}
    tablet = journal.medicines.add(name=words, **as_needed).rows[0]
    journal.medicines.record_dose(tablet)
    journal.results.add(name=words, number=4, unit=words, date=TODAY)
    course = journal.therapies.add(name=words, place=words).rows[0]
    journal.therapies.add_visit(course, date=TODAY)
    journal.weekly.follow(TODAY, words)
    journal.weekly.score(TODAY, journal.weekly.sheet(TODAY).activities[0].id, 5)
    journal.appointments.add(at=EVENING, with_whom=words, questions=[words], agreed=words)
    journal.diary.record(TODAY, managed=words, note=words)
    journal.nights.record(TODAY, note=words)
    journal.symptoms.add(TODAY, kind="pain", side="left", site=words, score=3, note=words)
