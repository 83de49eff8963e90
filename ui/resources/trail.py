"""The way one went through what there is to read: back along it, and forward again."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Trail(Generic[T]):
    """What was read, with the place each was left at, and which of them is read now."""

    def __init__(self) -> None:
        self._steps: list[tuple[T, int]] = []
        self._here = -1

    @property
    def here(self) -> T:
        """What is read now. Raises IndexError before the first step."""
        return self._steps[self._here][0]

    @property
    def can_go_back(self) -> bool:
        """Whether something was read before this."""
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from something."""
        return self._here + 1 < len(self._steps)

    def is_at(self, step: T) -> bool:
        """Whether this is what is read."""
        return bool(self._steps) and self.here == step

    def leave(self, place: int) -> None:
        """Remember the place in what is read."""
        if self._steps:
            self._steps[self._here] = (self.here, place)

    def visit(self, step: T) -> int:
        """Go on, which ends the way forward; the place to open it at, 0 where it was not left before."""
        if not self.is_at(step):
            del self._steps[self._here + 1 :]
            self._steps.append((step, 0))
            self._here += 1
        return self._steps[self._here][1]

    def back(self) -> T:
        """What was read before this, which is what is read from here on."""
        return self._step(-1)

    def forward(self) -> T:
        """What one went back from."""
        return self._step(1)

    def _step(self, by: int) -> T:
        self._here = min(max(0, self._here + by), len(self._steps) - 1)
        return self.here
