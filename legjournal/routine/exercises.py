"""Every exercise a person can choose from: the bundled ones, their own, and what they keep about either."""

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, select

from legjournal.errors import HiddenNameTaken, NameTaken, NoPicture
from legjournal.library.exercises import ExercisePage, exercise_name, exercises
from legjournal.limits import PICTURE_LIMIT
from legjournal.models.routine import Area, Exercise, ExerciseFields, ExerciseMark, ExerciseMarkFields
from legjournal.storage.answers import answer
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

OWN = "own-"  # how the key of an own exercise begins; no bundled one's does
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class KnownExercise:
    """An exercise as the person knows it.

    page: its bundled page, None for an own one. hidden: it is no longer offered. picture: the person's own, a
    PNG or JPEG file. note: what the person wrote about it, perhaps what a physio said.
    """

    key: str
    name: str
    area: Area
    each_side: bool
    steps: tuple[str, ...]
    page: ExercisePage | None = None
    hidden: bool = False
    picture: bytes | None = None
    note: str | None = None

    @property
    def own(self) -> bool:
        """Whether it is the person's own."""
        return self.page is None


class KnownExercises(dict[str, KnownExercise]):
    """Exercises by key. One that is gone can be asked for too: it is hidden, with the name its key tells."""

    def __missing__(self, key: str) -> KnownExercise:
        name = exercise_name(key.removeprefix(OWN))
        return KnownExercise(key, name, Area.OTHER, each_side=False, steps=(), hidden=True)


class Exercises:
    """The bundled exercises and the person's own. A key never changes: plans and history name it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> KnownExercises:
        """All of them by key, the bundled ones first, hidden ones too."""
        with self._store.read() as session:
            marks = {mark.exercise: mark for mark in session.exec(select(ExerciseMark))}
            own = sorted(session.exec(select(Exercise)), key=lambda row: (row.name.casefold(), row.key))
        bundled = (_from_page(key, page) for key, page in exercises().items.items())
        known = [*bundled, *(_from_row(row) for row in own)]
        return KnownExercises((each.key, _marked(each, marks.get(each.key))) for each in known)

    def get(self, key: str) -> KnownExercise:
        """The exercise of this key, also one that is gone. For several, ask `all` once."""
        return self.all()[key]

    def add(
        self,
        name: str,
        *,
        each_side: bool = False,
        area: Area = Area.OTHER,
        steps: Sequence[str] = (),
        note: str | None = None,
        picture: bytes | None = None,
    ) -> Changed:
        """A new exercise of the person's own; `key_for(name)`, asked before, is its key.

        Raises NameTaken, NoPicture, NotSaved, and pydantic.ValidationError for an empty or endless name.
        """
        known = self.all()
        refuse_taken(known, name)
        fields = ExerciseFields(
            key=key_for(known, name), name=name, each_side=each_side, steps=list(steps) or None, note=note
        )
        marked = {"area": area, "picture": _as_text(picture)}
        with self._store.change() as change:
            change.session.add(Exercise(**fields.model_dump()))
            _mark(change.session, fields.key, **marked)
        return change.changed()

    def change(self, key: str, **answers: Any) -> Changed:
        """Change an own exercise: `name`, `each_side`, `area`, `steps`, `note`, `picture`. Raises as `add`.

        What is not named stays; a bundled exercise, or one that is gone, changes nothing.
        """
        if "name" in answers:
            refuse_taken(self.all(), answers["name"], but=key)
        marked = {name: answers.pop(name) for name in ("area", "picture") if name in answers}
        if "picture" in marked:
            marked["picture"] = _as_text(marked["picture"])
        if "steps" in answers:
            answers["steps"] = list(answers["steps"] or ()) or None
        with self._store.change() as change:
            row = _own(change.session, key)
            if row is not None:
                answer(change.session, row, ExerciseFields, answers)
                _mark(change.session, key, **marked)
        return change.changed()

    def hide(self, key: str) -> Changed:
        """Offer an exercise no longer. Plans and history keep it with its name."""
        return self._note_down(key, hidden=True)

    def show(self, key: str) -> Changed:
        """Offer an exercise again."""
        return self._note_down(key, hidden=False)

    def set_note(self, key: str, note: str | None) -> Changed:
        """Keep a note about an exercise, bundled or own; None takes it back."""
        with self._store.change() as change:
            row = _own(change.session, key)
            if row is not None:
                answer(change.session, row, ExerciseFields, {"note": note})
            else:
                _mark(change.session, key, note=note)
        return change.changed()

    def set_picture(self, key: str, picture: bytes | None) -> Changed:
        """Keep a picture with an exercise, bundled or own; None takes it back. Raises NoPicture, NotSaved."""
        return self._note_down(key, picture=_as_text(picture))

    def _note_down(self, key: str, **answers: Any) -> Changed:
        with self._store.change() as change:
            _mark(change.session, key, **answers)
        return change.changed()


def refuse_taken(known: Mapping[str, KnownExercise], name: str, but: str | None = None) -> None:
    """Raise NameTaken where another exercise than `but` has this name, in capitals or not."""
    for other in known.values():
        if _bare(other.name) == _bare(name) and other.key != but:
            raise HiddenNameTaken if other.hidden else NameTaken


def key_for(known: Mapping[str, KnownExercise], name: str) -> str:
    """The key that a new exercise of this name has."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:60].strip("-") or "exercise"
    key, number = OWN + slug, 2
    while key in known:
        key, number = f"{OWN}{slug}-{number}", number + 1
    return key


def _from_page(key: str, page: ExercisePage) -> KnownExercise:
    return KnownExercise(key, page.name, page.area, page.each_side, tuple(page.steps), page)


def _from_row(row: Exercise) -> KnownExercise:
    return KnownExercise(row.key, row.name, Area.OTHER, row.each_side, tuple(row.steps or ()), note=row.note)


def _marked(known: KnownExercise, mark: ExerciseMark | None) -> KnownExercise:
    if mark is None:
        return known
    return replace(
        known,
        area=known.area if known.page else mark.area or known.area,
        hidden=mark.hidden,
        picture=_as_picture(mark.picture),
        note=known.note or mark.note,
    )


def _own(session: Session, key: str) -> Exercise | None:
    return session.exec(select(Exercise).where(Exercise.key == key)).first()


def _mark(session: Session, key: str, **answers: Any) -> None:
    """Merge `answers` into the mark of an exercise; a mark that says nothing any more goes."""
    row = session.exec(select(ExerciseMark).where(ExerciseMark.exercise == key)).first()
    if row is None:
        fields = ExerciseMarkFields.model_validate(answers)
        if any(fields.model_dump().values()):
            session.add(ExerciseMark(exercise=key, **fields.model_dump()))
        return
    answer(session, row, ExerciseMarkFields, answers)
    if not any(getattr(row, name) for name in ExerciseMarkFields.model_fields):
        session.delete(row)


def _as_text(picture: bytes | None) -> str | None:
    """A picture as it is stored. Raises NoPicture for what is none, or too large."""
    if picture is None:
        return None
    stored = base64.b64encode(picture).decode()
    if not picture.startswith(_SIGNATURES) or len(stored) > PICTURE_LIMIT:
        raise NoPicture
    return stored


def _as_picture(stored: str | None) -> bytes | None:
    try:
        return base64.b64decode(stored, validate=True) if stored else None
    except ValueError:  # brought in from a file that somebody else wrote
        return None


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()
