"""The head of the page: what it is, for whom, which days, and what the patient would like to ask."""

from reportlab.platypus import Flowable, Spacer

from legjournal import phrases
from legjournal.report import paper
from legjournal.report.choices import Audience, Person
from legjournal.report.content import Report
from legjournal.report.lettering import label, plain, shortened
from legjournal.report.paper import GAP, RULE, WIDTH
from legjournal.report.parts.appointments import AppointmentLine
from legjournal.report.typeface import BODY, HEADING, PERIOD, TITLE, ink
from legjournal.tagged_pdf.words import list_entry, new_list
from legjournal.trends.period import Period
from legjournal.words import text

QUESTION_LINES = 6  # all questions together
LONGEST_NAME = 60  # letters: with whom the appointment is


def title() -> str:
    """The title of the page and of the file."""
    return text("Leg pain, restless legs and sleep")


def period_in_words(period: Period) -> str:
    """26 October to 22 November 2026, or the one day."""
    return phrases.span(period.first, period.last)


def header(report: Report) -> list[Flowable]:
    """Title and period, whose page it is as far as that was chosen, and for whom it was written."""
    about = [
        [plain(words, BODY), ""] for words in (_person(report.choices.person), _occasion(report)) if words
    ]
    head = paper.table(
        [[plain(title(), TITLE, "H1"), plain(period_in_words(report.period), PERIOD)], *about],
        (WIDTH - 240, 240),
        ("TOPPADDING", (1, 0), (1, 0), 7),
        *[("SPAN", (0, row), (1, row)) for row in range(1, 1 + len(about))],
        ("BOTTOMPADDING", (0, -1), (1, -1), 7),
        ("LINEBELOW", (0, -1), (-1, -1), 1.5, ink(0)),
        pad=0,
    )
    return [head, Spacer(0, GAP)]


def _person(person: Person) -> str:
    """Sample Person · born 4 May 1961 · NHS number 943 476 5919: what was chosen of it."""
    born = text("born {day}").format(day=phrases.day(person.born)) if person.born else ""
    number = f"{person.number_name} {person.number}" if person.number else ""
    told = (label(words, LONGEST_NAME) for words in (person.name, born, number))
    return " · ".join(words for words in told if words)


def _occasion(report: Report) -> str:
    if report.next_appointment is None:
        return {
            Audience.GP: text("For a GP, written by the patient"),
            Audience.PHYSIO: text("For a physiotherapist, written by the patient"),
            Audience.PAIN_CLINIC: text("For a pain clinic, written by the patient"),
            Audience.OWN: text("Written by the patient"),
        }[report.audience]
    day = phrases.day(report.next_appointment.at.date(), weekday=True)
    who = label(report.next_appointment.with_whom, LONGEST_NAME)
    if not who:
        return text("For an appointment on {day}, written by the patient").format(day=day)
    return text("For an appointment with {who} on {day}, written by the patient").format(who=who, day=day)


def questions(report: Report) -> list[Flowable]:
    """What the patient would like from the appointment, in a box; nothing where nothing is asked."""
    asked = _asked(report.next_appointment)
    if not asked:
        return []
    lines, width = QUESTION_LINES // len(asked), WIDTH - 2 * 12 - 16
    entries, of = [], new_list(numbered=True)
    for number, question in enumerate(asked, start=1):
        entry = list_entry(of)
        words = shortened(question, BODY, width, lines, tag="LBody", within=entry)
        entries.append([plain(f"{number}.", BODY, "Lbl", entry), words])
    heading = [plain(text("What I would like from this appointment"), HEADING, "H2"), ""]
    inner = paper.table([heading, *entries], (16, width), ("SPAN", (0, 0), (1, 0)), pad=1.2)
    box = paper.table(
        [[inner]],
        [WIDTH],
        ("BOX", (0, 0), (-1, -1), *RULE),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("ROUNDEDCORNERS", [4, 4, 4, 4]),
        pad=6,
    )
    return [box, Spacer(0, GAP)]


def _asked(appointment: AppointmentLine | None) -> list[str]:
    return [question for question in appointment.questions if question.strip()] if appointment else []
