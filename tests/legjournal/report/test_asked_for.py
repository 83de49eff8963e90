"""What a report is asked to be: days, sections, what is remembered, and what of the person is printed."""

from datetime import date, datetime
from typing import Any

import pytest

from legjournal.journal import Journal
from legjournal.library.nations import Nation
from legjournal.report.choices import PRESETS, Audience, Person, Section
from legjournal.report.health_number import name_of_number, read_health_number, why_no_number
from legjournal.report.noted_days import noted_days
from legjournal.report.own_details import OwnDetails, keep_details, own_details, person
from legjournal.report.periods import Days, last_appointment, period_of
from legjournal.report.remembered import Remembered, recall, remember
from legjournal.report.section_choice import SectionChoice
from legjournal.report.section_names import name_of_section
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
GOOD, BAD = "943 476 5919", "943 476 5918"


def books(journal: Journal, when: str) -> str:
    """Write an appointment down; its id."""
    return str(journal.appointments.add(at=datetime.fromisoformat(when), with_whom="GP").rows[0])


# The days.


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (Days.TWO_WEEKS, date(2026, 11, 9)),
        (Days.FOUR_WEEKS, date(2026, 10, 26)),
        (Days.THREE_MONTHS, date(2026, 8, 24)),
    ],
)
def test_weeks_are_whole_and_end_today(journal: Journal, days: Days, first: date) -> None:
    """Two weeks are fourteen days, today the last of them."""
    period = period_of(journal, days)
    assert period == Period(first, TODAY)
    assert len(period) % 7 == 0


def test_everything_begins_with_the_first_entry(journal: Journal) -> None:
    """From the first day with an entry; of an empty journal, today."""
    assert period_of(journal, Days.ALL) == Period(TODAY, TODAY)
    journal.diary.record(date(2024, 2, 29), effect=3)
    assert period_of(journal, Days.ALL) == Period(date(2024, 2, 29), TODAY)


def test_own_days_stand_for_none(journal: Journal) -> None:
    """They are the person's to choose."""
    assert period_of(journal, Days.OWN) is None


def test_since_the_last_appointment(journal: Journal) -> None:
    """From the day of the last one there was, whatever is still to come; without one, no such choice."""
    assert period_of(journal, Days.SINCE_APPOINTMENT) is None
    books(journal, "2026-12-01T10:20+00:00")
    assert period_of(journal, Days.SINCE_APPOINTMENT) is None
    books(journal, "2026-03-02T09:00+00:00")
    books(journal, "2026-10-07T16:40+01:00")
    assert period_of(journal, Days.SINCE_APPOINTMENT) == Period(date(2026, 10, 7), TODAY)


def test_an_appointment_today(journal: Journal) -> None:
    """One this morning counts; one later this evening is still to come."""
    books(journal, "2026-10-07T16:40+01:00")
    books(journal, "2026-11-22T22:00+00:00")
    assert last_appointment(journal).at.date() == date(2026, 10, 7)
    books(journal, "2026-11-22T09:00+00:00")
    assert period_of(journal, Days.SINCE_APPOINTMENT) == Period(TODAY, TODAY)


def test_a_report_for_a_past_appointment_begins_at_the_one_before(journal: Journal) -> None:
    """Of the one it is for, and of those after it, none is the last before it."""
    books(journal, "2026-03-02T09:00+00:00")
    middle = books(journal, "2026-06-01T09:00+01:00")
    books(journal, "2026-10-07T16:40+01:00")
    assert period_of(journal, Days.SINCE_APPOINTMENT, middle) == Period(date(2026, 3, 2), TODAY)


# The sections.


def test_sections_switched_and_moved() -> None:
    """Each can be switched off and on again where it stood; moved past the ends, nothing happens."""
    choice = SectionChoice.preset(Audience.GP)
    assert choice.printed == PRESETS[Audience.GP]
    without = choice.switched(Section.LEGS, on=False)
    assert without.printed == (
        Section.SLEEP,
        Section.MEDICINES,
        Section.RESULTS,
        Section.CHARTS,
        Section.DEFINITIONS,
    )
    assert without.switched(Section.LEGS, on=True) == choice
    assert choice.moved(Section.SLEEP, 1).order[:2] == (Section.LEGS, Section.SLEEP)
    assert choice.moved(Section.SLEEP, -1) == choice
    assert choice.moved(Section.DEFINITIONS, 1) == choice


@pytest.mark.parametrize("audience", Audience)
def test_a_choice_of_sections_is_read_as_it_was_written(audience: Audience) -> None:
    """Order and switches come back; the order of a preset is the reader's, whatever was written."""
    choice = SectionChoice.preset(audience).moved(Section.DEFINITIONS, -2).switched(Section.LEGS, on=False)
    again = SectionChoice.read(audience, choice.names)
    assert again.off == {Section.LEGS}
    assert again.order == (choice.order if audience is Audience.OWN else PRESETS[audience])


@pytest.mark.parametrize(
    "names", [[], ["sleep", "walks", 7, None], ["-walks", "routine"], ["sleep", "sleep"]]
)
def test_what_is_no_section_is_passed_over(names: list[object]) -> None:
    """Whatever stands there, each section is there once, and one that is not mentioned is printed."""
    choice = SectionChoice.read(Audience.OWN, names)
    assert sorted(choice.order) == sorted(Section)
    assert choice.off == frozenset()


def test_picked_notes_are_printed_for_every_reader() -> None:
    """Before the definitions where the reader did not ask for notes; as it is ticked in the person's own."""
    gp, own = SectionChoice.preset(Audience.GP), SectionChoice.preset(Audience.OWN)
    assert gp.printed_with(notes=False) == gp.printed
    assert gp.printed_with(notes=True)[-2:] == (Section.NOTES, Section.DEFINITIONS)
    short = gp.switched(Section.DEFINITIONS, on=False)
    assert short.printed_with(notes=True)[-1] is Section.NOTES
    assert own.printed_with(notes=True) == own.printed
    assert Section.NOTES not in own.switched(Section.NOTES, on=False).printed_with(notes=True)


def test_every_section_has_a_name() -> None:
    """And no two have the same."""
    assert len({name_of_section(section) for section in Section}) == len(Section)


# What is remembered.


def test_choices_are_remembered(journal: Journal) -> None:
    """Reader, days and the sections of each reader come back, and are not among what undo takes back."""
    assert recall(journal.preferences) == Remembered(Audience.GP, Days.FOUR_WEEKS, {})
    chosen = Remembered(
        Audience.OWN,
        Days.SINCE_APPOINTMENT,
        {
            Audience.GP: SectionChoice.preset(Audience.GP).switched(Section.LEGS, on=False),
            Audience.OWN: SectionChoice.preset(Audience.OWN).moved(Section.NOTES, -3),
        },
    )
    remember(journal.preferences, chosen)
    assert recall(journal.preferences) == chosen
    assert not journal.history.undo()


@pytest.mark.parametrize(
    "brought",
    [
        "gp",
        {"for": "the cat", "days": 7, "sections": ["gp"]},
        {"for": ["gp"], "days": {}, "sections": {"the cat": ["sleep"], "gp": "sleep"}},
    ],
)
def test_what_is_no_choice_is_passed_over(journal: Journal, brought: Any) -> None:
    """Whatever an import brought under that name does no harm."""
    journal.preferences.choose("report", brought)
    assert recall(journal.preferences) == Remembered()


# What of the person is printed.


@pytest.mark.parametrize(
    ("nation", "name"),
    [
        (None, "NHS number"),
        (Nation.ENGLAND, "NHS number"),
        (Nation.WALES, "NHS number"),
        (Nation.SCOTLAND, "CHI number"),
        (Nation.NORTHERN_IRELAND, "Health and Care number"),
    ],
)
def test_the_number_has_its_name_in_each_nation(nation: Nation | None, name: str) -> None:
    """As the NHS Data Dictionary calls it."""
    assert name_of_number(nation) == name


@pytest.mark.parametrize("typed", ["9434765919", " 943 476 5919", "943-476-5919", "94 34 76 59 19"])
@pytest.mark.parametrize("nation", [None, Nation.WALES, Nation.NORTHERN_IRELAND])
def test_a_right_number_is_shown_3_3_4(typed: str, nation: Nation | None) -> None:
    """However it is typed."""
    assert read_health_number(typed, nation) == GOOD
    assert why_no_number(typed, nation) == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (BAD, "The last digit of this NHS number does not fit the others."),
        ("943 476 591", "Your NHS number has 10 digits."),
        ("943 476 59190", "Your NHS number has 10 digits."),
        ("943 476 59l9", "Your NHS number has 10 digits."),
        ("٩٤٣٤٧٦٥٩١٩", "Your NHS number has 10 digits."),
        ("<b>943</b>", "Your NHS number has 10 digits."),
    ],
)
def test_a_wrong_number_is_explained(typed: str, why: str) -> None:
    """In a sentence, and it is no number."""
    assert read_health_number(typed, None) is None
    assert why_no_number(typed, None).startswith(why)


def test_nothing_typed_is_not_wrong() -> None:
    """An empty field says nothing."""
    assert why_no_number("  ", None) == ""
    assert read_health_number("", None) is None


def test_a_chi_number_is_ten_digits_together() -> None:
    """Its check digit is not reckoned here: the source does not say how."""
    assert read_health_number("010199 000 0", Nation.SCOTLAND) == "0101990000"
    assert read_health_number("010199", Nation.SCOTLAND) is None
    assert why_no_number("010199", Nation.SCOTLAND).startswith("Your CHI number has 10 digits.")


def test_only_what_is_right_is_printed() -> None:
    """A wrong number and a day to come are left out; the rest stands as it was meant."""
    details = OwnDetails("  Sample \n Person ", "14/3/61", GOOD)
    assert person(details, None, TODAY) == Person("Sample Person", date(1961, 3, 14), GOOD, "NHS number")
    for born in ("14 March 2031", "today", "long ago", ""):
        assert person(OwnDetails(born=born, number=BAD), None, TODAY) == Person("", None, "", "NHS number")


def test_details_are_kept_in_the_journal_as_typed(journal: Journal) -> None:
    """Also what is not right yet; nothing is there at first, nor what an import brought under that name."""
    assert own_details(journal.preferences) == OwnDetails()
    typed = OwnDetails("Ŵyn", "14 Mar", BAD)
    keep_details(journal.preferences, typed)
    assert own_details(journal.preferences) == typed
    for brought in ("Ŵyn", ["Ŵyn"], {"name": 7, "born": None, "more": "x"}):
        journal.preferences.choose("report_person", brought)
        assert own_details(journal.preferences) == OwnDetails()


# The notes.


def test_days_with_a_note(journal: Journal) -> None:
    """Those of the period alone, the latest first, with all of a day that would be printed."""
    for day, note in ((21, "later"), (9, "first"), (8, "before"), (15, "gone")):
        journal.diary.record(date(2026, 11, day), note=note)
    journal.diary.record(date(2026, 11, 15), note=None, effect=4)
    journal.diary.record(date(2026, 11, 21), managed="Walked.")
    journal.nights.record(date(2026, 11, 20), note="Short.")
    found = noted_days(journal, Period(date(2026, 11, 9), TODAY))
    assert found == [
        (date(2026, 11, 21), "Walked. later"),
        (date(2026, 11, 20), "Short."),
        (date(2026, 11, 9), "first"),
    ]
