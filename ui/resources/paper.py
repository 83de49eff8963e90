"""A resource page for paper: the same text as on the screen, with its facts and the day of its check."""

from legjournal import phrases
from legjournal.library.pages import Page
from legjournal.words import plural, text
from ui.resources.as_markdown import Wanted, as_markdown
from ui.resources.facts import facts_of


def draw(page: Page, wanted: Wanted) -> bytes:
    """The PDF."""
    from legjournal.report import resource_page

    return resource_page.draw(page.title, f"{page.title} · {_checked(page)}", _words(page, wanted))


def _words(page: Page, wanted: Wanted) -> str:
    facts = [f"- **{heading}:** {words}" for heading, words in facts_of(page)]
    return "\n\n".join([f"# {page.title}", _checked(page), "\n".join(facts), as_markdown(page, wanted)])


def _checked(page: Page) -> str:
    count = len(page.sources)
    sources = plural("{n} source", "{n} sources", count).format(n=count)
    return text("Checked {day} · {sources}").format(day=phrases.day(page.checked), sources=sources)
