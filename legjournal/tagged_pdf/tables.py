"""Tables on a tagged page: those that hold figures, and those that only put things beside each other."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Table

from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.words import Words


class Cells(Table):  # type: ignore[misc]
    """Extends Table: made with `renderCB`, a `Layout` or a `Grid`, which goes along when it is split."""

    def _restoreRoundingObscuredLines(self) -> None:
        # Drawn again after all else, when no callback comes any more.
        with self.canv.artifact():
            super()._restoreRoundingObscuredLines()


class Layout:
    """Called by a table as it draws: its cells are read one after the other, its rows are not told.

    Cells hold flowables, which say what they are, or are empty.
    """

    def __init__(self) -> None:
        self._cell_is_empty = False

    def __call__(self, table: Table, event: str, *of: Any) -> None:
        canvas: TaggedCanvas = table.canv
        match event:
            case "startBG" | "startLines":
                canvas.begin_artifact()
            case "endBG" | "endLines":
                canvas.end_artifact()
            case "startTable":
                self.start_table(table)
            case "endTable":
                self.end(canvas)
            case "startRow":
                self.start_row(canvas, of[0])
            case "endRow":
                self.end_row(canvas)
            case "startCell":
                self.start_cell(table, of[0], of[1], of[2])
            case "endCell":
                self.end_cell(canvas)

    def start_table(self, table: Table) -> None:
        """The table, or what of it is on this page."""

    def start_row(self, canvas: TaggedCanvas, row: int) -> None:
        """A row, by its place on this page."""

    def start_cell(self, table: Table, row: int, column: int, value: Sequence[object]) -> None:
        """A cell with its flowables, or "": ReportLab writes an empty text into an empty one."""
        self._cell_is_empty = not value
        if self._cell_is_empty:
            table.canv.begin_artifact()

    def end_cell(self, canvas: TaggedCanvas) -> None:
        """The end of a cell."""
        if self._cell_is_empty:
            canvas.end_artifact()

    def end_row(self, canvas: TaggedCanvas) -> None:
        """The end of a row."""

    def end(self, canvas: TaggedCanvas) -> None:
        """The end of the table on this page."""


class Grid(Layout):
    """Extends Layout: a table with rows, heads and cells; its heads are told once, however many pages it has.

    of: the element of the table, where other flowables add rows to it too. A heading in the first cell stands
    before the table instead, where it is found by whoever goes from heading to heading. Tables that share a
    Grid are one table; ReportLab takes long over a single one of thousands of rows.
    """

    def __init__(self, of: Element | None = None, head_rows: int = 1, head_columns: int = 1) -> None:
        super().__init__()
        self.element = of or Element("Table")
        self._head_rows, self._head_columns = head_rows, head_columns
        self._repeated = 0
        self._is_begun = self._row_is_repeated = False

    def start_table(self, table: Table) -> None:
        """The table, or its rows on a further page under the heads already told."""
        if self._is_begun:
            self._repeated, self._head_rows = table.repeatRows, 0
        self._is_begun = True
        for flowable in table._cellvalues[0][0]:
            if isinstance(flowable, Words) and flowable.is_heading:
                table.canv.attach(flowable.element)
        table.canv.enter(self.element)

    def start_row(self, canvas: TaggedCanvas, row: int) -> None:
        """A row, or one that only repeats the heads."""
        self._row_is_repeated = row < self._repeated
        if self._row_is_repeated:
            canvas.begin_artifact("Pagination")
        canvas.enter(Element("TR"))

    def start_cell(self, table: Table, row: int, column: int, value: Sequence[object]) -> None:
        """A cell, or a head with what it is the head of."""
        cell = _element_of(value)
        if not self._row_is_repeated:
            scope = "Column" if row < self._head_rows else "Row" if column < self._head_columns else ""
            told = ({"Scope": scope} if scope else {}) | _span(table, row, column)
            cell.tag, cell.attributes = "TH" if scope else "TD", {"Table": told} if told else {}
        table.canv.enter(cell)
        super().start_cell(table, row, column, value)

    def end_cell(self, canvas: TaggedCanvas) -> None:
        """The end of a cell."""
        super().end_cell(canvas)
        canvas.leave()

    def end_row(self, canvas: TaggedCanvas) -> None:
        """The end of a row."""
        canvas.leave()
        if self._row_is_repeated:
            canvas.end_artifact()

    def end(self, canvas: TaggedCanvas) -> None:
        """The end of the table on this page."""
        canvas.leave()


def _element_of(value: Sequence[object]) -> Element:
    """The element of a cell: that of its paragraph, if this is all there is in it."""
    match value:
        case [Words(element=element, within=(), is_heading=False)]:
            return element
    return Element("TD")


def _span(table: Table, row: int, column: int) -> dict[str, object]:
    """How many columns and rows a cell has, where it is more than one."""
    if not table._spanCmds:
        return {}
    left, top, right, bottom = table._spanRanges[column, row]
    sizes = {"ColSpan": right - left + 1, "RowSpan": bottom - top + 1}
    return {name: size for name, size in sizes.items() if size > 1}
