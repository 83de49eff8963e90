"""Why a session or some days were skipped, to choose from."""

from PySide6.QtCore import QCoreApplication

from legjournal.models.routine import SkipReason


def reasons() -> dict[SkipReason, str]:
    """Each reason in the words of a button."""
    tr = QCoreApplication.translate
    return {
        SkipReason.FLARE: tr("Reasons", "A flare"),
        SkipReason.ILL: tr("Reasons", "Ill"),
        SkipReason.AWAY: tr("Reasons", "Away"),
        SkipReason.INJURED: tr("Reasons", "Injured"),
        SkipReason.OTHER: tr("Reasons", "Something else"),
    }
