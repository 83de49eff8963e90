"""What is written about an exercise while its form is open."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from legjournal.models.routine import Area
from legjournal.routine.exercises import KnownExercise


class ExerciseDraft(BaseModel):
    """The answers of the form, which go through JSON and back. picture: a PNG or JPEG file."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", hide_input_in_errors=True)

    name: str = ""
    area: Area = Area.OTHER
    each_side: bool = False
    steps: list[str] = []
    note: str | None = None
    picture: bytes | None = None

    @classmethod
    def of(cls, known: KnownExercise | None) -> Self:
        """What is stored of an exercise; nothing of one that is new."""
        if known is None:
            return cls()
        return cls(
            name=known.name,
            area=known.area,
            each_side=known.each_side,
            steps=list(known.steps),
            note=known.note,
            picture=known.picture,
        )

    def typed(self, most: int) -> str:
        """It as one text of at most `most` letters: without the picture where that is too large."""
        whole = self.model_dump_json()
        return whole if len(whole) <= most else self.model_dump_json(exclude={"picture"})
