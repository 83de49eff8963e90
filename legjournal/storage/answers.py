"""Writing a person's answers into a row: checked by its Fields, and gone when nothing is left answered."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from legjournal.models.row import Fields, Row

if TYPE_CHECKING:
    from legjournal.storage.history import Changed
    from legjournal.storage.store import Store


def answer_for_day(
    session: Session, table: type[Row], fields: type[Fields], day: date, answers: dict[str, Any]
) -> None:
    """Merge `answers` into the one row of `day`. None takes an answer back; a row without any is removed.

    Raises pydantic.ValidationError for an answer outside its bounds.
    """
    row = session.exec(select(table).where(table.date == day)).first()  # type: ignore[attr-defined]
    checked = _checked(fields, row, answers)
    answered = any(value is not None for value in checked.values())
    if row is None and answered:
        session.add(table(**checked, date=day))  # type: ignore[call-arg]
    elif row is not None and answered:
        _assign(row, checked)
    elif row is not None:
        session.delete(row)


def answer(session: Session, row: Row, fields: type[Fields], answers: dict[str, Any]) -> None:
    """Merge `answers` into a row that stays even when nothing is answered."""
    _assign(row, _checked(fields, row, answers))
    session.add(row)


def correct_row(
    store: "Store", table: type[Row], fields: type[Fields], row_id: str, answers: dict[str, Any]
) -> "Changed":
    """Store answers about the row of this id; one that is gone meanwhile changes nothing.

    Raises NotSaved, pydantic.ValidationError.
    """
    with store.change() as change:
        row = change.session.get(table, row_id)
        if row is not None:
            answer(change.session, row, fields, answers)
    return change.changed()


def remove_row(store: "Store", table: type[Row], row_id: str) -> "Changed":
    """Take the row of this id away, of which its revision is kept; one that is gone changes nothing."""
    with store.change() as change:
        row = change.session.get(table, row_id)
        if row is not None:
            change.session.delete(row)
    return change.changed()


def _checked(fields: type[Fields], row: Row | None, answers: dict[str, Any]) -> dict[str, Any]:
    current = {name: getattr(row, name) for name in fields.model_fields} if row else {}
    return fields.model_validate({**current, **answers}).model_dump()


def _assign(row: Row, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
