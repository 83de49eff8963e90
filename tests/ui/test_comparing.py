"""Therapies side by side in the window: asked, sorted and opened by keyboard, readable where it is narrow."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from person import Person
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible

from legjournal.journal import Journal
from legjournal.library.comparing import COMPARED_FOR, Order
from legjournal.library.nations import Nation
from legjournal.library.pages import PageKind, pages
from legjournal.report.comparison import draw
from ui.opening.claim import lock_beside
from ui.resources.compare.model import COLUMNS
from ui.resources.compare.save_dialog import SaveComparisonDialog
from ui.resources.contents import TABLE
from ui.resources.page import ResourcesPage
from ui.tabs import RESOURCES
from ui.widgets.measure import line_height

ENTRY = "Compare them in a table"
THERAPIES = [page.title for page in pages().items.values() if page.kind is PageKind.THERAPY]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return RESOURCES


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who has gone to the table from the contents, by keyboard."""
    return goes_to_the_table(person)


def goes_to_the_table(person: Person) -> Person:
    """Arrow down to the entry in the contents, and Enter."""
    person.turns_to(4)
    contents = person.page.contents.list
    contents.setFocus()
    person.keys(Qt.Key.Key_Home)
    while contents.currentItem().text() != ENTRY:
        person.keys(Qt.Key.Key_Down)
    person.keys(Qt.Key.Key_Return)
    person.until(pane(person).table.hasFocus)
    return person


def pane(person: Person) -> Any:
    """The table with its questions."""
    return person.page.panes.comparison


def names(person: Person) -> list[str]:
    """The names from the top down."""
    return [row.title for row in pane(person).comparison.rows]


def cells(person: Person, column: int) -> list[str]:
    """The words of a column from the top down."""
    model = pane(person).table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def chooses(person: Person, box: Any, words: str) -> None:
    """Choose in a box by keyboard."""
    box.setFocus()
    person.keys(Qt.Key.Key_Home)
    while box.currentText() != words:
        person.keys(Qt.Key.Key_Down)
    person.waits()


def title(person: Person) -> str:
    """The title above the page."""
    return person.reads(person.page.reader)[0]


def test_the_table_has_every_therapy_as_it_is_listed(reader: Person) -> None:
    """It opens for restless legs, ranks nothing, and says how far it can be trusted."""
    assert names(reader) == THERAPIES
    assert pane(reader).condition.currentText() == "restless legs"
    assert any("nothing here is a verdict" in words for words in reader.reads(pane(reader)))
    assert f"{len(THERAPIES)} of {len(THERAPIES)} have a grade" in pane(reader).said.text()


def test_enter_opens_a_page_and_back_leads_to_the_same_row(reader: Person) -> None:
    """Arrow, Enter, the page with the keyboard in it; Ctrl+[ is at the row where one was."""
    reader.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert title(reader) == THERAPIES[2]
    assert reader.page.reader.text.hasFocus()
    assert reader.page.contents.list.currentItem().text().startswith(THERAPIES[2])

    reader.keys(Qt.Key.Key_BracketLeft, held=CTRL)
    assert pane(reader).table.hasFocus()
    assert pane(reader).table.currentIndex().data() == THERAPIES[2]
    assert reader.page.contents.list.currentItem().text() == ENTRY


def test_a_click_on_a_name_opens_its_page(reader: Person) -> None:
    """A click elsewhere in the row only goes there."""
    table = pane(reader).table
    reader.clicks(table.viewport(), table.visualRect(table.model().index(1, 3)).center())
    assert table.isVisible()
    assert table.currentIndex().row() == 1
    reader.clicks(table.viewport(), table.visualRect(table.model().index(0, 0)).center())
    assert title(reader) == THERAPIES[0]


def test_a_page_leads_to_its_row(reader: Person) -> None:
    """“Compare with others” is on the pages of therapies only, and the table is at that one."""
    reader.page.open_page("restless-legs")
    assert reader.button("Compare with others") is None
    reader.page.open_page("tens")
    reader.presses("Compare with others")
    assert pane(reader).table.hasFocus()
    assert pane(reader).table.currentIndex().data() == pages().items["tens"].title
    assert reader.button("Compare with others") is None


def test_the_condition_is_kept(reader: Person, open_window: Callable[..., Person]) -> None:
    """Another condition shows its grades, and is the one that is asked about the next time."""
    chooses(reader, pane(reader).condition, "sciatica")
    grades = dict(zip(names(reader), cells(reader, 1), strict=True))
    assert grades[pages().items["acupuncture"].title] == "advice against it"
    assert grades[pages().items["iron"].title] == "not graded here"
    assert "“Not graded here” means" in pane(reader).said.text()
    path = reader.journal.path
    assert reader.closes()

    again = goes_to_the_table(open_window(path))
    assert pane(again).condition.currentText() == "sciatica"
    assert cells(again, 1) == list(grades.values())


def test_a_condition_we_do_not_know_is_as_none(open_window: Callable[..., Person], journal: Journal) -> None:
    """A journal from elsewhere may hold anything there: the table is for restless legs."""
    journal.preferences.choose(COMPARED_FOR, ["<b>", 7])
    path = journal.path
    journal.close()
    person = goes_to_the_table(open_window(path))
    assert pane(person).comparison.condition == "restless legs"


def test_sorting_by_keyboard_and_by_heading(reader: Person) -> None:
    """Each order says what it goes by and marks its column; who was at a row stays at it."""
    reader.keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
    at = pane(reader).table.currentIndex().data()
    chooses(reader, pane(reader).order, "Name, A to Z")
    assert names(reader) == sorted(THERAPIES, key=str.casefold)
    assert pane(reader).table.currentIndex().data() == at

    chooses(reader, pane(reader).order, "Evidence")
    assert cells(reader, 1)[0] == "good"
    assert "not how much it helps" in pane(reader).said.text()
    model = pane(reader).table.model()
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(len(COLUMNS))]
    assert headings == ["Name", "Evidence ↓", "Who pays, cost seen", "How to get it", "Effort"]

    header = pane(reader).table.horizontalHeader()
    place = header.sectionViewportPosition(2) + 20
    reader.clicks(header.viewport(), QRect(place, 0, 1, header.height()).center())
    assert pane(reader).order.currentText() == "Lowest cost seen"
    assert cells(reader, 2)[0].startswith("Free")


def test_the_nation_is_that_of_the_page(reader: Person) -> None:
    """The ways to get it are one's own nation's, also when that changes under the open table."""
    reader.button("Where in the UK are you?: Wales").setFocus()
    reader.keys(Qt.Key.Key_Space)
    reader.until(lambda: pane(reader).comparison.nation is Nation.WALES)
    row = THERAPIES.index(pages().items["shockwave"].title)
    assert pages().items["shockwave"].routes.wales in cells(reader, 3)[row]
    assert "is for Wales" in pane(reader).said.text()
    assert reader.button("Wales · change") is not None


def test_a_screen_reader_says_the_row(reader: Person) -> None:
    """A name says all that is known of it; every other cell says what it is of."""
    model = pane(reader).table.model()
    row, what_for = THERAPIES.index("TENS"), pages().items["tens"].what_for
    said = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"TENS. {what_for} Evidence, restless legs: limited. Who pays, cost seen: You.")
    interface = QAccessible.queryAccessibleInterface(pane(reader).table)
    children = [interface.child(number) for number in range(interface.childCount())]
    told = [child.text(QAccessible.Text.Name) for child in children if child.role() is QAccessible.Role.Cell]
    told = told[row * len(COLUMNS) : (row + 1) * len(COLUMNS)]
    assert told[:2] == [said, "Evidence, restless legs: limited"]
    assert all(": " in words for words in told[1:])


@pytest.mark.parametrize(
    ("width", "size", "blocks"),
    [(1366, 100, False), (1195, 100, False), (1180, 100, True), (1366, 200, True), (640, 200, True)],
)
def test_nothing_is_cut_at_any_width(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, width: int, size: int, blocks: bool
) -> None:
    """Where columns would be too narrow each therapy is a block; all words fit, nothing scrolls sideways."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    person = open_window(path, text_size=size)
    person.window.resize(width, 768)
    goes_to_the_table(person)
    table = pane(person).table
    person.until(lambda: table.cells.blocks is blocks)
    shown = [column for column in range(len(COLUMNS)) if not table.isColumnHidden(column)]
    assert len(shown) == (1 if blocks else len(COLUMNS))
    assert sum(map(table.columnWidth, shown)) == table.viewport().width()
    for row in range(table.model().rowCount()):
        needed = [table.cells.sizeHint(None, table.model().index(row, column)).height() for column in shown]
        assert table.rowHeight(row) >= max(needed)
        assert max(needed) > line_height() * (4 if blocks else 1)
    pane(person).sort_by(Order.COST)
    heading = table.horizontalHeader()
    assert blocks or all(heading.sectionSizeHint(column) <= heading.sectionSize(column) for column in shown)
    assert person.window.width() == width


def test_larger_text_is_measured_anew(reader: Person) -> None:
    """The size of the text can be changed while the table is open: every row still holds its words."""
    table = pane(reader).table
    before = table.rowHeight(0)
    reader.keys(Qt.Key.Key_Plus, Qt.Key.Key_Plus, held=CTRL)
    reader.until(lambda: table.cells.blocks and table.rowHeight(0) > before)
    needed = [table.cells.sizeHint(None, table.model().index(row, 0)).height() for row in range(5)]
    assert [table.rowHeight(row) for row in range(5)] == needed


def test_a_block_higher_than_the_table_is_read_by_the_arrow_keys(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path
) -> None:
    """Down goes on within it to its end, and only then to the next; Up goes the same way back."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    person = open_window(path, text_size=200)
    person.window.resize(640, 768)
    goes_to_the_table(person)
    table = pane(person).table
    table.go_to("acupuncture")
    row = table.currentIndex().row()
    assert table.rowHeight(row) > table.viewport().height()
    table.scrollTo(table.currentIndex(), table.ScrollHint.PositionAtTop)

    for _ in range(40):
        if table.visualRect(table.currentIndex()).bottom() <= table.viewport().height():
            break
        assert table.currentIndex().row() == row
        person.keys(Qt.Key.Key_Down)
    person.keys(Qt.Key.Key_Down)
    assert table.currentIndex().row() == row + 1
    person.keys(Qt.Key.Key_Up)
    assert table.currentIndex().row() == row


def test_the_table_is_saved_as_it_is_seen(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Save as PDF…” makes a file of this condition and order, and says where it went."""
    chooses(reader, pane(reader).condition, "sciatica")
    chooses(reader, pane(reader).order, "Evidence")
    target = tmp_path / "table.pdf"
    suggested: list[str] = []
    monkeypatch.setattr(
        SaveComparisonDialog,
        "ask_path",
        classmethod(lambda _cls, _parent, path: suggested.append(path.name) or target),
    )
    reader.presses("Save as PDF…")
    dialog = reader.dialog(SaveComparisonDialog)
    reader.presses("Save PDF…", dialog)
    reader.until(lambda: reader.button("Open to print", dialog))
    assert suggested == ["Things people try, sciatica.pdf"]
    assert target.read_bytes() == draw(pane(reader).comparison)
    assert any(str(target) in words for words in reader.reads(dialog))


def test_reading_only_compares_as_well(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path
) -> None:
    """In a journal that cannot be changed another condition can be looked at; nothing is stored."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    lock_beside(path).write_text("4242\nlegjournal\nANNA-LAPTOP\n0123\n4567\n")
    person = open_window(path)
    person.presses("Open it to read only")
    person.until(lambda: person.window.sitting is not None)
    goes_to_the_table(person)
    before = path.read_bytes()
    chooses(person, pane(person).condition, "sciatica")
    person.turns_to(3)
    person.turns_to(4)
    assert pane(person).comparison.condition == "sciatica"
    assert path.read_bytes() == before


def test_the_table_can_be_read_without_a_journal(qtbot: Any) -> None:
    """Where no journal is open, therapies can be compared; nothing can be saved, and nothing is kept."""
    page = ResourcesPage()
    qtbot.addWidget(page)
    page.show()
    page.contents.choose((TABLE, ""))
    comparing = page.panes.comparison
    comparing.condition.setCurrentText("sciatica")
    comparing.condition.activated.emit(comparing.condition.currentIndex())
    assert comparing.comparison.condition == "sciatica"
    assert comparing.isVisible()
    assert not page.panes.tools.save.isVisible()
