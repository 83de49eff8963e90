"""The preview: it follows what is chosen, never holds up the window, and writes nothing."""

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lock_steps import is_locked
from person import Person
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QElapsedTimer, Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage
from report_steps import opens_report, sees, words_of
from shiboken6 import isValid

from legjournal.demo import write_sample
from legjournal.report.choices import Audience, Section
from ui.report import maker
from ui.report.dialog import ReportDialog
from ui.report.pages_view import PagesView

PATIENCE = 1 - maker.PAUSE / 1000  # seconds from a choice to its pages


def pages(number: int) -> bytes:
    """So many empty A4 pages."""
    writer, out = PdfWriter(), BytesIO()
    for _ in range(number):
        writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


def reports_under(folder: Path) -> list[Path]:
    """Every file that is a PDF, whatever its name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if b"%PDF" in path.read_bytes()[:1024]]


def test_it_follows_each_choice_within_a_second(sample: Person) -> None:
    """Reader, days and sections: the pages are those of what was chosen, a second later at most."""
    dialog = opens_report(sample)
    assert sees(sample, dialog).audience is Audience.GP
    for words in ("A pain clinic", "The last 3 months", "My own choice"):
        began = time.process_time()  # not what other programs take of the computer beside the tests
        sample.chooses(words, dialog)
        sees(sample, dialog)
        assert time.process_time() - began < PATIENCE
    dialog.panel.sections.rows[Section.SLEEP].box.click()
    report = sees(sample, dialog)

    assert report.audience is Audience.OWN
    assert Section.SLEEP not in report.choices.sections
    assert "24 August to 22 November 2026" in words_of(dialog.preview.shown.pdf)


def test_nothing_is_written_before_save(sample: Person, tmp_path: Path) -> None:
    """Looking through the pages leaves them nowhere on the disk, nor among the files of the moment."""
    moment = Path(tempfile.gettempdir())
    before = set(moment.iterdir())
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.chooses("A physiotherapist", dialog)
    sees(sample, dialog)
    sample.waits()

    assert reports_under(tmp_path) == []
    new = [path for path in set(moment.iterdir()) - before if path.is_file()]
    assert [path for path in new if path.suffix == ".pdf"] == []


def test_choices_close_to_each_other_are_one(sample: Person) -> None:
    """Whoever goes through the choices with the arrow keys sees the last one, and none between."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    made: list[Audience] = []
    dialog.maker.made.connect(lambda found: made.append(found.report.audience))
    dialog.panel.audiences[Audience.GP].setFocus()
    sample.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    sees(sample, dialog)

    assert made == [Audience.OWN]


def test_days_the_wrong_way_round(sample: Person) -> None:
    """The pages stay, with a sentence beneath them, until one of the days is changed."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.chooses("From one day to another", dialog)
    dialog.panel.days.last.setFocus()
    sample.pastes("1 October 2026")
    assert dialog.preview.words.text() == "The first day is after the last. Please change one of them."
    assert dialog.preview.view.sheets.count > 0

    dialog.panel.days.first.setFocus()
    sample.pastes("24 September 2026")
    assert sees(sample, dialog).period.last == date(2026, 10, 1)
    assert not dialog.preview.words.isVisible()


def test_an_empty_period_is_said(person: Person) -> None:
    """Days without an entry have their pages too, and it is said beside them."""
    dialog = opens_report(person)
    assert sees(person, dialog).empty
    person.until(dialog.preview.words.isVisible)

    assert dialog.preview.words.text().startswith("Nothing was recorded from 26 October")


@pytest.fixture
def view(qtbot) -> PagesView:
    """Five pages in a small window."""
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show()
    view.show_pdf(pages(5))
    return view


def test_going_through_the_pages(qtbot, view: PagesView) -> None:
    """Page Down, arrows, Home and End scroll; the page that has the middle of the view is the one named."""
    bar = view.verticalScrollBar()
    assert (view.page, view.sheets.count) == (0, 5)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert 0 < bar.value() < 100
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > 300
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert (view.page, bar.value()) == (4, bar.maximum())
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.page, bar.value()) == (0, 0)
    view.go_to(3)
    assert view.page == 3


def test_larger_pages_keep_their_place(view: PagesView) -> None:
    """A larger size scrolls sideways too and stays on the page; the whole width comes back at a press."""
    view.go_to(2)
    assert view.horizontalScrollBar().maximum() == 0
    view.grow(2)
    assert view.page == 2
    assert view.horizontalScrollBar().maximum() > 100
    view.grow(9)
    assert not view.can_grow
    view.fit_width()
    assert (view.page, view.can_shrink) == (2, False)
    assert view.horizontalScrollBar().maximum() == 0


def test_other_pages_keep_the_place(view: PagesView) -> None:
    """A choice on page three shows its effect on page three; with fewer pages the last one is shown."""
    view.go_to(2)
    view.show_pdf(pages(4))
    assert view.page == 2
    view.show_pdf(pages(1))
    assert (view.page, view.sheets.count) == (0, 1)


def test_the_buttons_turn_the_pages(sample: Person) -> None:
    """Earlier and later are there as far as there are pages, and the place is said in words."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    dialog.preview.view.show_pdf(pages(2))
    assert dialog.preview.place.text() == "Page 1 of 2"
    assert not dialog.preview.earlier.isEnabled()
    sample.presses("Next page", dialog)
    assert dialog.preview.place.text() == "Page 2 of 2"
    assert not dialog.preview.later.isEnabled()
    sample.presses("Previous page", dialog)
    assert dialog.preview.place.text() == "Page 1 of 2"
    sample.presses("Larger pages", dialog)
    sample.presses("Smaller pages", dialog)
    assert not dialog.preview.whole.isEnabled()


def brightest(picture: QImage) -> int:
    """The lightness of the brightest of some points, 0 to 255."""
    wide, high = picture.width(), picture.height()
    points = [(x, y) for x in range(0, wide, 7) for y in range(0, high, 7)]
    return max(picture.pixelColor(x, y).lightness() for x, y in points)


@pytest.mark.parametrize(("theme", "least", "most"), [("light", 255, 255), ("night", 180, 230)])
def test_paper_does_not_light_up_a_dark_room(
    open_window: Callable[..., Person],
    sample_file: Path,
    tmp_path: Path,
    theme: str,
    least: int,
    most: int,
) -> None:
    """Paper is white by day, and by night no brighter than the words of the window."""
    person = open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"), theme)
    dialog = opens_report(person)
    sees(person, dialog)

    assert least <= brightest(dialog.preview.view.grab().toImage()) <= most


@pytest.fixture(scope="session")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal that takes its time."""
    path = tmp_path_factory.mktemp("long") / "long.legjournal"
    write_sample(path, days=1500, seed=2, last=date(2026, 11, 22)).close()
    return path


def longest_gap(person: Person, dialog: ReportDialog, words: str) -> int:
    """The longest time in milliseconds that the window did nothing else while it followed a choice."""
    gaps, since = [0], QElapsedTimer()
    beat = QTimer(interval=5)
    beat.timeout.connect(lambda: gaps.append(since.restart()))
    since.start()
    beat.start()
    person.chooses(words, dialog)
    sees(person, dialog)
    beat.stop()
    return max(gaps)


def test_the_window_goes_on_while_pages_are_made(
    open_window: Callable[..., Person], long_file: Path, tmp_path: Path
) -> None:
    """While a long period is made no key waits longer than a tenth of a second.

    The best of three: other work on the computer makes any program wait.
    """
    person = open_window(shutil.copy(long_file, tmp_path / "journal.legjournal"))
    dialog = opens_report(person)
    sees(person, dialog)
    person.chooses("Everything", dialog)
    sees(person, dialog)
    readers = ("A physiotherapist", "A pain clinic", "A GP")
    gaps = (longest_gap(person, dialog, words) for words in readers)

    assert any(gap < 100 for gap in gaps)


def test_stop(sample: Person) -> None:
    """Stop leaves the pages that are there and says so; they can be asked for again."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    dialog.maker.lingering.emit()
    assert dialog.preview.progress.isVisible()
    sample.chooses("The last 2 weeks", dialog)
    sample.presses("Stop making the preview", dialog)
    assert dialog.preview.words.text() == "Stopped. The pages here are not of your last choice."
    assert not dialog.preview.progress.isVisible()
    assert len(dialog.preview.shown.report.period) == 28
    sample.presses("Show the preview", dialog)

    assert len(sees(sample, dialog).period) == 14
    assert not dialog.preview.again.isVisible()
    assert not dialog.preview.words.isVisible()


def test_closed_while_pages_are_made(sample: Person) -> None:
    """Leaving the room in the middle of it harms nothing, and nothing of it stays."""
    left = opens_report(sample)
    left.close()
    sample.until(lambda: not isValid(left))
    sample.returns()
    dialog = opens_report(sample)
    assert sees(sample, dialog).audience is Audience.GP


def test_locked_while_pages_are_made(inside: Person) -> None:
    """The room is put by with everything else, and nothing of the journal goes on being read."""
    dialog = opens_report(inside)
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    inside.until(lambda: is_locked(inside))
    inside.until(lambda: not isValid(dialog))
    assert QThreadPool.globalInstance().waitForDone(1000)


def test_the_pages_are_those_that_are_saved(sample: Person, target: Path) -> None:
    """What is saved is, to the byte, what the preview showed."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    sample.presses("Save report…", dialog)
    sample.until(target.exists)
    sample.until(dialog.save.isEnabled)

    assert target.read_bytes() == dialog.preview.shown.pdf
    assert len(PdfReader(target).pages) == dialog.preview.view.sheets.count


@pytest.mark.parametrize(("text_size", "width", "beside"), [(100, 1140, True), (200, 640, False)])
def test_beside_or_below(
    open_window: Callable[..., Person],
    sample_file: Path,
    tmp_path: Path,
    text_size: int,
    width: int,
    beside: bool,
) -> None:
    """The pages stand beside the choices where there is room, else below; nothing is cut off sideways."""
    path = shutil.copy(sample_file, tmp_path / "journal.legjournal")
    person = open_window(path, text_size=text_size)
    dialog = opens_report(person)
    sees(person, dialog)
    dialog.resize(width, 760)
    person.until(lambda: (dialog.beside.indexOf(dialog.preview) >= 0) is beside)
    person.chooses("My own choice", dialog)
    sees(person, dialog)

    assert dialog.width() <= width
    panel = dialog.panel
    assert panel.mapTo(dialog, panel.rect().bottomRight()).x() < width
