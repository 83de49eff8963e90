"""What a person does in the room of the report, and what they find in the file."""

from io import BytesIO

from person import Person
from pypdf import PdfReader

from legjournal.report.content import Report
from ui.report.dialog import ReportDialog


def opens_report(person: Person) -> ReportDialog:
    """Open the room from the header."""
    person.presses("Report for an appointment")
    return person.dialog(ReportDialog)


def sees(person: Person, dialog: ReportDialog) -> Report:
    """The report on the pages, once it is the one that is chosen."""

    def is_chosen() -> bool:
        shown, wanted = dialog.preview.shown, dialog.panel.wanted
        assert wanted is not None
        return shown is not None and (shown.report.period, shown.report.choices) == (
            wanted.period,
            wanted.choices,
        )

    person.until(is_chosen)
    assert dialog.preview.shown is not None
    return dialog.preview.shown.report


def says(person: Person, dialog: ReportDialog) -> str:
    """What the room says once it is done."""
    person.until(lambda: dialog.note.text() and dialog.save.isEnabled())
    return dialog.note.text()


def words_of(pdf: bytes, password: str = "") -> str:
    """The words of a report's pages."""
    pages = PdfReader(BytesIO(pdf), password=password or None).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
