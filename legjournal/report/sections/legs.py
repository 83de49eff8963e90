"""Legs: where they hurt, each kind by side, when the urge to move comes, and what helped."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.charts import body_map
from legjournal.charts.body import place_name
from legjournal.charts.body_map import Marked, Place
from legjournal.entries import felt
from legjournal.phrases import count
from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.urge import Onset
from legjournal.report.sections.drawn import drawn
from legjournal.report.sections.pieces import headed, heading, paragraph, subheading, table, whole
from legjournal.report.sections.spans import span_name, step_name
from legjournal.report.values import NONE, number
from legjournal.trends.felt import HurtPlace
from legjournal.words import plural, text

LETTERS = 9.0  # points, in the drawing
MOST_WAYS = 12  # things that helped
_HIGH = 330.0  # points: the drawing with its words


def legs(report: Report) -> list[Flowable]:
    """The section."""
    name = heading(text("Legs"))
    if not report.by_side:
        return [whole(name, paragraph(text("Nothing felt in the legs was recorded in this period.")))]
    return [
        whole(name, *_where(report)),
        *_places(report),
        *_sides(report),
        *_onset(report),
        *_helped(report),
    ]


def _where(report: Report) -> Iterator[Flowable]:
    yield subheading(text("Where it hurt"))
    marked: dict[Place, Marked] = {
        (place.side, place.site): Marked(place.number, place.days)
        for place in report.hurt
        if place.number and place.side and place.site
    }
    if marked:
        scene = body_map.draw(marked, _in_words(report.hurt), WIDTH, _HIGH, LETTERS)
        drawing = drawn(scene, LETTERS)
        drawing.spaceAfter = 8.0
        yield drawing
        yield paragraph(
            text(
                "Left and right are my own. The numbers are those of the table. It hurt on a day if pain was "
                "written down and was not 0; the average is of all days with a score. What hurt on both "
                "sides counts for each."
            )
        )
    elif not report.hurt:
        yield paragraph(text("No pain was recorded in this period."))


def _in_words(places: Sequence[HurtPlace]) -> str:
    """The drawing for whoever does not see it."""
    named = (
        plural("{number}, {place}: {n} day", "{number}, {place}: {n} days", place.days).format(
            number=place.number, place=place_name(place.side, place.site), n=count(place.days)
        )
        for place in places
        if place.number
    )
    return text("The legs in front and behind. {places}.").format(places="; ".join(named))


def _places(report: Report) -> Iterator[Flowable]:
    if report.hurt:
        rows = [
            (
                str(place.number or NONE),
                place_name(place.side, place.site),
                count(place.days),
                number(place.mean.value),
                count(place.mean.n) if place.mean.n else NONE,
            )
            for place in report.hurt
        ]
        heads = (text("No."), text("Place"), text("hurt on, days"), text("average, 0 to 10"), text("of days"))
        yield table(heads, rows, (28, WIDTH - 288, 90, 110, 60), words=2)


def _sides(report: Report) -> Iterator[Flowable]:
    heads = (
        text("On how many days"),
        text("left only"),
        text("right only"),
        text("both"),
        text("no side given"),
        text("all"),
    )
    rows = [
        (
            phrases.begun_large(felt.kind(of.kind)),
            *(count(days) for days in (of.left, of.right, of.both, of.no_side, of.days)),
        )
        for of in report.by_side
    ]
    widths = (WIDTH - 350, 70, 75, 55, 95, 55)
    yield whole(subheading(text("What was felt, and on which side")), table(heads, rows, widths))


def _onset(report: Report) -> Iterator[Flowable]:
    urge = report.urge
    if not urge.evenings:
        return
    name = subheading(text("When the urge to move begins"))
    if urge.onset is None:
        yield whole(name, paragraph(text("No time was written down.")))
        return
    parts = [name, paragraph(_when(urge.onset, urge.evenings))]
    if urge.onsets:
        heads = (step_name(urge.step), text("on average"), text("earliest"), text("latest"), text("evenings"))
        rows = [
            (span_name(of.first, urge.step), *(_times(of.onset) if of.onset else [NONE] * 4))
            for of in urge.onsets
        ]
        parts.append(table(heads, rows, (WIDTH - 340, 90, 85, 85, 80)))
    yield from headed(*parts)


def _when(onset: Onset, evenings: int) -> str:
    said = text("First felt at {mean} on average: earliest {earliest}, latest {latest}. ")
    of = plural(
        "A time was written down on {n} of {m} evening with the urge to move.",
        "A time was written down on {n} of {m} evenings with the urge to move.",
        evenings,
    )
    mean, earliest, latest, n = _times(onset)
    return said.format(mean=mean, earliest=earliest, latest=latest) + of.format(n=n, m=count(evenings))


def _times(onset: Onset) -> list[str]:
    return [*map(phrases.clock, (onset.mean, onset.earliest, onset.latest)), count(onset.evenings)]


def _helped(report: Report) -> Iterator[Flowable]:
    urge = report.urge
    if not urge.helped:
        return
    hidden = len(urge.helped) - MOST_WAYS
    rows = [(helped.words, count(helped.urge), count(helped.pain)) for helped in urge.helped[:MOST_WAYS]]
    heads = (
        text("As I wrote it"),
        plural("of {n} evening with the urge", "of {n} evenings with the urge", urge.evenings).format(
            n=count(urge.evenings)
        ),
        plural("of {n} day with pain", "of {n} days with pain", urge.days).format(n=count(urge.days)),
    )
    parts = [subheading(text("What helped")), table(heads, rows, (WIDTH - 310, 170, 140))]
    if hidden > 0:
        more = plural("And {n} more, written less often.", "And {n} more, written less often.", hidden)
        parts.append(paragraph(more.format(n=hidden)))
    yield whole(*parts)
