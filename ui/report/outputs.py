"""What is made of a report where nothing waits for it: a file, a file of its days, paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from legjournal.progress import Progress
from legjournal.storage.files import written_out

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.report.making import Finish, Wanted
    from ui.report.printing import Printer


def write_report(
    journal: "Journal", wanted: "Wanted", finish: "Finish", path: Path, progress: Progress
) -> object:
    """Make the report and save it; what it says."""
    from legjournal.report.making import finished, make

    made = make(journal, wanted, progress)
    with written_out(path) as temporary:
        temporary.write_bytes(finished(made.pdf, finish, carries=wanted.attached))
        progress(1.0)  # the last moment to give up: until the block ends nothing lies at `path`
    return made.report


def write_days(journal: "Journal", wanted: "Wanted", path: Path, progress: Progress) -> None:
    """Save the days of the report for a spreadsheet, with the notes that were picked."""
    from legjournal.report.as_csv import as_csv, save_csv

    progress(0.0)
    days = as_csv(journal, wanted.period, wanted.choices.notes)
    progress(0.9)  # the last moment to give up
    save_csv(days, path)


def print_report(journal: "Journal", wanted: "Wanted", printer: "Printer", progress: Progress) -> None:
    """Make the report and send its pages to a printer."""
    from legjournal.report.making import make
    from ui.report.printing import print_pages

    def drawing(share: float) -> None:
        progress(share / 2)

    def printing(share: float) -> None:
        progress((1 + share) / 2)

    print_pages(make(journal, wanted, drawing).pdf, printer, printing)
