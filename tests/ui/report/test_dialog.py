"""Saving a report through the window: what it says, what lies on the disk, and what does not."""

import csv
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import Qt
from report_steps import opens_report, says, sees, words_of

from legjournal import phrases
from legjournal.report import content
from legjournal.report.as_csv import as_csv
from legjournal.report.choices import Audience, preset
from legjournal.report.making import Finish, Wanted
from legjournal.trends.period import Period
from ui.report.dialog import ReportDialog
from ui.report.outputs import write_report
from ui.task import GivenUp

DAY = date(2026, 11, 22)
FORTNIGHT = Period(date(2026, 11, 9), DAY)


def test_the_name_suggested(sample: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is suggested in the folder of last time, named for the last day and the reader."""
    suggested: list[Path] = []
    monkeypatch.setattr(
        ReportDialog, "ask_path", lambda *asked: suggested.append(asked[-1]) or tmp_path / "one.pdf"
    )
    for _ in range(2):
        dialog = opens_report(sample)
        sample.presses("Save report…", dialog)
        says(sample, dialog)
        dialog.close()

    assert suggested[1] == tmp_path / "Legs 2026-11-22 gp.pdf"


def test_every_choice_of_days(sample: Person) -> None:
    """Each choice shows the days it stands for; only the last one lets them be changed."""
    dialog = opens_report(sample)
    for words, first in (
        ("The last 2 weeks", date(2026, 11, 9)),
        ("The last 4 weeks", date(2026, 10, 26)),
        ("The last 3 months", date(2026, 8, 24)),
        ("Everything", date(2026, 9, 24)),
    ):
        sample.chooses(words, dialog)
        assert dialog.panel.days.period == Period(first, DAY)
        assert not dialog.panel.days.first.isEnabled()
    sample.chooses("From one day to another", dialog)
    assert dialog.panel.days.first.isEnabled()
    assert dialog.panel.days.last.isEnabled()


def test_own_days_the_wrong_way_round(sample: Person, target: Path) -> None:
    """A first day after the last is explained, nothing is asked or written, and putting it right goes on."""
    dialog = opens_report(sample)
    sample.chooses("From one day to another", dialog)
    dialog.panel.days.last.setFocus()
    sample.pastes("1 October 2026")
    assert dialog.panel.days.last.text() == "1 October 2026"
    sample.presses("Save report…", dialog)
    assert dialog.note.text() == "The first day is after the last. Please change one of them."
    assert not target.exists()

    dialog.panel.days.last.setFocus()
    sample.pastes("1 November 2026")
    sample.presses("Save report…", dialog)
    assert says(sample, dialog) == f"Saved as {target}."


def test_days_to_come_cannot_be_chosen(sample: Person) -> None:
    """The own days end today at the latest."""
    dialog = opens_report(sample)
    sample.chooses("From one day to another", dialog)
    dialog.panel.days.last.setFocus()
    sample.keys(*[Qt.Key.Key_Up] * 5)

    assert dialog.panel.days.period.last == DAY


def test_empty_period_says_so(person: Person, target: Path) -> None:
    """A report about days without an entry is saved, and both the dialog and the report say it is empty."""
    dialog = opens_report(person)
    person.chooses("The last 2 weeks", dialog)
    person.presses("Save report…", dialog)

    span = phrases.span(FORTNIGHT.first, DAY)
    nothing = f"Nothing was recorded from {span}, and the report says so."
    assert says(person, dialog) == f"{nothing} Saved as {target}."
    assert "0 of 14 days" in words_of(target.read_bytes())


def test_report_has_the_journals_numbers(sample: Person, target: Path) -> None:
    """The PDF names the period and the days recorded as the journal counts them."""
    dialog = opens_report(sample)
    sample.chooses("The last 2 weeks", dialog)
    sample.presses("Save report…", dialog)
    says(sample, dialog)
    found = content.build(sample.journal, FORTNIGHT, preset(Audience.GP)).figures.completeness

    assert f"{found.recorded} of {found.days} days" in words_of(target.read_bytes())
    assert phrases.span(FORTNIGHT.first, DAY) in words_of(target.read_bytes())
    assert target.stat().st_mode & 0o077 == 0


def test_giving_up_the_question_writes_nothing(sample: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancelling the question for a file leaves the dialog as it was."""
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: None)
    dialog = opens_report(sample)
    sample.presses("Save report…", dialog)

    assert dialog.isVisible()
    assert dialog.note.text() == ""
    assert dialog.save.isEnabled()


def test_cancel(sample: Person, target: Path) -> None:
    """Cancel while it is being made leaves no file and says so; it can be made afterwards."""
    dialog = opens_report(sample)
    dialog.save.click()
    assert dialog.progress.isVisible()
    assert not dialog.save.isEnabled()
    dialog.cancel.click()
    assert says(sample, dialog) == "Cancelled. Nothing was saved."
    assert list(target.parent.iterdir()) == []
    assert not dialog.open_file.isVisible()

    sample.presses("Save report…", dialog)
    assert says(sample, dialog) == f"Saved as {target}."
    assert list(target.parent.iterdir()) == [target]


def test_cancel_at_any_moment_leaves_no_file(sample: Person, target: Path) -> None:
    """However far the report had got, giving it up leaves nothing behind, and an older report as it was."""
    shares: list[float] = []
    make = partial(write_report, sample.journal, Wanted(FORTNIGHT, preset(Audience.GP)), Finish(), target)
    make(shares.append)
    target.write_bytes(b"an older report")
    assert shares == sorted(shares)
    assert shares[-1] == 1

    for moment in shares:

        def give_up(share: float, at: float = moment) -> None:
            if share == at:
                raise GivenUp

        with pytest.raises(GivenUp):
            make(give_up)
        assert list(target.parent.iterdir()) == [target]
        assert target.read_bytes() == b"an older report"


def test_closing_the_dialog_gives_the_report_up(sample: Person, target: Path) -> None:
    """Esc while a report is being made closes the dialog and leaves no file."""
    dialog = opens_report(sample)
    dialog.save.click()
    ended: list[bool] = []
    dialog.task.cancelled.connect(partial(ended.append, True))
    dialog.close()
    sample.until(lambda: ended)

    assert list(target.parent.iterdir()) == []


def test_folder_that_takes_no_file(sample: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the report cannot be written a sentence says so; the dialog stays and can save elsewhere."""
    (tmp_path / "file").write_text("not a folder")
    places = [tmp_path / "file" / "Legs.pdf", tmp_path / "Legs.pdf"]
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: places[0])
    dialog = opens_report(sample)
    sample.presses("Save report…", dialog)
    assert says(sample, dialog) == f"{places[0]} could not be written: not a directory."
    assert not dialog.open_file.isVisible()

    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: places[1])
    sample.presses("Save report…", dialog)
    assert says(sample, dialog) == f"Saved as {places[1]}."
    assert dialog.open_file.isVisible()

    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: places[0])
    sample.presses("Save report…", dialog)
    assert "could not be written" in says(sample, dialog)
    assert not dialog.open_file.isVisible()


def test_what_is_being_typed_is_in_the_report(person: Person, target: Path) -> None:
    """An answer still being typed when the dialog is asked for is stored and counted."""
    person.turns_to(1)
    person.night["wakings"].entry.setFocus()
    person.types("3")
    dialog = opens_report(person)
    person.waits()
    person.presses("Save report…", dialog)

    assert says(person, dialog) == f"Saved as {target}."
    assert "1 of 28 days" in words_of(target.read_bytes())


def test_the_days_for_a_spreadsheet(sample: Person, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row for each day of the period, and no note that was not picked."""
    suggested: list[str] = []
    path = target.with_suffix(".csv")
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *asked: suggested.append(asked[-1].name) or path)
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.chooses("The last 2 weeks", dialog)
    dialog.panel.file_fold.click()
    sample.presses("Save for a spreadsheet…", dialog)
    assert says(sample, dialog) == f"Saved as {path}."
    assert suggested == ["Legs 2026-11-22 days.csv"]
    assert sample.button("Open the spreadsheet", dialog)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == [day.isoformat() for day in FORTNIGHT]
    assert path.read_bytes().decode() == as_csv(sample.journal, FORTNIGHT)

    sample.presses("Save report…", dialog)
    says(sample, dialog)
    assert sample.button("Open the report", dialog)


def test_a_spreadsheet_given_up(sample: Person, target: Path) -> None:
    """Cancel leaves no file."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    dialog.panel.file.spreadsheet.click()
    dialog.cancel.click()
    assert says(sample, dialog) == "Cancelled. Nothing was saved."
    assert list(target.parent.iterdir()) == []
