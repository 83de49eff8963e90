"""The therapies, visit by visit."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.courses import CourseLine, VisitLine
from legjournal.report.sections.pieces import headed, heading, paragraph, subheading, table, whole
from legjournal.report.values import NONE, number
from legjournal.tagged_pdf.words import Words
from legjournal.trends.figures import Mean
from legjournal.words import plural, text


def therapies(report: Report) -> list[Flowable]:
    """The section."""
    name = heading(text("Therapies"))
    if not report.courses:
        return [whole(name, paragraph(text("No visit was written down in this period.")))]
    how = paragraph(
        text(
            "The legs just before and just after a visit, 0 to 10, as the patient scored them. "
            "Cost: what the patient paid."
        )
    )
    first, *others = map(_course, report.courses)
    return [*headed(name, how, *first), *(part for course in others for part in headed(*course))]


def _course(course: CourseLine) -> tuple[Words, Flowable, Flowable]:
    title = (
        text("{name}, {place}").format(name=course.name, place=course.place) if course.place else course.name
    )
    heads = (text("Date"), text("Before"), text("After"), text("Cost"))
    rows = [_visit(visit) for visit in course.visits]
    rows.append((text("Average, or sum"), _mean(course.before), _mean(course.after), _sum(course)))
    return (
        subheading(title),
        paragraph(" · ".join(_facts(course))),
        table(heads, rows, (WIDTH - 360, 110, 110, 140)),
    )


def _facts(course: CourseLine) -> Iterator[str]:
    n = len(course.visits)
    yield plural("{n} visit in this period", "{n} visits in this period", n).format(n=n)
    if course.planned:
        yield text("{n} planned in all").format(n=course.planned)
    if course.price_pence is not None:
        yield text("{price} a visit").format(price=phrases.money(course.price_pence))
    if course.started:
        yield text("begun {day}").format(day=phrases.day(course.started))
    if course.stopped:
        yield text("ended {day}").format(day=phrases.day(course.stopped))


def _visit(visit: VisitLine) -> tuple[str, ...]:
    cost = NONE if visit.cost_pence is None else phrases.money(visit.cost_pence)
    return phrases.short_day(visit.date, year=True), number(visit.before), number(visit.after), cost


def _mean(mean: Mean) -> str:
    """4.2 (5 visits)."""
    if not mean.n:
        return NONE
    visits = plural("{n} visit", "{n} visits", mean.n).format(n=mean.n)
    return f"{number(mean.value)} ({visits})"


def _sum(course: CourseLine) -> str:
    if course.cost_pence is None:
        return NONE
    visits = plural("{n} visit", "{n} visits", course.priced).format(n=course.priced)
    return f"{phrases.money(course.cost_pence)} ({visits})"
