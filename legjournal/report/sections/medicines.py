"""The medicines: what is taken, what changed when, and the doses month by month."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.entries import values
from legjournal.models.medicines import Regularity
from legjournal.phrases import count
from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.doses import DosesOfSpan, MedicineDoses
from legjournal.report.parts.medicines import MedicineLine
from legjournal.report.sections.pieces import headed, heading, paragraph, subheading, table, whole
from legjournal.report.sections.spans import span_name, step_name
from legjournal.report.values import NONE
from legjournal.tagged_pdf.words import Words
from legjournal.trends.medicine_changes import MedicineChange, What
from legjournal.words import plural, text

_LINES = 6  # of a dose or a reason as typed


def medicines(report: Report) -> list[Flowable]:
    """The section."""
    name = heading(text("Medicines"))
    if not (report.medicines or report.medicine_changes or report.doses):
        return [whole(name, paragraph(text("No medicine was written down for this period.")))]
    return [
        *headed(name, *_taken(report)),
        *_changed(report),
        *_doses(report.doses),
    ]


def _taken(report: Report) -> list[Flowable]:
    last = report.period.last
    rows = [_taken_row(line) for line in report.medicines if line.stopped is None or line.stopped > last]
    day = phrases.day(last)
    if not rows:
        return [paragraph(text("None was taken on {day}.").format(day=day))]
    heads = (text("Taken on {day}, as typed").format(day=day), text("How"), text("Since"))
    return [table(heads, rows, (WIDTH - 190, 90, 100), words=3, lines=_LINES)]


def _taken_row(line: MedicineLine) -> tuple[str, str, str]:
    since = phrases.short_day(line.started, year=True) if line.started else NONE
    return _as_typed(line.name, line.dose), values.regularity(Regularity(line.regularity)), since


def _as_typed(name: str, dose: str | None) -> str:
    return f"{name} {dose}" if dose else name


def _changed(report: Report) -> list[Flowable]:
    if not report.medicine_changes:
        return [paragraph(text("No medicine was started, changed or stopped in this period."))]
    rows = [
        (phrases.short_day(change.date, year=True), _as_typed(change.name, change.dose), _what(change))
        for change in report.medicine_changes
    ]
    heads = (text("Date"), text("Medicine, as typed"), text("What changed"))
    name = subheading(text("What changed in this period"))
    return headed(name, table(heads, rows, (88, 0.5 * (WIDTH - 88), 0.5 * (WIDTH - 88)), 3, _LINES))


def _what(change: MedicineChange) -> str:
    """Changed, 210 mg until then: upset stomach."""
    match change.what:
        case What.STARTED:
            words = text("started")
        case What.STOPPED:
            words = text("stopped")
        case What.CHANGED if change.before:
            words = text("changed, {dose} until then").format(dose=change.before)
        case What.CHANGED:
            words = text("changed")
    return f"{words}: {change.why}" if change.why else words


def _doses(medicines: Sequence[MedicineDoses]) -> Iterator[Flowable]:
    """Medicine by medicine; how they are counted stands below the last."""
    for medicine in medicines:
        how = [paragraph(_how_counted())] if medicine is medicines[-1] else []
        yield from headed(*_of_medicine(medicine), *how)


def _of_medicine(medicine: MedicineDoses) -> tuple[Words, Flowable]:
    pattern = plural("{name}, {how}: {n} dose", "{name}, {how}: {n} doses", medicine.doses)
    how = values.regularity(Regularity(medicine.regularity))
    name = subheading(pattern.format(name=medicine.name, how=how, n=count(medicine.doses)))
    heads = (step_name(medicine.step), text("How much, as typed"), text("Doses"), text("On days"))
    rows = [
        (span_name(span.first, medicine.step), _amounts(span), count(span.doses), count(span.days))
        for span in medicine.spans
    ]
    return name, table(heads, rows, (110, WIDTH - 250, 70, 70), words=2, lines=_LINES)


def _amounts(span: DosesOfSpan) -> str:
    """1 g: 8, 500 mg: 2. The amount alone where all doses were of it."""
    if len(span.amounts) == 1:
        return span.amounts[0][0] or NONE
    return ", ".join(f"{amount or text('not said')}: {count(n)}" for amount, n in span.amounts)


def _how_counted() -> str:
    return text(
        "Only doses that were written down are counted, and months without one are left out. "
        "A dose before 4am counts for the evening before."
    )
