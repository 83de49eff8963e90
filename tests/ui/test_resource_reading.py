"""Reading the resources: the nation, the way back, finding in a page, and a page on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from person import Person
from pypdf import PdfReader
from PySide6.QtCore import Qt

from legjournal.library.nations import Nation
from legjournal.library.pages import pages
from ui.resources.save_dialog import SavePageDialog
from ui.tabs import RESOURCES

HELP = "when-to-get-help"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return RESOURCES


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who has turned to the resources."""
    person.turns_to(4)
    return person


def words(person: Person) -> str:
    """The text of the page that is read."""
    return str(person.page.reader.text.toPlainText())


def opens(person: Person, key: str) -> None:
    """Open a page, with the keyboard in its text."""
    person.page.open_page(key)
    person.page.reader.text.setFocus()


def lives_in(person: Person, nation: str) -> None:
    """Answer the question by keyboard."""
    person.button(f"Where in the UK are you?: {nation}").setFocus()
    person.keys(Qt.Key.Key_Space)
    person.until(lambda: person.button(f"{nation} · change"))


def title(person: Person) -> str:
    """The title above the page."""
    return person.reads(person.page.reader)[0]


def test_where_one_lives_is_asked_once(reader: Person, open_window: Callable[..., Person]) -> None:
    """The card goes when it is answered, the answer is in the journal, and nobody is asked again."""
    assert reader.page.nation.isVisible()
    lives_in(reader, "Wales")
    assert not reader.page.nation.isVisible()
    assert reader.journal.nation.chosen() is Nation.WALES
    path = reader.journal.path
    assert reader.closes()

    again = open_window(path)
    again.turns_to(4)
    assert not again.page.nation.isVisible()
    assert again.button("Wales · change")


def test_not_now_is_an_answer(reader: Person) -> None:
    """Who does not say where they live is not asked again, and reads of all four nations."""
    reader.presses("Not now")
    assert not reader.page.nation.isVisible()
    assert reader.journal.nation.was_asked()
    assert reader.journal.nation.chosen() is None
    opens(reader, "shockwave")
    routes = pages().items["shockwave"].routes
    assert all(routes.of(nation) in words(reader) for nation in Nation)


def test_the_answer_is_taken_back(reader: Person) -> None:
    """The nation that is chosen, pressed again, is no longer chosen; all four are shown as before."""
    lives_in(reader, "England")
    reader.presses("England · change")
    reader.keys(Qt.Key.Key_Space)
    reader.until(lambda: reader.button("Where in the UK? · change"))
    assert reader.journal.nation.chosen() is None
    assert not reader.page.nation.isVisible()


def test_own_nation_comes_first_and_the_others_on_request(reader: Person) -> None:
    """What holds everywhere, then one's own route; the others behind a link that the keyboard reaches."""
    lives_in(reader, "Scotland")
    opens(reader, "shockwave")
    routes = pages().items["shockwave"].routes
    assert words(reader).index(routes.everywhere) < words(reader).index(routes.scotland)
    assert routes.england not in words(reader)
    for _ in range(20):
        if reader.page.reader.text.textCursor().selectedText() == "Show the other nations":
            break
        reader.keys(Qt.Key.Key_Tab)
    reader.keys(Qt.Key.Key_Return)

    reader.until(lambda: routes.england in words(reader))
    assert words(reader).index(routes.scotland) < words(reader).index(routes.england)


@pytest.mark.parametrize(
    ("nation", "there", "elsewhere"),
    [
        ("England", ["111, NHS 111."], ["NHS 24."]),
        ("Scotland", ["111, NHS 24."], ["NHS 111 Wales"]),
        ("Wales", ["111, NHS 111 Wales."], ["111, NHS 24."]),
        ("Northern Ireland", ["GP out of hours.", "Phone First.", "0808 808 8000"], ["111, NHS"]),
    ],
)
def test_help_shows_the_numbers_of_the_nation(
    reader: Person, nation: str, there: list[str], elsewhere: list[str]
) -> None:
    """999 stands first everywhere; a number that nobody answers there is not offered."""
    assert words(reader).index("999, Emergency services") < words(reader).index("116 123, Samaritans")
    lives_in(reader, nation)
    numbers = words(reader).partition(f"Whom to ring in {nation}")[2].partition("Where you live")[0]

    assert numbers.strip().startswith("999, Emergency services")
    assert all(number in numbers for number in there)
    assert not any(number in numbers for number in elsewhere)


def test_nation_is_changed_from_the_head_of_the_page(reader: Person) -> None:
    """The question comes back with the keyboard on it; once answered, the keyboard is where it was."""
    lives_in(reader, "Wales")
    change = reader.button("Wales · change")
    change.setFocus()
    reader.keys(Qt.Key.Key_Space)
    reader.until(lambda: reader.focused.accessibleName() == "Where in the UK are you?: England")
    reader.keys(Qt.Key.Key_Space)

    reader.until(lambda: reader.journal.nation.chosen() is Nation.ENGLAND)
    assert reader.focused is change


def test_back_and_forward(reader: Person) -> None:
    """Ctrl+[ goes back to the place one had read to, Ctrl+] forward again; the list goes along."""
    shown = [pages().items[key].title for key in (HELP, "iron")]
    text = reader.page.reader.text
    reader.window.grab()
    text.verticalScrollBar().setValue(120)
    opens(reader, "iron")
    assert text.verticalScrollBar().value() == 0
    reader.keys(Qt.Key.Key_BracketLeft, held=CTRL)
    assert (title(reader), text.verticalScrollBar().value()) == (shown[0], 120)
    assert reader.page.contents.list.currentItem().text() == shown[0]
    assert not reader.page.panes.tools.back.isEnabled()

    reader.keys(Qt.Key.Key_BracketRight, held=CTRL)
    assert title(reader) == shown[1]
    assert not reader.page.panes.tools.forward.isEnabled()
    reader.presses("Back to the page before")
    assert title(reader) == shown[0]


def test_words_are_found_in_the_page(reader: Person) -> None:
    """F3 asks for words and goes on, Shift+F3 back; how many there are is said, and Esc closes."""
    opens(reader, "shockwave")
    reader.keys(Qt.Key.Key_F3)
    reader.types("HIP pain")
    finding, text = reader.page.reader.find_bar, reader.page.reader.text
    count = words(reader).casefold().count("hip pain")
    assert count > 1
    assert finding.count.text() == f"1 of {count}"
    first = text.textCursor().position()
    reader.keys(Qt.Key.Key_Return)
    assert finding.count.text() == f"2 of {count}"
    assert text.textCursor().position() > first
    reader.keys(Qt.Key.Key_F3, held=SHIFT)
    assert finding.count.text() == f"1 of {count}"
    reader.keys(Qt.Key.Key_Return, held=SHIFT)
    assert finding.count.text() == f"{count} of {count}"

    reader.keys(Qt.Key.Key_Escape)
    assert not finding.isVisible()
    assert reader.focused is text


def test_what_is_found_can_be_seen_at_200_per_cent(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path
) -> None:
    """With large text in a small window the page scrolls along: to where one lives, and to each place."""
    journal = tmp_path / "journal.legjournal"
    journal.write_bytes(empty_file.read_bytes())
    reader = open_window(journal, text_size=200)
    reader.turns_to(4)
    reader.window.resize(640, 768)
    lives_in(reader, "Wales")
    assert reader.focused is reader.button("Wales · change")
    reader.until(lambda: not reader.focused.visibleRegion().isEmpty())
    opens(reader, "shockwave")
    reader.keys(Qt.Key.Key_F3)
    reader.types("hip")
    text = reader.page.reader.text
    for _ in range(4):
        at = text.viewport().mapTo(reader.window, text.cursorRect().center())
        assert reader.window.rect().contains(at)
        assert not text.viewport().visibleRegion().intersected(text.cursorRect()).isEmpty()
        reader.keys(Qt.Key.Key_Return)


def test_finding_forgives_the_apostrophe_and_says_when_there_is_nothing(reader: Person, hostile: str) -> None:
    """The apostrophe of a keyboard finds the printed one; what is not there is said in words."""
    opens(reader, "shockwave")
    reader.keys(Qt.Key.Key_F3)
    reader.types("seller's")
    finding = reader.page.reader.find_bar
    assert finding.count.text().startswith("1 of ")
    reader.pastes(hostile)
    assert finding.count.text() == "Not on this page"
    reader.keys(Qt.Key.Key_Return)
    reader.pastes("[.*")
    assert finding.count.text() == "Not on this page"


def test_address_is_shown_before_a_link_opens(reader: Person) -> None:
    """A link reached by Tab says where it leads; one to our own page says nothing."""
    opens(reader, "shockwave")
    text, shown = reader.page.reader.text, reader.page.reader.address
    seen = set()
    for _ in range(30):
        if reader.focused is not text:
            break
        seen.add(shown.text())
        reader.keys(Qt.Key.Key_Tab)

    opening = "Opens in your own browser: "
    assert {source.address for source in pages().items["shockwave"].sources} <= {
        words.removeprefix(opening) for words in seen if words.startswith(opening)
    }
    assert not any("page:" in words for words in seen)


def test_who_gains_and_who_should_not_come_before_the_text(reader: Person) -> None:
    """On a therapy both stand above what is said of it; who gains is in a frame."""
    opens(reader, "shockwave")
    read = words(reader)
    places = [read.index(mark) for mark in ("Not for you if", "Who gains from it", "What was found")]
    assert places == sorted(places)
    [frame] = reader.page.reader.text.document().rootFrame().childFrames()
    assert frame.firstCursorPosition().block().text().startswith("Who gains from it: ")
    assert frame.frameFormat().border() >= 1


def test_lines_are_of_a_comfortable_length(reader: Person) -> None:
    """On a wide window no line has more than about 75 letters, and most have more than 50."""
    opens(reader, "outer-hip-pain")
    reader.window.grab()
    document = reader.page.reader.text.document()
    block, lengths = document.begin(), []
    while block.isValid():
        layout = block.layout()
        lengths += [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
        block = block.next()
    assert max(lengths) <= 78
    assert sorted(lengths)[len(lengths) // 2] >= 50


@pytest.mark.parametrize("theme", ["light", "night"])
def test_page_is_saved_as_pdf(
    open_window: Callable[..., Person],
    empty_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
) -> None:
    """The page on A4: its title, the day of its check, every address in full, the own route first, n of m."""
    journal = tmp_path / "journal.legjournal"
    journal.write_bytes(empty_file.read_bytes())
    reader = open_window(journal, theme)
    reader.turns_to(4)
    lives_in(reader, "Wales")
    opens(reader, "shockwave")
    monkeypatch.setattr(SavePageDialog, "ask_path", lambda *wanted: tmp_path / wanted[-1].name)
    reader.presses("Save as PDF…")
    dialog = reader.dialog(SavePageDialog)
    reader.keys(Qt.Key.Key_Space)
    reader.until(lambda: dialog.note.text())

    path = tmp_path / "Shockwave therapy.pdf"
    assert dialog.note.text() == f"Saved as {path}. Open it and print it on A4."
    assert path.stat().st_mode & 0o777 == 0o600
    paper = PdfReader(path)
    assert paper.metadata.title == "Shockwave therapy"
    printed = "".join("".join(sheet.extract_text().split()) for sheet in paper.pages)
    page = pages().items["shockwave"]
    assert all("".join(source.address.split()) in printed for source in page.sources)
    for said in ("Checked 22 November 2026", f"page 1 of {len(paper.pages)}", page.conflict_of_interest):
        assert said.replace(" ", "") in printed
    own, other = ("".join(route.split()) for route in (page.routes.wales, page.routes.england))
    assert printed.index(own) < printed.index(other)
    assert all(abs(float(sheet.mediabox.width) - 595) < 1 for sheet in paper.pages)
