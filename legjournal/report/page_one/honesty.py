"""The grey box: how much was recorded, when, and how to read the page."""

from reportlab.platypus import Flowable

from legjournal.report import paper
from legjournal.report.content import Report
from legjournal.report.lettering import plain
from legjournal.report.paper import WIDTH
from legjournal.report.parts.figures import Completeness
from legjournal.report.typeface import FOOT, FOOT_LEAD, ink
from legjournal.words import plural, text


def honesty(report: Report) -> Flowable:
    """How complete the record is, before anything is read into it."""
    how_to_read = text(
        "Days with nothing recorded are left blank, not counted as 0. Averages are of the days or nights "
        "with an answer, scores the patient's own, 0 (none) to 10 (worst)."
    )
    return paper.table(
        [[[plain(_recorded(report.figures.completeness), FOOT_LEAD), plain(how_to_read, FOOT)]]],
        [WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), ink(0.95)),
        ("BOX", (0, 0), (-1, -1), 0.6, ink(0.3)),  # a photocopier may lose the grey
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
