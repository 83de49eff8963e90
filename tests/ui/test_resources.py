"""The resource pages: search, reading, links, and when to get help."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest

from legjournal.library.finding import find
from legjournal.library.pages import Grade, pages
from ui.resources.grade_mark import GradeMark
from ui.search.result_item import ACROSS, EXCERPT, HEADING, MARKS
from ui.tabs import RESOURCES
from ui.widgets.lines import Lines

HELP = pages().items["when-to-get-help"].title
TABLE = "Compare them in a table"


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return RESOURCES


class Browser(QObject):
    """Stands in for the person's own browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        """Remember an address."""
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Takes what would be opened outside."""
    browser = Browser()
    for scheme in ("http", "https", "file", "mailto", "tel"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")
    yield browser
    for scheme in ("http", "https", "file", "mailto", "tel"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who has turned to the resources, with the keyboard in the search field."""
    person.turns_to(4)
    person.page.contents.search.setFocus()
    return person


def listed(person: Person) -> list[str]:
    """What can be chosen from the list, by its title."""
    items = [person.page.contents.list.item(n) for n in range(person.page.contents.list.count())]
    return [item.data(HEADING) for item in items if item.flags() & Qt.ItemFlag.ItemIsSelectable]


def current(person: Person) -> str:
    """The title of what the list shows as being read."""
    return str(person.page.contents.list.currentItem().data(HEADING))


def link(person: Person) -> tuple[QPoint, str]:
    """Where the last link of the page stands once it is scrolled to, and where it leads."""
    text = person.page.reader.text
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    block = text.document().lastBlock()
    while block.isValid():
        parts = [part.fragment() for part in block]
        for part in reversed(parts):
            if part.charFormat().isAnchor():
                cursor = text.textCursor()
                cursor.setPosition(part.position() + 2)
                return text.cursorRect(cursor).center(), part.charFormat().anchorHref()
        block = block.previous()
    raise AssertionError("the page has no link")


def test_list_holds_every_page(reader: Person) -> None:
    """Without a search every page is listed, under its heading, with the way to help first of all."""
    titles = [page.title for page in pages().items.values()]
    assert sorted(listed(reader)) == sorted([*titles, TABLE])
    assert listed(reader)[0] == HELP
    assert reader.reads(reader.page.reader)[0] == HELP
    assert "Call 999" in reader.page.reader.text.toPlainText()


def test_search_narrows(reader: Person) -> None:
    """Each letter finds anew, the best first, with some of the words around what was looked for."""
    reader.types("FERR")
    item = reader.page.contents.list.item(0)
    marked = [item.data(EXCERPT)[start:end] for start, end in item.data(MARKS)]

    assert listed(reader) == [hit.title for hit in find("ferr").results]
    assert 0 < len(listed(reader)) < len(pages().items)
    assert listed(reader)[0] == pages().items["iron"].title
    assert {word.casefold() for word in marked} == {"ferritin"}
    assert item.text() == f"{item.data(HEADING)}: {item.data(EXCERPT)}"  # what a screen reader says


def test_esc_clears_the_search(reader: Person) -> None:
    """Esc ends the search; the list is whole again and shows what is being read."""
    reader.types("iron")
    reader.keys(Qt.Key.Key_Return, Qt.Key.Key_Escape)

    assert reader.page.contents.search.text() == ""
    assert len(listed(reader)) == len([*pages().items, TABLE])
    assert current(reader) == pages().items["iron"].title
    assert reader.reads(reader.page.reader)[0] == current(reader)


def test_the_arrow_keys_lead_into_the_list_and_out(reader: Person) -> None:
    """Down goes to the first result and on, Up back to the field, Enter to the text of what was found."""
    reader.types("shockwave")
    reader.keys(Qt.Key.Key_Down)
    assert current(reader) == reader.reads(reader.page.reader)[0] == "Shockwave therapy"
    reader.keys(Qt.Key.Key_Down)
    assert current(reader) == reader.reads(reader.page.reader)[0] == listed(reader)[1]
    reader.keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert reader.focused is reader.page.contents.search
    reader.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert reader.focused is reader.page.reader.text


def test_a_misspelt_word_says_what_was_looked_for(reader: Person) -> None:
    """Above the results, in words, and no longer once it is spelt as the pages spell it."""
    reader.types("ferittin")
    assert listed(reader)[0] == pages().items["iron"].title
    assert "Showing results for “ferritin”." in reader.reads(reader.page)
    reader.pastes("ferritin")
    assert not [words for words in reader.reads(reader.page) if words.startswith("Showing")]


def test_some_of_the_words_are_said_to_be_some(reader: Person) -> None:
    """Nobody takes a page with one of the words for one with all of them."""
    reader.types("gabapentin acupuncturist ")
    assert listed(reader)
    assert "No page has all of these words; these have some." in reader.reads(reader.page)


def test_an_exercise_is_found_and_read(reader: Person) -> None:
    """The list says that it is an exercise; it is shown as in the routine, and a page takes its place."""
    reader.types("clamshell")
    assert listed(reader)[0] == "Clamshell – exercise"
    reader.keys(Qt.Key.Key_Return)
    words = reader.reads(reader.page.panes.exercise)
    assert words[0] == "Clamshell"
    assert "Not for you if" in words
    assert not reader.page.reader.isVisible()
    reader.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert reader.focused is reader.page.panes.exercise
    reader.page.contents.list.setFocus()
    reader.keys(Qt.Key.Key_Down)
    assert reader.reads(reader.page.reader)[0] == listed(reader)[1]
    assert not reader.page.panes.exercise.isVisible()


def test_the_way_back_leads_over_exercises(reader: Person) -> None:
    """Ctrl+[ goes back from a page to the exercise that was read before it, also when the search is over."""
    reader.types("clamshell")
    reader.keys(Qt.Key.Key_Return)
    reader.page.open_page("iron")
    reader.keys(Qt.Key.Key_Escape)
    reader.presses("Back to the page before")

    assert reader.reads(reader.page.panes.exercise)[0] == "Clamshell"
    assert not reader.page.reader.isVisible()
    reader.presses("Forward to the next page")
    assert reader.reads(reader.page.reader)[0] == pages().items["iron"].title
    assert current(reader) == pages().items["iron"].title


def test_a_long_word_is_not_cut_short(open_window: Callable[..., Person], empty_file: Path) -> None:
    """At 200 % in a small window every title of the list is drawn whole, on as many lines as it needs."""
    person = open_window(empty_file, text_size=200)
    person.window.resize(640, 768)
    person.turns_to(4)
    shown = person.page.contents.list
    shown.window().grab()
    room = shown.viewport().width() - 2 * ACROSS
    for row in range(shown.count()):
        lines = Lines(shown.item(row).data(HEADING), shown.font(), room)
        assert lines.width <= room
        assert shown.visualItemRect(shown.item(row)).height() >= lines.height


def test_enter_opens_the_first_hit(reader: Person) -> None:
    """Enter opens the first page of the list, and the list shows which one is read."""
    reader.types("massage heat")
    first = listed(reader)[0]
    reader.keys(Qt.Key.Key_Return)

    assert reader.reads(reader.page.reader)[0] == first
    assert current(reader) == first


def test_no_hit_says_so(reader: Person) -> None:
    """A search without a hit says what else to try; Enter then leaves the page as it is."""
    nothing = "Nothing found for “quantum”. Try fewer or other words."
    reader.types("quantum")
    assert listed(reader) == []
    assert nothing in reader.reads(reader.page)
    reader.keys(Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert reader.reads(reader.page.reader)[0] == HELP
    assert reader.focused is reader.page.contents.search

    reader.keys(Qt.Key.Key_Escape)
    assert nothing not in reader.reads(reader.page)


def test_a_hostile_search_is_only_words(reader: Person, hostile: str) -> None:
    """Whatever is pasted into the search is searched for as it is."""
    reader.pastes(hostile)

    assert reader.page.contents.search.text() == hostile
    assert reader.reads(reader.page.reader)[0] == HELP
    assert len(listed(reader)) == len(find(hostile).results)


def test_every_page_opens(reader: Person) -> None:
    """Arrow down goes through the whole list: each page shows its title, its date, its text and sources."""
    reader.page.contents.list.setFocus()
    reader.keys(Qt.Key.Key_Home)
    for page in pages().items.values():
        if current(reader) == TABLE:
            reader.keys(Qt.Key.Key_Down)
        reader.until(lambda title=page.title: reader.reads(reader.page.reader)[:1] == [title])
        words = reader.reads(reader.page.reader)
        count = len(page.sources)
        assert f" · {count} source{'s' if count != 1 else ''}" in words[1]
        text = reader.page.reader.text
        assert all(source.address in text.toPlainText() for source in page.sources)
        assert text.accessibleName() == page.title
        assert text.verticalScrollBar().value() == 0
        assert text.document().resource(QTextDocument.ResourceType.ImageResource, QUrl("x")) is None
        assert "<img" not in text.toHtml()
        reader.keys(Qt.Key.Key_Down)


def test_evidence_is_a_word_and_a_shape(reader: Person) -> None:
    """How much is known stands there as a word with a shape beside it, for each condition apart."""
    reader.types("shockwave")
    reader.page.open_page("shockwave")
    page = pages().items["shockwave"]
    reader.until(lambda: f"Evidence, {page.evidence[0].condition}" in reader.reads(reader.page.reader))
    words = reader.reads(reader.page.reader)

    marks = reader.page.reader.findChildren(GradeMark)
    assert [mark.grade for mark in marks if mark.isVisible()] == [known.grade for known in page.evidence]
    for known in page.evidence:
        assert words[words.index(f"Evidence, {known.condition}") + 1] == known.grade


def test_every_grade_has_a_mark_of_its_own(reader: Person) -> None:
    """In one colour the five marks are five shapes: full, three quarters, half, empty, and a cross."""
    drawn = {}
    for grade in Grade:
        mark = GradeMark(grade)
        mark.resize(mark.sizeHint())
        drawn[grade] = mark.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
    for one, other in combinations(Grade, 2):
        assert drawn[one] != drawn[other]


@pytest.mark.parametrize("how", ["F1", "button"])
def test_help_is_one_step_away(person: Person, how: str) -> None:
    """F1, or the button at the top, opens “When to get help” from every tab."""
    for tab in (1, 2, 3, 4):
        person.turns_to(4)
        person.page.open_page("massage-and-heat")
        person.turns_to(tab)
        if how == "F1":
            person.keys(Qt.Key.Key_F1)
        else:
            person.presses("When to get help")

        assert person.window.header.current == 3
        assert person.reads(person.page.reader)[0] == HELP
        assert "Call 999" in person.page.reader.text.toPlainText()


def test_help_comes_before_a_search(reader: Person) -> None:
    """A search that leaves the page out does not stand in its way."""
    reader.types("massage")
    reader.keys(Qt.Key.Key_Return)
    assert reader.reads(reader.page.reader)[0] != HELP
    reader.keys(Qt.Key.Key_F1)

    assert reader.reads(reader.page.reader)[0] == HELP
    assert current(reader) == HELP


def test_link_is_opened_outside_and_only_when_pressed(reader: Person, browser: Browser) -> None:
    """Reading a page asks for nothing; a press on a link hands its address to the person's own browser."""
    reader.page.open_page("restless-legs")
    reader.window.grab()
    place, address = link(reader)
    assert browser.opened == []
    text = reader.page.reader.text
    QTest.mouseMove(text.viewport(), place)
    assert browser.opened == []
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert browser.opened == [address]
    assert address.startswith("http")
    assert text.source().isEmpty()
    assert reader.reads(reader.page.reader)[0] == pages().items["restless-legs"].title


def test_link_by_keyboard(reader: Person, browser: Browser) -> None:
    """Tab goes from link to link, Enter opens one, and Tab leaves the page after the last."""
    text = reader.page.reader.text
    reader.page.open_page("overdoing-it-and-rest-days")
    text.setFocus()
    reader.keys(*[Qt.Key.Key_Tab] * text.toHtml().count('href="page:'))  # past the pages of ours
    reader.keys(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert len(browser.opened) == 1
    for _ in range(40):
        if reader.focused is not text:
            break
        reader.keys(Qt.Key.Key_Tab)

    assert reader.focused is not text
    assert len(browser.opened) == 1


def test_link_to_another_page_turns_to_it(reader: Person, browser: Browser) -> None:
    """A page named on a page is a press away; the list shows where one is, and nothing opens outside."""
    page = pages().items["outer-hip-pain"]
    reader.page.open_page("outer-hip-pain")
    reader.page.reader.text.setFocus()
    reader.keys(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    title = pages().items[page.body.partition("(page:")[2].partition(")")[0]].title

    assert reader.reads(reader.page.reader)[0] == title
    assert current(reader) == title
    assert browser.opened == []


def test_routes_are_told_by_nation(reader: Person) -> None:
    """How to get it: what holds everywhere, then each nation by its name, the one without a route too."""
    reader.page.open_page("shockwave")
    text = reader.page.reader.text.toPlainText()
    routes = pages().items["shockwave"].routes

    assert (
        text.index("How to get it") < text.index(routes.everywhere) < text.index("England: Some NHS trusts")
    )
    assert f"Northern Ireland: {routes.northern_ireland}" in text


def test_nobody_is_told_how_to_get_a_condition(reader: Person) -> None:
    """On a condition the way in is whom to ask; only a therapy is something to get."""
    reader.page.open_page("sciatica")
    text = reader.page.reader.text.toPlainText()

    assert "Whom to ask" in text
    assert "How to get it" not in text


def test_a_price_says_when_it_was_seen(reader: Person) -> None:
    """A price without its date would be taken for today’s."""
    reader.page.open_page("shockwave")
    page = pages().items["shockwave"]
    assert f"{page.cost_seen} (seen {page.cost_dated})" in reader.reads(reader.page.reader)


def test_pages_are_read_only(reader: Person) -> None:
    """Nothing can be typed into a page by mistake."""
    before = reader.page.reader.text.toPlainText()
    reader.page.reader.text.setFocus()
    reader.types("abc")
    reader.keys(Qt.Key.Key_Delete)

    assert reader.page.reader.text.toPlainText() == before
