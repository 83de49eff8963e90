"""The layer that tags what is drawn, by itself: a small document, and its structure read back."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from read_aloud import bookmarks, faults, read, silent
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.platypus import Flowable, Spacer

from legjournal.report import paper
from legjournal.report.lettering import Run, folded, mixed, plain, width_of
from legjournal.report.pagination import spread
from legjournal.report.typeface import BODY, HEADING, REGULAR, TITLE, Look, ink
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.figures import Figure
from legjournal.tagged_pdf.tables import Grid
from legjournal.tagged_pdf.words import list_entry, new_list

ENTRY = Look(10, indent=14)
LONG = "leg pain in the evening and at night " * 60
Made = Callable[..., bytes]


@pytest.fixture
def made() -> Made:
    """Draws flowables on as many pages as they need, with the number of each at its foot."""

    def drawn(*flowables: Flowable, title: str = "A title") -> bytes:
        buffer = BytesIO()
        canvas = paper.sheets(buffer, title, "")
        for number, page in enumerate(spread(flowables, paper.WIDTH, 700), start=1):
            paper.draw_down(canvas, page, 770)
            with canvas.artifact("Pagination"):
                paper.draw_down(canvas, [plain(f"page {number}", BODY)], 40)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return drawn


def _table(rows: int, repeat: int = 1) -> Flowable:
    cells = [[plain(f"row {n}", BODY), plain(str(n), BODY)] for n in range(rows)]
    heads = [[plain("name", BODY), plain("value", BODY)]]
    table = paper.table([*heads, *cells], (100, 60), ("GRID", (0, 0), (-1, -1), 0.5, ink(0)), read_as=Grid())
    table.repeatRows = repeat
    return table


def _picture() -> Flowable:
    drawing = Drawing(100, 50, initialFontName=REGULAR)
    drawing.add(Rect(0, 0, 100, 50))
    drawing.add(String(5, 5, "0 5 10", fontName=REGULAR))
    return Figure(drawing, "Pain rose from 2 to 6: ŵ (and) \\ more.")


def test_a_document_is_read_in_its_order(made: Made) -> None:
    """Headings, paragraphs, a list, a picture by its words and a table with its heads, as they stand."""
    of = new_list(numbered=True)
    pdf = made(
        plain("The legs", TITLE, "H1"),
        plain("First words.", BODY),
        mixed([Run("One")], ENTRY, "LBody", list_entry(of), "1."),
        mixed([Run("Two")], ENTRY, "LBody", list_entry(of), "2."),
        plain("A part", HEADING, "H2"),
        _picture(),
        _table(1),
    )
    assert faults(pdf) == []
    assert read(pdf).outline().split("\n") == [
        "Document",
        "  H1 The legs",
        "  P First words.",
        "  L",
        "    LI",
        "      Lbl 1.",
        "      LBody One",
        "    LI",
        "      Lbl 2.",
        "      LBody Two",
        "  H2 A part",
        "  Figure Pain rose from 2 to 6: ŵ (and) \\ more.",
        "  Table",
        "    TR",
        "      TH name",
        "      TH value",
        "    TR",
        "      TH row 0",
        "      TD 0",
    ]
    assert bookmarks(pdf) == [(0, "The legs"), (1, "A part")]
    assert silent(pdf).split() == ["page", "1"]


def test_a_paragraph_over_two_pages_is_one(made: Made) -> None:
    """Broken on paper, not in the structure; no two words run together at the end of a line or page."""
    pdf = made(Spacer(0, 600), plain(LONG, BODY), plain("Next.", BODY))
    first, second = read(pdf).all("P")
    assert len(first.kids) == 2
    assert first.words == LONG.strip()
    assert second.words == "Next."
    assert faults(pdf) == []


def test_a_table_over_three_pages_is_one_with_its_heads_read_once(made: Made) -> None:
    """Heads that stand again on the next page are decoration there, and no row is missing or told twice."""
    pdf = made(_table(100))
    assert faults(pdf) == []
    document = read(pdf)
    [table] = document.all("Table")
    assert [part.words for part in table.all("TH")] == ["name", "value", *(f"row {n}" for n in range(100))]
    assert [part.words for part in table.all("TD")] == [str(n) for n in range(100)]
    scopes = [part.attributes["Scope"] for part in table.all("TH")]
    assert scopes == ["/Column"] * 2 + ["/Row"] * 100
    assert len(pikepdf.open(BytesIO(pdf)).pages) == 3
    assert silent(pdf).count("namevalue") == 2


def test_a_table_that_does_not_repeat_its_heads_has_them_once(made: Made) -> None:
    """The first row of a further page is a row like the others."""
    [table] = read(made(_table(80, repeat=0))).all("Table")
    assert [part.words for part in table.all("TD")] == [str(n) for n in range(80)]


def test_tables_of_one_grid_are_one_table(made: Made) -> None:
    """A long table in parts, each with the heads above it: they are heard once, and so is each row."""
    grid = Grid()
    parts = []
    for month in ("May", "June"):
        rows = [[plain("day", BODY), plain("pain", BODY)]]
        rows += [[plain(f"{n} {month}", BODY), plain(str(n), BODY)] for n in range(1, 31)]
        parts.append(paper.table(rows, (100, 60), read_as=grid))
        parts[-1].repeatRows = 1
    pdf = made(*parts)
    assert faults(pdf) == []
    [table] = read(pdf).all("Table")
    assert [part.words for part in table.all("TD")] == [str(n) for n in range(1, 31)] * 2
    assert [part.words for part in table.all("TH")][:3] == ["day", "pain", "1 May"]
    assert len(table.all("TH")) == 62


def test_a_cell_over_several_columns_says_so(made: Made) -> None:
    """And an empty one is a cell still."""
    rows = [
        [plain("name", BODY), plain("value", BODY)],
        [plain("both", BODY), ""],
        [plain("one", BODY), ""],
    ]
    pdf = made(paper.table(rows, (100, 60), ("SPAN", (0, 1), (1, 1)), read_as=Grid()))
    assert faults(pdf) == []
    [_heads, wide, narrow] = read(pdf).all("TR")
    assert [part.attributes.get("ColSpan") for part in wide.all("TH", "TD")] == [2]
    assert [part.words for part in narrow.all("TH", "TD")] == ["one", ""]


def test_a_heading_in_a_table_stands_before_it(made: Made) -> None:
    """Who goes from heading to heading finds the table."""
    rows = [
        [plain("Sleep", HEADING, "H2"), plain("nights", BODY)],
        [plain("Asleep", BODY), plain("7", BODY)],
    ]
    pdf = made(plain("T", TITLE, "H1"), paper.table(rows, (100, 60), read_as=Grid()))
    assert faults(pdf) == []
    assert [part.tag for part in read(pdf).kids] == ["H1", "H2", "Table"]


def test_a_table_for_the_layout_is_not_told(made: Made) -> None:
    """What stands beside each other is read one after the other; frames and grounds are decoration."""
    cells = [[plain("left", BODY), "", [plain("right", BODY), plain("below", BODY)]]]
    frame = [("BOX", (0, 0), (-1, -1), 1, ink(0)), ("BACKGROUND", (0, 0), (-1, -1), ink(0.9))]
    table = paper.table(cells, (100, 10, 100), *frame, ("ROUNDEDCORNERS", [3, 3, 3, 3]))
    pdf = made(table)
    assert faults(pdf) == []
    assert read(pdf).outline().split() == ["Document", "P", "left", "P", "right", "P", "below"]


def test_the_words_of_a_link_are_in_it(made: Made) -> None:
    """Also over two lines: two places to press, one link; what comes before and after is outside."""
    address = "https://example.org/?a=1&b=(2)"
    words = "the words of the link " * 8
    runs = [Run("Read "), Run(words, address=address), Run("today.")]
    pdf = made(mixed(runs, BODY))
    assert faults(pdf) == []
    [paragraph] = read(pdf).all("P")
    [link] = paragraph.all("Link")
    assert link.words.strip() == words.strip()
    assert link.pressed == [address, address]
    assert paragraph.words == f"Read {words}today."


def test_a_paragraph_that_is_all_link(made: Made) -> None:
    """One link, whether on one line or on three."""
    for count in (1, 40):
        pdf = made(mixed([Run("words of it " * count, address="https://example.org")], BODY))
        assert faults(pdf) == []
        [link] = read(pdf).all("Link")
        assert link.words == ("words of it " * count).strip()
        assert set(link.pressed) == {"https://example.org"}


def test_two_links_of_a_line_keep_their_addresses(made: Made) -> None:
    """Each opens its own, also where the words are the same."""
    runs = [Run("here", address="https://a.example"), Run(" or "), Run("here", address="https://b.example")]
    links = read(made(mixed(runs, BODY))).all("Link")
    assert [(link.words, link.pressed) for link in links] == [
        ("here", ["https://a.example"]),
        ("here", ["https://b.example"]),
    ]


def test_a_word_broken_at_a_line_is_read_as_one(made: Made) -> None:
    """A word wider than the page gets no space where it breaks; the words around it keep theirs."""
    pdf = made(plain("before " + "W" * 300 + " after", BODY))
    [paragraph] = read(pdf).all("P")
    assert paragraph.words == "before " + "W" * 300 + " after"


def test_an_address_is_broken_where_it_can_be_and_read_whole(made: Made) -> None:
    """Before a hyphen or after a stroke, never wider than its room; no letter is lost and none is added."""
    address = "https://example.org/a-long/way/" + "to-go-/" * 30 + "?x=1&y=--2"
    lines = folded(address, BODY, 300).split("\n")
    assert "".join(lines) == address
    assert len(lines) > 3
    assert all(width_of(line, BODY) <= 300 for line in lines)
    assert all(line.endswith("/") or following[0] in "-?&=" for line, following in pairwise(lines))
    [link] = read(made(mixed([Run("\n".join(lines), address=address)], BODY))).all("Link")
    assert link.words == address


def test_a_long_list_keeps_its_entries_whole(made: Made) -> None:
    """Short entries go to the next page as they are, and a heading never stands last on a page."""
    of = new_list()
    entries = [mixed([Run("leg pain " * 30)], ENTRY, "LBody", list_entry(of), "•") for _ in range(30)]
    pdf = made(*entries, Spacer(0, 60), plain("Head", TITLE, "H1"), plain("Below.", BODY))
    heard = read(pdf)
    assert [len(part.kids) for part in heard.all("LBody")] == [1] * 30
    assert faults(pdf) == []
    drawn = spread([Spacer(0, 660), plain("Head", HEADING, "H2"), plain("Below.", BODY)], paper.WIDTH, 700)
    assert [len(page) for page in drawn] == [2, 4]


def test_every_letter_says_what_it_is(made: Made) -> None:
    """Welsh, Polish, signs and dashes; more letters than one block or one part of a font holds."""
    letters = "".join(chr(code) for code in range(0x21, 0x180) if chr(code).isprintable() and code != 0xAD)
    words = " ".join(letters[start : start + 20] for start in range(0, len(letters), 20))
    pdf = made(plain(words, BODY))
    assert faults(pdf) == []
    assert "□" not in words
    read_back = read(pdf).words
    assert len(read_back.split()) == len(words.split())
    for cmap in re.findall(r"(\d+) beginbfchar", _cmaps(pdf)):
        assert int(cmap) <= 100
    assert "<0000>" not in _cmaps(pdf)


def _cmaps(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = opened.pages[0].Resources.Font.values()
        return "\n".join(font.ToUnicode.read_bytes().decode() for font in fonts)


def test_nothing_drawn_among_decoration_is_read(made: Made) -> None:
    """Words, headings, lists, links, pictures and tables at the foot of a page are told to nobody."""

    class Foot(Flowable):
        def wrap(self, *_room: float) -> tuple[float, float]:
            return 100, 100

        def draw(self) -> None:
            of = list_entry(new_list())
            with self.canv.artifact("Pagination"):
                parts = [
                    plain("Head", HEADING, "H2"),
                    mixed([Run("entry")], ENTRY, "LBody", of, "•"),
                    mixed([Run("a "), Run("link", address="https://example.org")], BODY),
                    _picture(),
                    _table(2),
                ]
                paper.draw_down(self.canv, parts, 100)

    pdf = made(plain("Said.", BODY), Foot())
    assert faults(pdf) == []
    assert read(pdf).outline().split("\n") == ["Document", "  P Said."]
    assert bookmarks(pdf) == []


def test_a_heading_of_a_lower_level_first_is_no_fault(made: Made) -> None:
    """The bookmarks begin at the top whatever the first heading is."""
    pdf = made(plain("Part", HEADING, "H2"), plain("Smaller", HEADING, "H3"), plain("Part 2", HEADING, "H2"))
    assert [title for _, title in bookmarks(pdf)] == ["Part", "Smaller", "Part 2"]


def test_the_file_says_what_it_is(made: Made) -> None:
    """Title as it was typed, language and PDF/UA-1 are in the metadata; equal documents are equal files."""
    title = "<b>Legs</b> & ]]> “nights”"
    pdf = made(plain("Said.", BODY), title=title)
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert metadata["dc:language"] == {"en-GB"} or list(metadata["dc:language"]) == ["en-GB"]
        assert metadata["pdfuaid:part"] == "1"
        assert opened.Root.Lang == "en-GB"
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert all(page.Tabs == "/S" for page in opened.pages)
    assert pdf == made(plain("Said.", BODY), title=title)


def test_what_is_drawn_outside_every_mark_is_found(made: Made) -> None:
    """The gate of all our files sees a line or a word that nobody said what it is."""

    class Loose(Flowable):
        def wrap(self, *_room: float) -> tuple[float, float]:
            return 100, 20

        def draw(self) -> None:
            self.canv.drawString(0, 0, "loose")

    assert any("CONTENT-TAGGING" in fault for fault in faults(made(Loose())))


def test_an_element_that_nothing_was_drawn_for_is_left_out(made: Made) -> None:
    """An empty paragraph is not announced."""
    pdf = made(plain("", BODY), plain("Said.", BODY))
    assert read(pdf).outline().split() == ["Document", "P", "Said."]
    assert not Element("L").is_said
