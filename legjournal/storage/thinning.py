"""What a backup's name says, and which backups are one too many. Names alone: no file is looked at."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from legjournal.storage.files import JOURNAL

RECENT = timedelta(days=2)  # everything of these days is kept
DAILY, WEEKLY, MONTHLY = 12, 10, 9  # then one a day, a week and a month: Anki's numbers
BEFORE_KEPT = timedelta(days=90)


class Reason(StrEnum):
    """Why a backup was made."""

    AUTO = "auto"
    CLOSE = "close"
    ASKED = "asked"
    BEFORE_RESTORE = "before-restore"
    BEFORE_RESTORE_DAMAGED = "before-restore-damaged"  # not a backup but the damaged file, byte for byte
    BEFORE_MIGRATION = "before-migration"
    BEFORE_IMPORT = "before-import"
    BEFORE_LOCK = "before-lock"  # or before it is changed or taken off

    @property
    def is_before(self) -> bool:
        """Whether it is the way back from something the person or the program did."""
        return self.value.startswith("before-")


_NAME = re.compile(
    rf"([0-9]{{6,}})-([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-[0-9]{{4}})-([a-z-]+)(?:-([0-9A-Z]{{4}}))?{re.escape(JOURNAL)}"
)
_TIME = "%Y-%m-%d-%H%M"


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """The name of a backup. They are ordered by `seq`: a clock may be set back, a count may not.

    made_at: the time on the person's clock, to the minute, without a zone. code_id: which recovery code opens
    it, empty for a plain one.
    """

    seq: int
    made_at: datetime
    reason: Reason
    code_id: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        lock = f"-{self.code_id}" if self.code_id else ""
        return f"{self.seq:06}-{self.made_at.strftime(_TIME)}-{self.reason}{lock}{JOURNAL}"

    @classmethod
    def read(cls, name: str) -> Self | None:
        """The stamp a file's name is; None for a file that is no backup."""
        if (found := _NAME.fullmatch(name)) is None:
            return None
        try:
            made_at = datetime.strptime(found[2], _TIME)
            return cls(int(found[1]), made_at, Reason(found[3]), found[4] or "")
        except ValueError:  # a thirteenth month, another reason
            return None


def superfluous(stamps: Iterable[Stamp], now: datetime) -> set[Stamp]:
    """The backups that may go. `now`: the person's clock, without a zone.

    The newest stays whatever its date, and so does one dated in the future: a clock was wrong once, and
    which time that was nobody can tell.
    """
    newest_first = sorted(stamps, reverse=True)
    counted = [stamp for stamp in newest_first[1:] if not _stays(stamp, now)]
    return set(counted) - _one_for_each(counted)


def _stays(stamp: Stamp, now: datetime) -> bool:
    if stamp.made_at > now or now.date() - stamp.made_at.date() <= RECENT:
        return True
    return stamp.reason.is_before and now - stamp.made_at <= BEFORE_KEPT


def _one_for_each(newest_first: list[Stamp]) -> set[Stamp]:
    """The last of each of 12 days, then of 10 weeks before them, then of 9 months before those."""
    kept: set[Stamp] = set()
    rest = newest_first
    for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        last = _last_of_each(rest, period)
        chosen = sorted(last, reverse=True)[:most]
        kept |= {last[which] for which in chosen}
        rest = [stamp for stamp in rest if chosen and period(stamp.made_at) < chosen[-1]]
    return kept


def _last_of_each(newest_first: list[Stamp], period: Callable[[datetime], Any]) -> dict[Any, Stamp]:
    return {period(stamp.made_at): stamp for stamp in reversed(newest_first)}


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> tuple[int, int]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month
