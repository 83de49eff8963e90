"""What is said of courses and visits: as they were typed, nothing judged."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.words import plural

if TYPE_CHECKING:
    from legjournal.models.therapies import TherapyCourse, TherapySession
    from legjournal.therapies import CourseLog, Spent


def short_name(course: "TherapyCourse") -> str:
    """A course for a sentence of ours: its name, with its place."""
    called = f"{course.name}, {course.place}" if course.place else course.name
    return phrases.cut(called, 60)


class Sayings(QObject):
    """The sentences, in one place for whoever translates or rewords them."""

    def course(self, log: "CourseLog") -> str:
        """£80 a visit · 4 of 6 visits · from 3 March 2026 until 2 May 2026."""
        course = log.course
        price = course.price_pence
        facts = [
            "" if price is None else self.tr("{money} a visit").format(money=phrases.money(price)),
            self._visits(len(log.visits), course.planned_sessions),
            self.tr("from {day}").format(day=phrases.day(course.started)) if course.started else "",
            self.tr("until {day}").format(day=phrases.day(course.stopped)) if course.stopped else "",
        ]
        return " · ".join(fact for fact in facts if fact)

    def visit(self, visit: "TherapySession") -> str:
        """22 November 2026 · £80 · legs before 6 · legs after 4."""
        facts = [
            phrases.day(visit.date),
            "" if visit.cost_pence is None else phrases.money(visit.cost_pence),
            "" if visit.before is None else self.tr("legs before {score}").format(score=visit.before),
            "" if visit.after is None else self.tr("legs after {score}").format(score=visit.after),
        ]
        return " · ".join(fact for fact in facts if fact)

    def spent(self, spent: "Spent") -> str:
        """£160; or £80, from 1 of 2 visits where not every visit has its cost."""
        if spent.pence is None:
            return self.tr("no cost written")
        if spent.priced == spent.visits:
            return phrases.money(spent.pence)
        words = self.tr("{money}, from {n} of {visits} visits")
        return words.format(money=phrases.money(spent.pence), n=spent.priced, visits=spent.visits)

    def _visits(self, n: int, planned: int | None) -> str:
        if planned:
            words = plural("{n} of {planned} visit", "{n} of {planned} visits", planned)
            return words.format(n=n, planned=planned)
        return plural("{n} visit", "{n} visits", n).format(n=n)
