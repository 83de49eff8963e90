"""Writing the whole journal out from the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from legjournal.errors import JournalError
from legjournal.exchange.whole import export
from legjournal.journal import Journal


def export_journal(journal: Journal, path: Path) -> str:
    """Write the export; the sentence to show."""
    try:
        export(journal, path)
    except JournalError as error:
        return str(error)
    return QCoreApplication.translate("Export", "The whole journal was written to {path}.").format(path=path)
