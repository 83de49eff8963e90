"""The drawn report, read back from its PDF."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from reportlab import rl_config

from legjournal.clock import Clock
from legjournal.errors import CannotWrite
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.medicines import Medicine, Regularity
from legjournal.models.routine import Plan, Session
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.report import content, document
from legjournal.report.choices import Audience, Person, preset
from legjournal.report.content import Report
from legjournal.report.parts.legs import Place
from legjournal.report.parts.medicines import MedicineLine
from legjournal.report.parts.therapies import TherapyLine
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
FOUR_WEEKS = Period(date(2026, 10, 26), TODAY)
HOSTILE = '<b>bold</b> & <img src="/etc/passwd"> <a href="javascript:x">a</a> &amp; <para fontSize=300> {0}'


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    clock = Clock(lambda: datetime(2026, 11, 22, 21, tzinfo=UTC))
    with Journal.create(tmp_path / "sam.legjournal", clock) as made:
        yield made


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """Two days of pain, a night of 5 hours 45 minutes, a session, and care of every kind."""
    for day, left in ((date(2026, 11, 20), 5), (TODAY, 7)):
        journal.symptoms.add(day, kind="pain", side="left", site="calf", score=left)
        journal.symptoms.add(day, kind="urge to move", side="both", score=4)
    journal.symptoms.add(TODAY, kind="pain", side="right", site="outer-hip", score=3)
    journal.nights.record(
        TODAY,
        got_into_bed=_at(21, 22, 45),
        tried_to_sleep=_at(21, 23),
        minutes_to_fall_asleep=30,
        wakings=3,
        woken_by_legs=2,
        minutes_awake=45,
        final_waking=_at(22, 6),
        got_out_of_bed=_at(22, 7, 15),
    )
    _add_care(journal)
    return journal


def _add_care(journal: Journal) -> None:
    with journal.store.change() as change:
        course = TherapyCourse(name="Shockwave, right hip")
        change.session.add_all(
            [
                Plan(name="Hips", started=date(2026, 10, 1), times_a_week=3),
                Session(date=date(2026, 11, 21)),
                Medicine(name="Paracetamol", dose="1 g", regularity=Regularity.AS_NEEDED),
                Medicine(name="Diphenhydramine", started=date(2026, 3, 1), stopped=date(2026, 11, 5)),
                course,
            ]
        )
        change.session.flush()
        change.session.add(
            TherapySession(course_id=course.id, date=date(2026, 11, 2), cost_pence=8000, before=5, after=4)
        )
    journal.appointments.add(
        at=_at(26, 9, 40), with_whom="Dr Patel", questions=["Can my iron be checked again?"]
    )


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def _report(journal: Journal, audience: Audience = Audience.GP) -> Report:
    return content.build(journal, FOUR_WEEKS, preset(audience))


def _crowded(report: Report) -> Report:
    """The report with as much of everything, and as long, as a journal can hold."""
    places = tuple(Place(Side.LEFT, f"{HOSTILE}{n}" + "W" * 1900, 5, 6.5) for n in range(30))
    medicines = tuple(
        MedicineLine(
            f"{n} " + HOSTILE * 20, "word " * 400, Regularity.AS_NEEDED, TODAY - timedelta(days=n), TODAY
        )
        for n in range(40)
    )
    therapies = tuple(TherapyLine("x" * 2000, 1000, 10**10, 5.5, 4.5) for _ in range(20))
    assert report.next_appointment is not None
    questions = ("Why? " * 400, "y" * 200_000, "line\n" * 400)
    return replace(
        report,
        places=places,
        medicines=medicines,
        therapies=therapies,
        next_appointment=replace(report.next_appointment, questions=questions),
    )


def _page(report: Report) -> PageObject:
    """Page one; what stands behind it has tests of its own."""
    alone = replace(report, choices=replace(report.choices, sections=()))
    pages = PdfReader(BytesIO(document.draw(alone))).pages
    assert len(pages) == 1
    return pages[0]


def _words(report: Report) -> str:
    return _page(report).extract_text()


def _one_line(report: Report) -> str:
    return re.sub(r"\s+", " ", _words(report))


def test_the_numbers_of_the_value_object_are_on_the_page(filled: Journal) -> None:
    """Every figure a GP looks for is printed in the journal's own form, unbroken by a line end."""
    words = _words(_report(filled))
    for wanted in (
        "1 of 1",
        "left 6, right 3",
        "5 h 45 min",
        "67.6%",
        "Left calf",
        "Right outer hip",
        "Paracetamol 1 g, as needed",
        "3 of 28 days recorded, 1 on the same day, 2 later.",
    ):
        assert wanted in words


def test_the_header_says_what_for_and_which_days(filled: Journal) -> None:
    """The reader learns at once for which appointment this is and which period it covers."""
    words = _words(_report(filled))
    assert "For an appointment with Dr Patel on Thursday 26 November 2026, written by the patient" in words
    assert "26 October to 22 November 2026" in words
    assert "Can my iron be checked again?" in words


def _with_whom(report: Report, who: str) -> Report:
    assert report.next_appointment is not None
    return replace(report, next_appointment=replace(report.next_appointment, with_whom=who))


def test_whom_the_appointment_is_with_is_printed_as_typed(filled: Journal) -> None:
    """The person's own words for the GP are words, cut where they are long, left out where there are none."""
    report = _report(filled)
    assert "with <b>Dr</b> & {0} on Thursday" in _words(_with_whom(report, "<b>Dr</b> & {0}"))
    assert "… on Thursday 26 November 2026" in _one_line(_with_whom(report, "W" * 2000))
    assert "For an appointment on Thursday 26 November 2026" in _words(_with_whom(report, " "))


def test_whose_page_it_is_is_printed_as_far_as_chosen(filled: Journal) -> None:
    """Name, date of birth and number only where they were chosen; the name is at the foot as well."""
    report = _report(filled)
    nobody = _words(report)
    assert "born" not in nobody
    person = Person("Sam <b>Example</b>", date(1961, 5, 4), "943 476 5919", "NHS number")
    words = _one_line(replace(report, choices=replace(report.choices, person=person)))
    assert "Sam <b>Example</b> · born 4 May 1961 · NHS number 943 476 5919" in words
    assert "Sam <b>Example</b> · Made on 22 November 2026 · page 1 of 1" in words


def test_each_figure_stands_beside_the_one_before(filled: Journal) -> None:
    """The same figure of as many days before, with which way is better in words; no verdict."""
    earlier = FOUR_WEEKS.first - timedelta(days=3)
    filled.symptoms.add(earlier, kind="pain", side="left", site="calf", score=8)
    filled.diary.record(earlier, effect=6)
    filled.diary.record(TODAY, effect=5)
    words = _one_line(_report(filled))
    assert "before: 8; lower is better" in words
    assert "before: 6; lower is better" in words
    assert "before: not recorded; higher is better" in words
    assert not re.search(r"improv|worse|normal", words)


def test_activities_stand_then_and_now(filled: Journal) -> None:
    """What the person can do, with the day of each score."""
    filled.weekly.follow(FOUR_WEEKS.first, "Sit through a film")
    [film] = filled.weekly.sheet(FOUR_WEEKS.first).activities
    for day, score in ((FOUR_WEEKS.first, 2), (TODAY, 4)):
        filled.weekly.score(day, film.id, score)
    assert "Sit through a film 2, 26 Oct 4, 22 Nov" in _one_line(_report(filled))


def test_a_therapy_begun_is_on_the_chart(filled: Journal) -> None:
    """As a change of medicine is."""
    course = filled.therapies.add(name="Hydrotherapy", started=TODAY - timedelta(days=9)).rows[0]
    filled.therapies.add_visit(course, date=TODAY)
    assert "Hydrotherapy started 13 Nov" in _words(_report(filled))


@pytest.mark.parametrize(
    ("audience", "named"),
    [
        (Audience.GP, "For a GP, written by the patient"),
        (Audience.PHYSIO, "For a physiotherapist, written by the patient"),
        (Audience.PAIN_CLINIC, "For a pain clinic, written by the patient"),
        (Audience.OWN, "Written by the patient"),
    ],
)
def test_the_reader_is_named(journal: Journal, audience: Audience, named: str) -> None:
    """Without an appointment the header names the reader, and there is no box of questions."""
    words = _words(_report(journal, audience))
    assert named in words
    assert "What I would like" not in words


def test_a_therapy_shows_sessions_and_cost(filled: Journal) -> None:
    """What was tried stands with how often, at what price, and the scores before and after."""
    assert "Shockwave, right hip: 1 session, £80 5 4" in _one_line(_report(filled))


def test_the_latest_therapy_stands_first(filled: Journal) -> None:
    """Of ten years of therapies the ones still remembered are on the page."""
    report = _report(filled)
    tried = tuple(TherapyLine(f"Massage {year}", 3, None, 5, 4) for year in range(2017, 2027))
    words = _one_line(replace(report, therapies=tried))
    assert words.index("Massage 2026") < words.index("Massage 2025")
    assert "Massage 2017" not in words


def test_a_table_without_values_has_no_words_over_them(journal: Journal) -> None:
    """Where nothing was tried there is no “before” and no “after”."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6)
    words = _words(_report(journal))
    assert "What I have tried" in words
    assert "after" not in words


def test_a_mean_is_called_an_average(filled: Journal) -> None:
    """One plain word for it on the whole page, also where a point stands for several days."""
    period = Period(TODAY - timedelta(days=364), TODAY)
    words = _words(content.build(filled, period, preset(Audience.GP)))
    assert "each point: average of 7 days" in words
    assert not re.search(r"\bmean", words)


def test_a_medicine_change_is_on_the_chart(filled: Journal) -> None:
    """A medicine stopped in the period is noted at its date above the scores."""
    assert "Diphenhydramine stopped 5 Nov" in _words(_report(filled))


def test_a_new_dose_is_a_change_and_no_end(filled: Journal) -> None:
    """The chart says once that it changed, and the list does not call the old dose stopped."""
    medicine = filled.medicines.add(name="Iron", dose="210 mg", started=date(2026, 3, 1)).rows[0]
    filled.medicines.change(medicine, TODAY - timedelta(days=3), dose="105 mg")
    words = _one_line(_report(filled))

    assert "Iron changed 19 Nov" in words
    assert "Iron stopped" not in words
    assert "Iron started" not in words
    assert "Iron 210 mg: changed 18 Nov 2026" in words
    assert words.index("Iron 105 mg 19 Nov 2026") < words.index("Iron 210 mg")


def test_a_stopped_medicine_stands_last(filled: Journal) -> None:
    """What is taken now comes before what was stopped."""
    words = _one_line(_report(filled))
    assert words.index("Paracetamol 1 g") < words.index("Diphenhydramine: stopped 5 Nov 2026")


def test_hostile_text_is_printed_as_typed(filled: Journal) -> None:
    """Markup in a question is words: nothing is made bold, linked, loaded or left out."""
    report = _report(filled)
    assert report.next_appointment is not None
    asked = replace(report, next_appointment=replace(report.next_appointment, questions=(HOSTILE,)))
    page = _page(asked)
    assert HOSTILE in re.sub(r"\s+", " ", page.extract_text())
    assert "/Annots" not in page
    assert not list(page.images)


def test_what_cannot_be_printed_is_shown_as_a_box(filled: Journal) -> None:
    """Control characters, halves of characters and emoji leave a sign; Welsh and Polish are printed."""
    report = _report(filled)
    typed = "a\x00b\ud800c\u202ed\U0001f600e ŵŷ ął w\u0302"
    medicines = (MedicineLine(typed, None, Regularity.REGULAR, None, None),)
    assert "a□b□c□d□e ŵŷ ął ŵ" in _words(replace(report, medicines=medicines))


def test_equal_reports_give_equal_bytes(filled: Journal) -> None:
    """The PDF holds nothing by chance: no time of day, no random name."""
    assert document.draw(_report(filled)) == document.draw(_report(filled))


@pytest.mark.parametrize("days", [1, 28, 365, 3652, 18_263])
def test_any_period_is_one_page(filled: Journal, days: int) -> None:
    """A day, a month and fifty years all fit the page."""
    period = Period(TODAY - timedelta(days=days - 1), TODAY)
    _page(content.build(filled, period, preset(Audience.GP)))


def test_counts_of_fifty_years_stay_on_one_line(filled: Journal) -> None:
    """A large figure that would not fit its column is set smaller, not broken."""
    report = _report(filled)
    sleep = replace(report.figures.sleep, disturbed=18_000, disturbed_of=18_262)
    assert "18000 of 18262" in _words(replace(report, figures=replace(report.figures, sleep=sleep)))


def test_everything_at_its_longest_is_one_page(filled: Journal) -> None:
    """Long texts end in an ellipsis and long lists in “and N more”."""
    words = _words(_crowded(_report(filled)))
    assert "Why?…" in words
    assert "and 38 more" in words


def test_nothing_runs_into_the_grey_box(filled: Journal) -> None:
    """However much there is, whatever comes before the honesty line stands above it."""
    pieces = _pieces(_page(_crowded(_report(filled))))
    box = next(n for n, (words, _) in enumerate(pieces) if "28 days recorded" in words)
    assert min(y for _, y in pieces[:box]) > pieces[box][1] + 20


def test_the_chart_keeps_its_height(filled: Journal) -> None:
    """Long lists give way to the chart: its 0 and its 10 are at least 50 points apart."""
    pieces = _pieces(_page(_crowded(_report(filled))))
    title = next(n for n, (words, _) in enumerate(pieces) if words.startswith("Worst leg pain each day"))
    zero, _five, ten = [y for words, y in pieces[title:] if words in ("0", "5", "10")][:3]
    assert ten - zero >= 50


def _pieces(page: PageObject) -> list[tuple[str, float]]:
    """Words in the order they were drawn, with their height above the foot of the page."""
    found: list[tuple[str, float]] = []

    def _note(words: str, frame: list[float], at: list[float], *_: object) -> None:
        if words.strip():
            found.append((words.strip(), frame[3] * at[5] + frame[5]))

    page.extract_text(visitor_text=_note)
    return found


def test_the_end_of_a_therapy_line_survives_a_long_name(filled: Journal) -> None:
    """A name is shortened before its sessions and its cost are."""
    assert ": 1000 sessions, £100,000,000" in _one_line(_crowded(_report(filled)))


def test_no_letter_is_smaller_than_eight_and_a_half_points(filled: Journal) -> None:
    """Full pages drop words; they never shrink them."""
    stream = _page(_crowded(_report(filled))).get_contents()
    assert stream is not None
    sizes = [float(size) for size in re.findall(rb"/F\d+\+?\d* ([\d.]+) Tf", stream.get_data())]
    assert min(sizes) >= 8.5


def test_an_empty_period_says_so(journal: Journal) -> None:
    """Nothing recorded is said in words; no figure is 0 and there is no chart."""
    words = _words(_report(journal))
    assert "Nothing was recorded in this period." in words
    assert "0 of 28 days recorded." in words
    assert "of 0" not in words
    assert words.count("not recorded") == 4
    assert "gap: nothing recorded" not in words


def test_a_missing_answer_is_not_zero(journal: Journal) -> None:
    """With one score and no night, sleep and sessions say that they were not recorded."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6)
    words = _words(_report(journal))
    assert "left 6" in words
    assert "right" not in words
    assert (
        words.count("not recorded") == 4
    )  # disturbed nights, sleep, effect; and the pain of the days before


def test_days_without_any_score_have_no_chart(journal: Journal) -> None:
    """A period with entries but no score says why there is no chart."""
    journal.diary.record(TODAY, effect=3)
    assert "No leg pain and no urge to move was scored in this period." in _words(_report(journal))


def test_a_mean_says_of_how_many_it_is(filled: Journal) -> None:
    """Where the share of sleep comes from fewer nights than the sleep itself, both numbers stand there."""
    report = _report(filled)
    sleep = replace(report.figures.sleep, time_asleep=Mean(25, 345.0), efficiency=Mean(24, 67.6))
    words = _one_line(replace(report, figures=replace(report.figures, sleep=sleep)))
    assert "average of 25 nights" in words
    assert "67.6% of time in bed, 24 nights" in words


def test_every_font_is_embedded(filled: Journal) -> None:
    """The page looks the same on a computer without our typeface."""
    fonts = _page(_report(filled))["/Resources"]["/Font"].values()
    assert all("/FontFile2" in font.get_object()["/FontDescriptor"].get_object() for font in fonts)


def test_the_page_is_grey_on_white(filled: Journal) -> None:
    """Every ink has red, green and blue alike, so that a photocopier loses nothing."""
    stream = _page(_report(filled)).get_contents()
    assert stream is not None
    inks = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", stream.get_data())
    assert inks
    assert all(red == green == blue for red, green, blue in inks)


def test_the_file_names_its_language_and_title(filled: Journal) -> None:
    """A screen reader is told the language and the title; no author and no time of day are told."""
    reader = PdfReader(BytesIO(document.draw(_report(filled))))
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "Leg pain, restless legs and sleep"
    assert not reader.metadata.author
    assert reader.metadata.creation_date == datetime(2000, 1, 1, tzinfo=UTC)


def test_reportlab_is_set_to_trust_no_host() -> None:
    """Even if markup slipped through, ReportLab would fetch nothing and evaluate nothing."""
    assert rl_config.trustedHosts is None
    assert rl_config.toColorCanUse == "rl_extended_literal_eval"


def test_the_file_is_for_its_owner_only(filled: Journal, tmp_path: Path) -> None:
    """A saved report is whole and nobody else may read it, whatever the umask is."""
    target = tmp_path / "report.pdf"
    before = os.umask(0)
    try:
        document.save(_report(filled), target)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == document.draw(_report(filled))


def test_a_folder_that_is_not_there_is_said_in_a_sentence(filled: Journal, tmp_path: Path) -> None:
    """Saving where nothing can be written is refused in the person's own words."""
    with pytest.raises(CannotWrite, match="could not be written"):
        document.save(_report(filled), tmp_path / "gone" / "report.pdf")
