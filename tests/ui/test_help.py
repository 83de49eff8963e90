"""When to get help, from anywhere."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.resources.dialog import ResourcesDialog


def test_help_needs_no_journal(open_window, tmp_path: Path) -> None:
    """Before there is a journal, or when it cannot be opened, the page is still one press away."""
    person = open_window(tmp_path / "none.legjournal")
    QTest.mouseClick(person.window.header.help, Qt.MouseButton.LeftButton)

    dialog = person.window.findChild(ResourcesDialog)
    assert dialog.isVisible()
    assert "Call 999" in dialog.page.reader.text.toPlainText()


def test_without_a_journal_only_what_needs_one_is_off(open_window, tmp_path: Path) -> None:
    """The tabs and the report wait for a journal; help does not."""
    header = open_window(tmp_path / "none.legjournal").window.header

    assert header.help.isEnabled()
    assert not header.bar.isEnabled()
    assert not header.report.isEnabled()
