"""A clock that stands still until it is set by hand."""

from datetime import datetime

from legjournal.clock import LONDON, Clock

EVENING = datetime(2026, 11, 22, 21, 14, tzinfo=LONDON)  # 9.14pm on Sunday 22 November 2026


class HandClock(Clock):
    """Extends Clock: begins at 9.14pm on 22 November 2026 and shows what it was last set to."""

    def __init__(self, instant: datetime = EVENING) -> None:
        super().__init__(lambda: self._instant)
        self._instant = instant

    def set(self, instant: datetime) -> None:
        """Turn the hands; a time without a zone is London's."""
        self._instant = instant if instant.tzinfo else instant.replace(tzinfo=LONDON)
