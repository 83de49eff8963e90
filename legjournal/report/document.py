"""The report drawn: one A4 page, black on white, from the value object alone.

The page holds whatever a journal holds. Lists are cut to “and N more” and long texts to an ellipsis until all
fits; letters are never made smaller.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from legjournal import phrases
from legjournal.charts import daily, scene
from legjournal.charts.body import place_name
from legjournal.charts.daily import DailyChart, Series
from legjournal.charts.scene import Role
from legjournal.models.medicines import Regularity
from legjournal.report import paper
from legjournal.report.content import (
    AppointmentLine,
    Audience,
    Completeness,
    MedicineLine,
    Report,
    RoutineSummary,
    TherapyLine,
)
from legjournal.report.figure import picture
from legjournal.report.paper import (
    BODY,
    CELL,
    COLUMN,
    COLUMN_HEAD,
    FOOT,
    FOOT_LEAD,
    HAIRLINE,
    HEADING,
    LARGE,
    LESS_LARGE,
    PERIOD,
    RULE,
    SMALL,
    TITLE,
    WIDTH,
    Entry,
    Look,
    block,
    plain,
    shortened,
)
from legjournal.storage.files import written_whole
from legjournal.trends import Mean
from legjournal.words import plural, text

CHART_TEXT = 8.5  # points

TOP, FOOTER = paper.PAGE_HEIGHT - 36, 28.0  # where the first line hangs and the last one stands
GAP = 11.0
GUTTER = WIDTH - 2 * COLUMN
CHART_LEAST, CHART_MOST = 165.0, 240.0  # points high, with its heading and the space around
MOST_PLACES, MOST_CHANGES = 6, 6
QUESTION_LINES = 8  # all questions together
NONE = "–"  # where nothing was recorded; never 0


@dataclass(frozen=True, slots=True)
class _Room:
    """How many entries a list may have, and how many lines an entry."""

    entries: int
    lines: int = 2


# From roomy to tight; the last one fits whatever the journal holds.
_ROOMS = (*map(_Room, range(9, 1, -1)), _Room(2, 1), _Room(1, 1))
_Block = Callable[[Report, _Room], list[Flowable]]


def draw(report: Report) -> bytes:
    """The report as a PDF; equal reports give equal bytes."""
    buffer = BytesIO()
    title = text("Leg pain, restless legs and sleep")
    canvas = paper.sheets(buffer, title, _period(report))
    _draw_page(canvas, report)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def save(report: Report, path: Path) -> None:
    """Write the PDF to `path`, readable by its owner only. Raises CannotWrite."""
    drawn = draw(report)
    with written_whole(path) as temporary:
        temporary.write_bytes(drawn)


def _draw_page(canvas: Canvas, report: Report) -> None:
    honesty = _honesty(report)
    lowest = FOOTER + 20 + paper.height(honesty)
    paper.draw_down(canvas, _page(report, TOP - lowest - GAP), TOP)
    paper.draw_down(canvas, [honesty], lowest)
    paper.draw_down(canvas, [_footer(report)], FOOTER + SMALL.leading)


def _page(report: Report, height: float) -> list[Flowable]:
    """What stands above the grey box: the columns as roomy as they can be, the chart in what they leave."""
    above = [*_header(report), *_questions(report), _figures(report)]
    left = height - sum(map(paper.height, above))
    columns = _columns(report, left - CHART_LEAST)
    return [*above, *_chart(report, min(left - paper.height(columns), CHART_MOST)), columns]


def _header(report: Report) -> list[Flowable]:
    title = plain(text("Leg pain, restless legs and sleep"), TITLE)
    head = paper.table(
        [[title, plain(_period(report), PERIOD)], [plain(_occasion(report), BODY), ""]],
        (WIDTH - 240, 240),
        ("TOPPADDING", (1, 0), (1, 0), 7),
        ("SPAN", (0, 1), (1, 1)),
        ("BOTTOMPADDING", (0, 1), (1, 1), 7),
        ("LINEBELOW", (0, 1), (-1, 1), 1.5, paper.ink(0)),
        pad=0,
    )
    return [head, Spacer(0, GAP)]


def _period(report: Report) -> str:
    first, last = report.period.first, report.period.last
    return phrases.day(first) if first == last else phrases.span(first, last)


def _occasion(report: Report) -> str:
    to_physio = report.audience is Audience.PHYSIO
    if report.next_appointment is None:
        return (
            text("For a physiotherapist, written by the patient")
            if to_physio
            else text("For a GP, written by the patient")
        )
    pattern = (
        text("For a physiotherapy appointment on {day}, written by the patient")
        if to_physio
        else text("For a GP appointment on {day}, written by the patient")
    )
    return pattern.format(day=phrases.day(report.next_appointment.at.date(), weekday=True))


def _questions(report: Report) -> list[Flowable]:
    asked = _asked(report.next_appointment)
    if not asked:
        return []
    lines, width = QUESTION_LINES // len(asked), WIDTH - 2 * 12 - 16
    numbered = [
        [plain(f"{number}.", BODY), shortened(question, BODY, width, lines)]
        for number, question in enumerate(asked, start=1)
    ]
    heading = [plain(text("What I would like from this appointment"), HEADING), ""]
    inner = paper.table([heading, *numbered], (16, width), ("SPAN", (0, 0), (1, 0)), pad=1.2)
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


@dataclass(frozen=True, slots=True)
class _Figure:
    """One of the four large figures: the number, what it is, and what it is of."""

    value: str | None
    words: str
    notes: Sequence[str] = ()


def _figures(report: Report) -> Flowable:
    figures = (_disturbed(report), _pain(report), _asleep(report), _sessions(report))
    quarter = WIDTH / 4
    widest = max(paper.width_of(figure.value or NONE, LARGE) for figure in figures)
    look = LARGE if widest < quarter - 15 else LESS_LARGE
    return paper.table(
        [[_figure_cell(figure, look) for figure in figures]],
        [quarter] * 4,
        ("LINEABOVE", (0, 0), (-1, 0), *RULE),
        ("LINEBELOW", (0, 0), (-1, 0), *RULE),
        ("LINEBEFORE", (1, 0), (-1, 0), *HAIRLINE),
        ("LEFTPADDING", (1, 0), (-1, 0), 9),
        ("RIGHTPADDING", (0, 0), (-1, 0), 5),
        pad=6,
    )


def _figure_cell(figure: _Figure, look: Look) -> list[Flowable]:
    notes = figure.notes if figure.value is not None else (text("not recorded"),)
    return [
        plain(figure.value or NONE, look),
        plain(figure.words, CELL),
        *(plain(note, SMALL) for note in notes),
    ]


def _disturbed(report: Report) -> _Figure:
    sleep = report.sleep
    counted = text("{n} of {nights}").format(n=sleep.disturbed, nights=sleep.disturbed_of)
    words = text("nights woken twice or more by the legs")
    return _Figure(counted if sleep.disturbed_of else None, words)


def _pain(report: Report) -> _Figure:
    pain = report.pain
    sides = [
        pattern.format(mean=phrases.number(side.mean))
        for pattern, side in (
            (text("left {mean}"), report.pain_left),
            (text("right {mean}"), report.pain_right),
        )
        if side.mean is not None
    ]
    value = None if pain.mean is None else phrases.number(pain.mean)
    notes = (_mean_of_days(pain.days), ", ".join(sides))
    return _Figure(value, text("worst leg pain of the day, 0 to 10"), notes)


def _mean_of_days(n: int) -> str:
    return plural("mean of {n} day", "mean of {n} days", n).format(n=n)


def _asleep(report: Report) -> _Figure:
    asleep, efficiency = report.sleep.time_asleep, report.sleep.efficiency
    notes = [plural("mean of {n} night", "mean of {n} nights", asleep.n).format(n=asleep.n)]
    if efficiency.value is not None:
        share = text("{share} of time in bed").format(share=_per_cent(efficiency.value))
        nights = plural("{n} night", "{n} nights", efficiency.n).format(n=efficiency.n)
        notes.append(share if efficiency.n == asleep.n else f"{share}, {nights}")
    value = None if asleep.value is None else phrases.short_length(asleep.value)
    return _Figure(value, text("asleep a night"), notes)


def _sessions(report: Report) -> _Figure:
    routine = report.routine
    notes = _planned(routine)
    if routine.weeks_on_target is not None:
        pattern = plural(
            "on target in {n} of {weeks} week", "on target in {n} of {weeks} weeks", routine.weeks
        )
        notes.append(pattern.format(n=routine.weeks_on_target, weeks=routine.weeks))
    words = plural("session of the routine", "sessions of the routine", routine.sessions)
    return _Figure(str(routine.sessions) if routine.sessions else None, words, notes)


def _planned(routine: RoutineSummary) -> list[str]:
    per_week = routine.target_per_week
    return [text("{n} a week planned").format(n=per_week)] if per_week else []


def _chart(report: Report, height: float) -> list[Flowable]:
    series = _series(report)
    if not series:
        return [Spacer(0, GAP), plain(_why_no_chart(report), BODY), Spacer(0, GAP)]
    chart = _daily_chart(report, series)
    title = chart.summary
    if chart.days_to_a_point > 1:
        title = text("{title}: mean of each {n} days").format(title=title, n=chart.days_to_a_point)
        chart = replace(chart, disturbed=())  # one mark a night would be a black bar
    heading = plain(title, HEADING)
    room = height - 2 * GAP - 3 - paper.height(heading)
    drawn = daily.draw(chart, WIDTH, room, CHART_TEXT)
    return [Spacer(0, GAP), heading, Spacer(0, 3), picture(drawn, CHART_TEXT), Spacer(0, GAP)]


def _daily_chart(report: Report, series: Sequence[Series]) -> DailyChart:
    return DailyChart(
        period=report.period,
        series=series,
        summary=_chart_title(series),
        disturbed=[line.date for line in report.days if (line.woken_by_legs or 0) >= 2],
        changes=_changes(report),
    )


def _why_no_chart(report: Report) -> str:
    if report.empty:
        return text("Nothing was recorded in this period.")
    return text("No leg pain and no urge to move was scored in this period.")


def _series(report: Report) -> list[Series]:
    pain = {line.date: float(line.pain) for line in report.days if line.pain is not None}
    urge = {line.date: float(line.urge_to_move) for line in report.days if line.urge_to_move is not None}
    series = (
        Series(text("worst leg pain"), pain, Role.FIRST, scene.Shape.DISC),
        Series(text("urge to move"), urge, Role.SECOND, scene.Shape.SQUARE),
    )
    return [each for each in series if each.values]


def _chart_title(series: Sequence[Series]) -> str:
    if len(series) == 2:
        return text("Worst leg pain each day, urge to move each evening")
    if series[0].role is Role.FIRST:
        return text("Worst leg pain each day")
    return text("Urge to move each evening")


def _changes(report: Report) -> list[tuple[date, str]]:
    """The last medicine changes of the period, one note a date."""
    dated = sorted(_dated_changes(report), key=itemgetter(0))
    years = report.period.first.year != report.period.last.year
    notes = []
    for day, of_day in groupby(dated, key=itemgetter(0)):
        first, *others = [words for _, words in of_day]
        more = text(" and {n} more").format(n=len(others)) if others else ""
        notes.append((day, f"{first} {phrases.short_day(day, year=years)}{more}"))
    return notes[-MOST_CHANGES:]


def _dated_changes(report: Report) -> Iterator[tuple[date, str]]:
    for medicine in report.medicines:
        name = paper.label(medicine.name, 24)
        if medicine.started and report.period.first <= medicine.started <= report.period.last:
            yield medicine.started, text("{name} started").format(name=name)
        if medicine.stopped and report.period.first <= medicine.stopped <= report.period.last:
            yield medicine.stopped, text("{name} stopped").format(name=name)


def _columns(report: Report, height: float) -> Flowable:
    left: list[_Block] = [_sleep, _places]
    right: list[_Block] = [_routine, _urge, _medicines, _therapies]
    if report.empty:  # one sentence above says that nothing was recorded; what stands outside the days stays
        left, right = [_medicines], [_therapies]
    cells = [_column(report, left, height), "", _column(report, right, height)]
    return paper.table([cells], (COLUMN, GUTTER, COLUMN), pad=0)


def _column(report: Report, blocks: Sequence[_Block], height: float) -> list[Flowable]:
    """The blocks one below the other, in the roomiest form that is no higher than `height`."""
    for room in _ROOMS:
        parts = [part for draw_block in blocks for part in (Spacer(0, GAP), *draw_block(report, room))][1:]
        if sum(map(paper.height, parts)) <= height:
            break
    return parts


def _listed(
    heads: Sequence[str], entries: Sequence[Entry], widths: Sequence[float], room: _Room, most: int
) -> list[Flowable]:
    """A block of at most `most` entries that says how many more there are."""
    hidden = max(0, len(entries) - most)
    more = plural("and {n} more", "and {n} more", hidden).format(n=hidden) if hidden else ""
    return block(heads, entries[:most], widths, room.lines, more)


def _not_recorded() -> Entry:
    return Entry(text("Not recorded."))


def _sleep(report: Report, room: _Room) -> list[Flowable]:
    sleep = report.sleep
    entries = [
        Entry(text("Asleep"), (_length(sleep.time_asleep), str(sleep.time_asleep.n))),
        Entry(text("In bed"), (_length(sleep.time_in_bed), str(sleep.time_in_bed.n))),
        Entry(text("To fall asleep"), (_length(sleep.to_fall_asleep), str(sleep.to_fall_asleep.n))),
        Entry(text("Awake in the night"), (_length(sleep.awake_in_night), str(sleep.awake_in_night.n))),
        Entry(text("Times awake"), (_number(sleep.wakings.value), str(sleep.wakings.n))),
        Entry(text("Woken by the legs"), (_number(sleep.woken_by_legs.value), str(sleep.woken_by_legs.n))),
        Entry(text("Asleep while in bed"), (_per_cent(sleep.efficiency.value), str(sleep.efficiency.n))),
    ]
    heads = (text("Sleep"), text("mean"), text("nights"))
    return block(heads, entries if sleep.nights else [_not_recorded()], (110, 40), room.lines)


def _length(mean: Mean) -> str:
    return NONE if mean.value is None else phrases.length(mean.value)


def _number(value: float | None) -> str:
    return NONE if value is None else phrases.number(value)


def _per_cent(value: float | None) -> str:
    return NONE if value is None else f"{phrases.number(value)}%"


def _places(report: Report, room: _Room) -> list[Flowable]:
    entries = [
        Entry(place_name(place.side, place.site), (_number(place.mean), str(place.days)))
        for place in report.places
    ]
    heads = (text("Where it hurts"), text("mean, 0 to 10"), text("days"))
    return _listed(heads, entries or [_not_recorded()], (74, 40), room, min(room.entries, MOST_PLACES))


def _routine(report: Report, room: _Room) -> list[Flowable]:
    routine = report.routine
    done = plural("{n} session", "{n} sessions", routine.sessions).format(n=routine.sessions)
    parts = [done if routine.sessions else text("No sessions recorded"), *_planned(routine)]
    entries = [Entry(", ".join(parts))]
    if routine.sessions:
        after, without = routine.day_after_session, routine.day_after_rest
        entries.append(Entry(text("Day after a session"), (_number(after.value), str(after.n))))
        entries.append(Entry(text("Day after no session"), (_number(without.value), str(without.n))))
    heads = (text("Routine"), text("worst pain, mean"), text("days"))
    return block(heads, entries, (90, 40), room.lines)


def _urge(report: Report, room: _Room) -> list[Flowable]:
    urge = report.urge_to_move
    strongest = Entry(text("Strongest each evening"), (_number(urge.mean), str(urge.days)))
    heads = (text("Urge to move"), text("mean, 0 to 10"), text("evenings"))
    return block(heads, [strongest if urge.days else _not_recorded()], (74, 48), room.lines)


def _medicines(report: Report, room: _Room) -> list[Flowable]:
    in_use_first = sorted(report.medicines, key=_is_stopped)
    entries = [Entry(_as_typed(medicine), (_since(medicine),), _how(medicine)) for medicine in in_use_first]
    heads = (text("Medicines, as I take them"), text("since"))
    return _listed(heads, entries or [Entry(text("None written down."))], (62,), room, room.entries)


def _is_stopped(medicine: MedicineLine) -> bool:
    return medicine.stopped is not None


def _as_typed(medicine: MedicineLine) -> str:
    return f"{medicine.name} {medicine.dose or ''}"


def _how(medicine: MedicineLine) -> str:
    """What a reader must not miss, however long the name is."""
    how = text(", as needed") if medicine.regularity == Regularity.AS_NEEDED else ""
    return how + text(": stopped") if medicine.stopped else how


def _since(medicine: MedicineLine) -> str:
    when = medicine.stopped or medicine.started
    return phrases.short_day(when, year=True) if when else NONE


def _therapies(report: Report, room: _Room) -> list[Flowable]:
    entries = [
        Entry(therapy.name, (_number(therapy.before), _number(therapy.after)), _sessions_and_cost(therapy))
        for therapy in report.therapies
    ]
    heads = (text("What I have tried"), text("before"), text("after"))
    return _listed(heads, entries or [Entry(text("None written down."))], (42, 34), room, room.entries)


def _sessions_and_cost(therapy: TherapyLine) -> str:
    sessions = plural(": {n} session", ": {n} sessions", therapy.sessions).format(n=therapy.sessions)
    cost = therapy.cost_pence
    return sessions if cost is None else f"{sessions}, {phrases.money(cost)}"


def _honesty(report: Report) -> Flowable:
    how_to_read = text(
        "Days with nothing recorded are left blank, not counted as 0. Scores are the patient's own, 0 to 10. "
        "Asleep while in bed = time asleep ÷ (got up − got into bed)."
    )
    return paper.table(
        [[[plain(_recorded(report.completeness), FOOT_LEAD), plain(how_to_read, FOOT)]]],
        [WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), paper.ink(0.93)),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("ROUNDEDCORNERS", [3, 3, 3, 3]),
        pad=6,
    )


def _recorded(done: Completeness) -> str:
    if not done.recorded:
        return plural("0 of {n} day recorded.", "0 of {n} days recorded.", done.days).format(n=done.days)
    pattern = plural(
        "{recorded} of {n} day recorded, {same_day} on the same day, {later} later.",
        "{recorded} of {n} days recorded, {same_day} on the same day, {later} later.",
        done.days,
    )
    later = done.recorded - done.same_day
    return pattern.format(recorded=done.recorded, n=done.days, same_day=done.same_day, later=later)


def _footer(report: Report) -> Flowable:
    day = phrases.day(report.made_on)
    made = text("Made on {day} · page {page} of {pages}").format(day=day, page=1, pages=1)
    origin = text("Self-reported with Leg Journal. Not a diagnosis.")
    return paper.table([[plain(origin, SMALL), plain(made, COLUMN_HEAD)]], (WIDTH / 2, WIDTH / 2), pad=0)
