"""A resource page as one text in Markdown, with the doors and routes of the person's own nation first."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from legjournal.library.nations import Door, Nation, doors_of, name_of
from legjournal.library.pages import Page, PageKind

HELP_PAGE = "when-to-get-help"
UNFOLD = "unfold:nations"  # the address behind the link that shows the other nations
FRAME = "> "  # a quotation in Markdown, which is shown as a frame

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Wanted:
    """What is to be shown of a page.

    key: of the page. nation: None where none was chosen. unfolded: whether the other nations are in sight.
    """

    key: str
    nation: Nation | None = None
    unfolded: bool = False


def as_markdown(page: Page, wanted: Wanted) -> str:
    """The whole text of a page, from the summary to the sources."""
    parts = [f"**{page.summary}**" if page.summary else ""]
    not_for_you = _list(translate("PageMarkdown", "Not for you if"), page.not_for_you_if)
    parts += not_for_you if page.kind is PageKind.THERAPY else []
    parts += _gains(page)
    parts.append(page.body)
    if wanted.key == HELP_PAGE:  # the signs come first, each with whom to ring; then the numbers together
        parts += _numbers(page, wanted.nation)
    parts += _routes(page, wanted)
    parts += [] if page.kind is PageKind.THERAPY else not_for_you
    parts += _list(translate("PageMarkdown", "Questions to ask"), page.questions_to_ask)
    parts += _sources(page)
    return "\n\n".join(part for part in parts if part)


def _numbers(page: Page, nation: Nation | None) -> list[str]:
    """Whom to ring of those the page names, the most urgent first; 999 is one of them everywhere."""
    named = " ".join([page.body, *page.routes.model_dump().values()])
    doors = [door for door in doors_of(nation) if (door.number or door.name) in named]
    if nation is None:
        heading = translate("PageMarkdown", "Numbers that hold everywhere in the UK")
    else:
        heading = translate("PageMarkdown", "Whom to ring in {nation}").format(nation=name_of(nation))
    return _list(heading, [_door(door) for door in doors])


def _door(door: Door) -> str:
    return f"**{door.number}**, {door.name}. {door.when}" if door.number else f"**{door.name}**. {door.when}"


def _gains(page: Page) -> list[str]:
    """Who gains from a therapy, framed: what is said about it is read with that in mind."""
    if not page.conflict_of_interest:
        return []
    heading = translate("PageMarkdown", "Who gains from it")
    words = " ".join(page.conflict_of_interest.split())
    return [f"{FRAME}**{heading}:** {words}"]


def _routes(page: Page, wanted: Wanted) -> list[str]:
    nations = [nation for nation in Nation if page.routes.of(nation)]
    own = [nation for nation in nations if nation is wanted.nation]
    others = [nation for nation in nations if nation is not wanted.nation]
    parts = [page.routes.everywhere, *(f"**{name_of(nation)}:** {page.routes.of(nation)}" for nation in own)]
    if own and others and not wanted.unfolded:
        parts.append(f"[{translate('PageMarkdown', 'Show the other nations')}]({UNFOLD})")
    else:
        parts.append("\n".join(f"- **{name_of(nation)}:** {page.routes.of(nation)}" for nation in others))
    parts = [part for part in parts if part]
    return [f"## {_way_in(page.kind)}", *parts] if parts else []


def _way_in(kind: PageKind) -> str:
    if kind is PageKind.GETTING_HELP:
        return translate("PageMarkdown", "Where you live")
    if kind is PageKind.CONDITION:
        return translate("PageMarkdown", "Whom to ask")
    return translate("PageMarkdown", "How to get it")


def _sources(page: Page) -> list[str]:
    sources = [
        f"{source.title}{', ' + source.date if source.date else ''}: [{source.address}]({source.address})"
        for source in page.sources
    ]
    return _list(translate("PageMarkdown", "Sources"), sources)


def _list(heading: str, lines: list[str]) -> list[str]:
    return [f"## {heading}", "\n".join(f"- {line}" for line in lines)] if lines else []
