"""Writing the whole journal out from the window, off its thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal

translate = QCoreApplication.translate


def export_task(journal: "Journal", path: Path, parent: QObject) -> Task:
    """The export as a task; its result is the sentence to show."""
    return Task(partial(_export, journal, path), parent)


def _export(journal: "Journal", path: Path, progress: Callable[[float], None]) -> str:
    from legjournal.exchange.whole import export

    progress(0.0)
    export(journal, path)
    return translate("Export", "The whole journal was written to {path}.").format(path=path)
