"""The table of therapies on paper: whole, large enough to read, and each page with its headings."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from read_aloud import faults, read, silent

from legjournal.library.compared_words import Column, cell
from legjournal.library.comparing import Order, compare
from legjournal.library.nations import Nation
from legjournal.library.pages import pages
from legjournal.report.comparison import draw, save

SMALLEST = 10.5  # points
HEADINGS = ("Name", "Evidence", "Who pays, cost seen", "How to get it", "Effort")


def printed(condition: str = "restless legs", order: Order = Order.CONTENTS) -> PdfReader:
    """The table of the pages we have, for Scotland."""
    return PdfReader(BytesIO(draw(compare(pages().items, condition, Nation.SCOTLAND, order))))


def words(page: PageObject) -> str:
    """What is read on a page, on one line."""
    return " ".join(page.extract_text().split())


def sizes(page: PageObject) -> set[float]:
    """The sizes of its letters, in points."""
    found: set[float] = set()

    def note(text: str, _now: object, at: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(at[3]), 1))

    page.extract_text(visitor_text=note)
    return found


def test_every_page_lies_on_its_side_with_the_headings() -> None:
    """A4, wider than high; the headings, the day of the checks and the number of the page on each."""
    reader = printed()
    assert len(reader.pages) > 1
    for number, page in enumerate(reader.pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
        assert all(heading in words(page) for heading in HEADINGS)
        assert "Pages checked" in words(page)
        assert f"page {number} of {len(reader.pages)}" in words(page)


def test_the_letters_are_large_enough() -> None:
    """Nothing is smaller than a tired person reads."""
    assert all(min(sizes(page)) >= SMALLEST for page in printed("sciatica").pages)


def test_every_therapy_is_printed_with_its_price_and_way() -> None:
    """In the order of the table, none of them twice; each price with the time it was seen."""
    whole = " ".join(words(page) for page in printed().pages)
    shockwave = pages().items["shockwave"]
    assert all(row.title in whole for row in compare(pages().items, "restless legs").rows)
    assert f"(seen {shockwave.cost_dated})" in whole
    assert shockwave.routes.scotland in whole
    assert shockwave.routes.england not in whole


def test_it_says_how_far_it_can_be_trusted() -> None:
    """What evidence is, what no grade means, and what the order goes by."""
    first = words(printed("sciatica", Order.GRADE).pages[0])
    assert "Evidence is about groups of people" in first
    assert "“Not graded here” means" in first
    assert "which is not how much it helps" in first
    assert "“How to get it” is for Scotland." in first
    assert first.index("advice against it") < first.index("not graded here")


@pytest.mark.parametrize("condition", ["restless legs", "sciatica"])
def test_it_can_be_read_aloud(condition: str) -> None:
    """One table, however many pages: its headings are told once, and each row begins with its name."""
    comparison = compare(pages().items, condition)
    pdf = draw(comparison)
    assert faults(pdf) == []
    heard = read(pdf)
    assert "Pages checked 22 November 2026." in heard.words
    again = ["".join(HEADINGS), "Pages checked", "page"]  # what each page repeats
    assert all(words in silent(pdf) for words in again)
    assert comparison.rows[-1].title not in silent(pdf)
    [table] = heard.all("Table")
    heads, *rows = [[cell.words for cell in row.all("TH", "TD")] for row in table.all("TR")]
    assert [part.words for part in heard.all("H1")] == [f"Things people try for {condition}, side by side"]
    assert heads == list(HEADINGS)
    assert [len(row) for row in rows] == [len(HEADINGS)] * len(comparison.rows)
    for row, cells in zip(comparison.rows, rows, strict=True):
        assert cells[0] == row.title + row.what_for  # two paragraphs
        assert cells[1] == cell(row, Column.EVIDENCE)


@pytest.mark.parametrize("order", Order)
def test_equal_tables_give_equal_files(order: Order) -> None:
    """There is no time of day in it, nor anything else by chance."""
    comparison = compare(pages().items, "outer hip pain", order=order)
    assert draw(comparison) == draw(comparison)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    """As every file we write."""
    path = tmp_path / "table.pdf"
    save(compare(pages().items, "restless legs"), path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes().startswith(b"%PDF")
