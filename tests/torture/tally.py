"""What came of a number of tries."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """`lost`: an acknowledged save was gone; `damaged`: the file was unsound, or a state nobody had saved.

    seen: how often what the tries are about did happen, in words; remarks: on what went wrong; unrun: why it
    could not be tried.
    """

    tries: int = 0
    lost: int = 0
    damaged: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)
    unrun: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether every try kept every promise."""
        return self.tries > 0 and not self.lost and not self.damaged and not self.unrun

    def add(self, *, lost: object = False, damaged: object = False, remark: str = "") -> None:
        """Count one try."""
        self.tries += 1
        self.lost += bool(lost)
        self.damaged += bool(damaged)
        if lost or damaged:
            self.remarks.append(remark)

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.tries + other.tries,
            self.lost + other.lost,
            self.damaged + other.damaged,
            self.seen + other.seen,
            self.remarks + other.remarks,
            self.unrun or other.unrun,
        )
