"""Test results: a number from a laboratory with its unit and its day, and nothing said about it."""

from datetime import date
from typing import Any

from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.medicines import TestResult, TestResultFields
from legjournal.storage.answers import correct_row, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Results:
    """The test results of the journal."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> list[TestResult]:
        """Every result, the newest first."""
        newest = select(TestResult).order_by(col(TestResult.date).desc(), col(TestResult.recorded_at).desc())
        with self._store.read() as session:
            return list(session.exec(newest))

    def series(self, name: str) -> list[TestResult]:
        """The results of one test, the newest first. Capitals and spaces around do not make it another."""
        return [row for row in self.all() if same_test(row.name) == same_test(name)]

    def add(self, **answers: Any) -> Changed:
        """A new result; its id is `changed.rows[0]`. Raises FutureDay, NotSaved, pydantic.ValidationError."""
        fields = TestResultFields.model_validate(answers)
        self._clock.refuse_future(fields.date)
        with self._store.change() as change:
            change.session.add(TestResult(**fields.model_dump()))
        return change.changed()

    def correct(self, result_id: str, **answers: Any) -> Changed:
        """Put a result right; one that is gone meanwhile changes nothing. Raises as `add` does."""
        day: date | None = answers.get("date")
        if day is not None:
            self._clock.refuse_future(day)
        return correct_row(self._store, TestResult, TestResultFields, result_id, answers)

    def remove(self, result_id: str) -> Changed:
        """Take a result away."""
        return remove_row(self._store, TestResult, result_id)


def same_test(name: str) -> str:
    """What two names of one test have in common: “Ferritin” and “ferritin ” are one test."""
    return " ".join(name.casefold().split())
