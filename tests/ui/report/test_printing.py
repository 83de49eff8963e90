"""A report on paper, and in the person's own PDF reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from person import Person
from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from report_steps import opens_report, says, sees

from ui.report.dialog import ReportDialog
from ui.report.printing import Printer


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes out of the printer that is chosen: one that prints into a file."""
    path = tmp_path / "paper.pdf"

    def chosen(*_: object) -> QPrinter:
        printer = Printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(ReportDialog, "ask_printer", chosen)
    return path


class Reader(QObject):
    """Stands where the computer's own PDF reader does."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """A file is to be opened."""
        self.opened.append(url.toLocalFile())


@pytest.fixture
def reader() -> Iterator[Reader]:
    """The reader that files are opened in."""
    reader = Reader()
    QDesktopServices.setUrlHandler("file", reader, "open")
    yield reader
    QDesktopServices.unsetUrlHandler("file")


def test_every_page_is_printed(sample: Person, paper: Path) -> None:
    """On A4, as many pages as the preview has, each with something on it; it is said when they are sent."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.presses("Print…", dialog)
    assert says(sample, dialog) == "Sent to the printer."
    pages = PdfReader(paper).pages

    assert len(pages) == dialog.preview.view.sheets.count
    assert [round(side) for side in pages[0].mediabox[2:]] == [595, 842]
    assert all(len(page.images) == 1 for page in pages)


def test_printing_given_up(sample: Person, paper: Path) -> None:
    """Cancel while it is made sends nothing, and says so."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    dialog.preview.print_it.click()
    dialog.cancel.click()
    assert says(sample, dialog) == "Cancelled. Nothing more is printed."
    assert dialog.preview.print_it.isEnabled()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing(sample: Person, tmp_path: Path, paper: Path) -> None:
    """A sentence says what else can be done."""
    paper.mkdir()  # a printer cannot print into a folder
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.presses("Print…", dialog)
    assert says(sample, dialog) == (
        "The printer did not take the report. Save it instead, and print it from your PDF reader."
    )


def test_no_printer_chosen(sample: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancelling the question leaves everything as it was."""
    monkeypatch.setattr(ReportDialog, "ask_printer", lambda *_: None)
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.presses("Print…", dialog)
    assert dialog.note.text() == ""
    assert dialog.save.isEnabled()


def test_opened_in_the_persons_own_reader(sample: Person, target: Path, reader: Reader) -> None:
    """It is saved where the person chose and opened; asked for again, the file that is there is opened."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.presses("Open in your PDF reader…", dialog)
    assert says(sample, dialog) == f"Saved as {target}."
    assert reader.opened == [str(target)]
    written = target.stat().st_mtime_ns
    sample.presses("Open in your PDF reader…", dialog)
    assert reader.opened == [str(target)] * 2
    assert target.stat().st_mtime_ns == written

    sample.chooses("The last 2 weeks", dialog)
    sees(sample, dialog)
    sample.presses("Open in your PDF reader…", dialog)
    sample.until(lambda: len(reader.opened) == 3)
    assert target.stat().st_mtime_ns != written
    sample.presses("Show in folder", dialog)
    assert reader.opened[-1] == str(target.parent)


def test_saving_alone_opens_nothing(
    sample: Person, target: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does it after the question for a file was given up."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    with monkeypatch.context() as patched:
        patched.setattr(ReportDialog, "ask_path", lambda *_: None)
        sample.presses("Open in your PDF reader…", dialog)
    sample.presses("Save report…", dialog)
    assert says(sample, dialog) == f"Saved as {target}."
    assert reader.opened == []
