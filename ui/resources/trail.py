"""The way one went through the pages: back along it, and forward again."""


class Trail:
    """Keys of pages with the place they were left at, and which of them is read."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, int]] = []
        self._here = -1

    @property
    def can_go_back(self) -> bool:
        """Whether a page was read before this one."""
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from a page."""
        return self._here + 1 < len(self._steps)

    def is_at(self, key: str) -> bool:
        """Whether this is the page that is read."""
        return bool(self._steps) and self._steps[self._here][0] == key

    def leave(self, place: int) -> None:
        """Remember the place on the page that is read."""
        if self._steps:
            self._steps[self._here] = (self._steps[self._here][0], place)

    def visit(self, key: str) -> int:
        """Go on to a page, which ends the way forward; the place to open it at, 0 for a new one."""
        if not self.is_at(key):
            del self._steps[self._here + 1 :]
            self._steps.append((key, 0))
            self._here += 1
        return self._steps[self._here][1]

    def back(self) -> str:
        """The page before this one, which is this one from here on."""
        return self._step(-1)

    def forward(self) -> str:
        """The page one went back from."""
        return self._step(1)

    def _step(self, by: int) -> str:
        self._here = min(max(0, self._here + by), len(self._steps) - 1)
        return self._steps[self._here][0]
