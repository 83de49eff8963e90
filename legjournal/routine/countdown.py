"""The time of one phase: counted down from its length, held while the session waits."""

from math import ceil

COUNTED = 3  # the last seconds, which are heard


class Countdown:
    """Runs from `began`, by the clock it is asked with. length: seconds; None where it has no end."""

    def __init__(self, length: float | None, began: float) -> None:
        self.length = length
        self.began = began
        self._held: float | None = None  # seconds gone when it was stopped
        self._heard = COUNTED + 1

    def gone(self, now: float) -> float:
        """Seconds since it began, without those it was held."""
        return now - self.began if self._held is None else self._held

    def left(self, now: float) -> float | None:
        """Seconds to go, below 0 where it is over; None where it has no end."""
        return None if self.length is None else self.length - self.gone(now)

    def whole_seconds_left(self, now: float) -> int | None:
        """What a clock that counts down shows."""
        left = self.left(now)
        return None if left is None else max(0, ceil(left))

    def share_gone(self, now: float) -> float:
        """How much of it is over, 0 to 1; 0 where it has no end."""
        return min(1.0, self.gone(now) / self.length) if self.length else 0.0

    def hold(self, now: float) -> None:
        """Stop until `go_on`."""
        self._held = self.gone(now)

    def go_on(self, now: float) -> None:
        """Run again from where it was held."""
        self.began = now - self.gone(now)
        self._held = None

    def strikes(self, now: float) -> bool:
        """Whether one of the last three seconds has just begun: each is told once."""
        second = self.whole_seconds_left(now)
        if not second or self._held is not None or second >= self._heard or second == self.length:
            return False
        self._heard = second
        return True
