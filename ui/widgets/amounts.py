"""Amounts of money as they are typed: read, or why they cannot be."""

from PySide6.QtCore import QObject

from legjournal import phrases

MOST_PENCE = 100_000_000


class Amounts(QObject):
    """Reads amounts."""

    def read(self, typed: str) -> tuple[int | None, str]:
        """The amount in pence, None for none; and why some typing is none."""
        pence = phrases.read_money(typed)
        if pence is not None and pence > MOST_PENCE:
            return None, self.tr("That is more than a million pounds. Please look at it again.")
        if pence is None and typed.strip():
            return None, self.tr("Please write an amount such as £40 or 12.50, or 0 if it was free.")
        return pence, ""
