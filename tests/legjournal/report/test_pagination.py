"""What stands on which page."""

from reportlab.platypus import Flowable

from legjournal.report.lettering import plain
from legjournal.report.pagination import spread
from legjournal.report.paper import WIDTH
from legjournal.report.sections.pieces import headed, heading, paragraph, table
from legjournal.report.typeface import BODY
from legjournal.tagged_pdf.words import Words

HEIGHT = 300.0


class Block(Flowable):  # type: ignore[misc]
    """Extends Flowable: something that cannot be broken, `high` points high."""

    def __init__(self, high: float) -> None:
        super().__init__()
        self.high = high

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        return width, self.high


def _pages(*flowables: Flowable) -> list[list[Flowable]]:
    """What is on each page, without the space between."""
    return [page[1::2] for page in spread(flowables, WIDTH, HEIGHT)]


def test_a_heading_goes_along_with_what_has_no_room_below_it() -> None:
    """There were 80 points left below it, and what it is the head of is 150 high."""
    before, name, block = Block(180), heading("Therapies"), Block(150)
    assert _pages(before, name, block) == [[before], [name, block]]


def test_what_is_to_be_kept_with_the_next_goes_along_too() -> None:
    """A heading and a sentence, then a table for which the page has no room."""
    before, name, sentence, block = Block(200), heading("A"), paragraph("One sentence."), Block(200)
    sentence.keepWithNext = True
    assert _pages(before, name, sentence, block) == [[before], [name, sentence, block]]


def test_a_page_of_nothing_else_stays_as_it_is() -> None:
    """What would have to move is all there is: it stays, and nothing goes round for ever."""
    name, block = heading("A"), Block(HEIGHT + 50)
    assert _pages(name, block) == [[name], [block]]


def test_what_is_short_stays_whole_under_its_heading() -> None:
    """A small table is one piece with its heading; a long one begins under it and goes on."""
    [short] = headed(heading("A"), table(("a", "b"), [("1", "2")] * 5, (200, 100)))
    assert not isinstance(short, Words)
    name, long = headed(heading("A"), table(("a", "b"), [("1", "2")] * 40, (200, 100)))
    first, *others = _pages(plain("Before", BODY), name, long)
    assert len(first) == 3
    assert first[1] is name
    assert len(others) >= 2
