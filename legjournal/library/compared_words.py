"""What stands in the table of therapies, in words: its headings, its cells, and the lines around it."""

from enum import StrEnum

from legjournal import phrases
from legjournal.library.comparing import Comparison, Order, Row
from legjournal.library.fact_words import cost, grade_words
from legjournal.library.nations import name_of
from legjournal.words import plural, text


class Column(StrEnum):
    """The columns, from the left."""

    TITLE = "title"
    EVIDENCE = "evidence"
    COST = "cost"
    ROUTE = "route"
    EFFORT = "effort"


def heading(column: Column) -> str:
    """What stands above a column."""
    return {
        Column.TITLE: text("Name"),
        Column.EVIDENCE: text("Evidence"),
        Column.COST: text("Who pays, cost seen"),
        Column.ROUTE: text("How to get it"),
        Column.EFFORT: text("Effort"),
    }[column]


def long_heading(column: Column, comparison: Comparison) -> str:
    """As `heading`, where it stands alone: evidence is always about one condition."""
    if column is Column.EVIDENCE:
        return text("Evidence, {condition}").format(condition=comparison.condition)
    return heading(column)


def cell(row: Row, column: Column) -> str:
    """The words of a cell."""
    return {
        Column.TITLE: row.title,
        Column.EVIDENCE: grade_words(row.grade) if row.grade is not None else text("not graded here"),
        Column.COST: _cost(row),
        Column.ROUTE: _route(row),
        Column.EFFORT: phrases.begun_large(row.effort),
    }[column]


def _cost(row: Row) -> str:
    price = text("No price was found.") if row.price_missing else cost(row.cost_seen, row.cost_dated)
    return " ".join(filter(None, [row.who_pays, price]))


def _route(row: Row) -> str:
    differs = text("Each nation has more to say: see the page.")
    return " ".join(filter(None, [row.route, differs if row.other_ways else ""]))


def order_name(order: Order) -> str:
    """An order, as it is offered."""
    return {
        Order.CONTENTS: text("As in the list of pages"),
        Order.TITLE: text("Name, A to Z"),
        Order.GRADE: text("Evidence"),
        Order.COST: text("Lowest cost seen"),
    }[order]


def what_it_is() -> str:
    """How far the table can be trusted; it stands above it wherever it is seen."""
    return text(
        "Evidence is about groups of people. It cannot say what will help you, and nothing here is a verdict."
    )


def how_many(comparison: Comparison) -> str:
    """How many rows have a grade, and what it means that others have none."""
    all_rows = len(comparison.rows)
    graded = plural(
        "{n} of {all} has a grade for {condition}.",
        "{n} of {all} have a grade for {condition}.",
        comparison.graded,
    ).format(n=comparison.graded, all=all_rows, condition=comparison.condition)
    if comparison.graded == all_rows:
        return graded
    return " ".join(
        [
            graded,
            text("“Not graded here” means that it was not looked at for that. It says nothing either way."),
        ]
    )


def how_ordered(comparison: Comparison) -> str:
    """What the order goes by; "" for that of the contents list, which goes by nothing."""
    return {
        Order.CONTENTS: "",
        Order.TITLE: text("Sorted by name."),
        Order.GRADE: text("Sorted by how strong the evidence is, which is not how much it helps."),
        Order.COST: text(
            "Sorted by the lowest price seen, whatever it buys. What can be free comes first, and what has "
            "no price comes last."
        ),
    }[comparison.order]


def how_old(comparison: Comparison) -> str:
    """When the pages were checked."""
    days = sorted(row.checked for row in comparison.rows)
    if days[0] == days[-1]:
        return text("Pages checked {day}.").format(day=phrases.day(days[0]))
    return text("Pages checked from {first} to {last}.").format(
        first=phrases.day(days[0]), last=phrases.day(days[-1])
    )


def where(comparison: Comparison) -> str:
    """The nation that the ways to get it are for."""
    if comparison.nation is None:
        return text("“How to get it” is for the whole of the UK.")
    return text("“How to get it” is for {nation}.").format(nation=name_of(comparison.nation))
