"""A window that opens on the quickest of its pages, and where a report is saved."""

from pathlib import Path

import pytest

from ui.report.dialog import ReportDialog
from ui.tabs import TRENDS


@pytest.fixture
def first_tab() -> int:
    """The room of the report stands over any page."""
    return TRENDS


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person chooses to save."""
    path = tmp_path / "reports" / "Legs.pdf"
    path.parent.mkdir()
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: path)
    return path
