"""Where a report is saved."""

from pathlib import Path

import pytest

from ui.report.dialog import ReportDialog


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person chooses to save."""
    path = tmp_path / "reports" / "Legs.pdf"
    path.parent.mkdir()
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: path)
    return path
