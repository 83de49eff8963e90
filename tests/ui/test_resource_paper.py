"""Resource pages on paper, drawn from the text that the screen shows."""

import re

import pytest
from read_aloud import Part, bookmarks, faults, read, silent

from legjournal.library.nations import Nation
from legjournal.library.pages import Page, pages
from legjournal.report.markdown import flowables
from ui.resources.as_markdown import Wanted
from ui.resources.paper import draw

HELP = "when-to-get-help"


def _paper(key: str, nation: Nation | None = None) -> bytes:
    return draw(pages().items[key], Wanted(key, nation, unfolded=True))


@pytest.mark.parametrize("key", pages().items)
def test_every_page_can_be_read_aloud(key: str) -> None:
    """It keeps PDF/UA-1, each heading is a bookmark, and each address a link that opens what it says."""
    page, pdf = pages().items[key], _paper(key, Nation.SCOTLAND)
    assert faults(pdf) == []
    heard = read(pdf)
    assert bookmarks(pdf)[0] == (0, page.title)
    assert [title for _, title in bookmarks(pdf)] == [part.words for part in heard.all("H1", "H2", "H3")]
    links = [(link.words, set(link.pressed)) for link in heard.all("Link")]
    addresses = [source.address for source in page.sources]
    assert [link for link in links if link[0] in addresses] == [(each, {each}) for each in addresses]


def test_a_page_says_all_of_its_text() -> None:
    """Every sentence, list and title of the file is heard, with nothing of Markdown's signs."""
    page = pages().items["shockwave"]
    words = _plain(read(_paper("shockwave", Nation.WALES)))
    for said in (page.summary, *page.not_for_you_if, *page.questions_to_ask, page.conflict_of_interest):
        assert " ".join(said.split()) in words
    for paragraph in page.body.split("\n"):
        assert _without_signs(paragraph) in words
    assert words.index(page.routes.wales) < words.index(page.routes.england)
    assert "](" not in words
    assert "**" not in words


def _plain(heard: Part) -> str:
    parts = [part.words for part in heard.all("H1", "H2", "P", "LBody")]
    return " ".join(" ".join(parts).split())


def _without_signs(paragraph: str) -> str:
    return re.sub(r"\[(.+?)\]\(.+?\)", r"\1", paragraph).strip("#- ").replace("**", "")


def test_only_the_line_at_the_foot_is_silent() -> None:
    """Title, day of the check and number of the page stand on each sheet and are not read each time."""
    page = pages().items[HELP]
    sheets = silent(_paper(HELP)).split("page ")
    assert len(sheets) > 2
    assert all(part.startswith(f"{number} of") for number, part in enumerate(sheets[1:], start=1))
    assert page.title in sheets[0]


def test_equal_pages_are_equal_files() -> None:
    """Nothing by chance, and no time of day."""
    assert _paper("shockwave") == _paper("shockwave")


def test_numbered_lists_and_frames_keep_what_they_are() -> None:
    """The steps of pacing are counted; who gains stands in a frame that is told as one."""
    heard = [read(_paper(key)) for key, page in pages().items.items() if re.search("^1\\. ", page.body, re.M)]
    assert heard
    numbers = [part.words for part in heard[0].all("Lbl") if part.words != "•"]
    assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]
    gains = read(_paper("shockwave")).all("BlockQuote")
    assert [part.words.partition(":")[0] for part in gains] == ["Who gains from it"]


@pytest.mark.parametrize(
    "markdown", ["| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n", "```\ncode\n```", "![a](b)"]
)
def test_what_our_pages_do_not_use_is_refused(markdown: str) -> None:
    """A page that needs more than the paper can show fails here, and not before somebody's eyes."""
    with pytest.raises(ValueError, match="has no place on paper"):
        flowables(markdown, 400)


def test_markup_of_other_kinds_is_words() -> None:
    """HTML and ReportLab's own markup in a page is printed as it stands."""
    page: Page = (
        pages()
        .items["shockwave"]
        .model_copy(
            update={
                "title": "<b>A</b> & b",
                "body": 'See <img src="/etc/passwd"> &lt;3 <para fontSize=300> *so* \\*',
            }
        )
    )
    pdf = draw(page, Wanted("shockwave"))
    assert faults(pdf) == []
    assert 'See <img src="/etc/passwd"> <3 <para fontSize=300> so *' in _plain(read(pdf))
    assert read(pdf).all("H1")[0].words == "<b>A</b> & b"
