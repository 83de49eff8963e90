"""A resource page to read: what is known first, then the text, then where it comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.library.nations import Nation
from legjournal.library.pages import Grade, Page, PageKind
from legjournal.words import plural
from ui.widgets.card import Card
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.page_text import PageText

# A shape beside the word, so that the grade can be seen at a glance and without colour.
SHAPES = {
    Grade.GOOD: "●●●",
    Grade.SOME: "●●○",
    Grade.LIMITED: "●○○",
    Grade.NONE_FOUND: "○○○",
    Grade.AGAINST: "✗",
}


class Reader(Card):
    """The reading pane.

    Signals: `page_requested(str)`, the key of the page that a link leads to.
    """

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.body.setContentsMargins(28, 22, 28, 12)
        self._title = PlainLabel("", Size.TITLE, wraps=True)
        self._checked = PlainLabel("", Size.SMALL, muted=True)
        self._facts = QFrame()
        self.text = PageText()
        for widget in (self._title, self._checked, self._facts):
            self.body.addWidget(widget)
        self.body.addWidget(self.text, 1)
        self.text.page_requested.connect(self.page_requested)

    def show_page(self, page: Page) -> None:
        """Show a page from its beginning."""
        self._title.setText(page.title)
        day = phrases.day(page.checked)
        count = len(page.sources)
        sources = plural("{n} source", "{n} sources", count).format(n=count)
        self._checked.setText(self.tr("Checked {day} · {sources}").format(day=day, sources=sources))
        self._show_facts(page)
        self.text.show_markdown(page.title, self._markdown(page))

    def _show_facts(self, page: Page) -> None:
        fresh = QFrame()
        fresh.setProperty("facts", True)
        cells = ColumnsLayout(fresh, letters=9, most=4, spacing=18)
        for heading, words in self._facts_of(page):
            cells.addWidget(self._fact(heading, words))
        self.body.replaceWidget(self._facts, fresh)
        fresh.setVisible(cells.count() > 0)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = fresh

    def _facts_of(self, page: Page) -> list[tuple[str, str]]:
        facts = [
            (self.tr("Evidence, {condition}").format(condition=known.condition), self._grade(known.grade))
            for known in page.evidence
        ]
        if page.who_pays:
            facts.append((self.tr("Who pays"), page.who_pays))
        if page.cost_seen:
            facts.append((self.tr("Cost seen"), self._cost(page)))
        return facts

    def _fact(self, heading: str, words: str) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(heading, Size.LABEL, wraps=True))
        column.addWidget(PlainLabel(words, Size.BODY, wraps=True))
        column.addStretch()
        return cell

    def _cost(self, page: Page) -> str:
        seen = self.tr("{cost} (seen {when})")
        return seen.format(cost=page.cost_seen, when=page.cost_dated) if page.cost_dated else page.cost_seen

    def _grade(self, grade: Grade) -> str:
        words = {
            Grade.GOOD: self.tr("good"),
            Grade.SOME: self.tr("some"),
            Grade.LIMITED: self.tr("limited"),
            Grade.NONE_FOUND: self.tr("none found"),
            Grade.AGAINST: self.tr("advice against it"),
        }[grade]
        return f"{SHAPES[grade]}  {words}"

    def _markdown(self, page: Page) -> str:
        parts = [f"**{page.summary}**" if page.summary else "", page.body]
        parts += self._routes(page)
        parts += self._list(self.tr("Not for you if"), page.not_for_you_if)
        parts += self._list(self.tr("Questions to ask"), page.questions_to_ask)
        if page.conflict_of_interest:
            parts += [f"## {self.tr('Who gains from it')}", page.conflict_of_interest]
        sources = [
            f"{source.title}{', ' + source.date if source.date else ''}: [{source.address}]({source.address})"
            for source in page.sources
        ]
        parts += self._list(self.tr("Sources"), sources)
        return "\n\n".join(part for part in parts if part)

    def _routes(self, page: Page) -> list[str]:
        names = {
            Nation.ENGLAND: self.tr("England"),
            Nation.SCOTLAND: self.tr("Scotland"),
            Nation.WALES: self.tr("Wales"),
            Nation.NORTHERN_IRELAND: self.tr("Northern Ireland"),
        }
        own = [
            f"- **{name}:** {page.routes.of(nation)}"
            for nation, name in names.items()
            if page.routes.of(nation)
        ]
        parts = [part for part in (page.routes.everywhere, "\n".join(own)) if part]
        headings = {
            PageKind.GETTING_HELP: self.tr("Where you live"),
            PageKind.CONDITION: self.tr("Whom to ask"),
        }
        heading = headings.get(page.kind, self.tr("How to get it"))
        return [f"## {heading}", *parts] if parts else []

    @staticmethod
    def _list(heading: str, lines: list[str]) -> list[str]:
        return [f"## {heading}", "\n".join(f"- {line}" for line in lines)] if lines else []
