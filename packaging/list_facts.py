"""Lists what can go out of date, oldest check first: pages, exercises, sources, telephone numbers, figures.

list_facts.py FOLDER   writes facts.csv, one table, and facts.txt, the same to read
"""

import csv
import sys
from datetime import UTC, datetime
from pathlib import Path
from textwrap import fill

from legjournal.library.upkeep import Kind, Row, rows

HEADINGS = {
    Kind.PAGE: "Pages, the longest unchecked first",
    Kind.EXERCISE: "Exercises, the longest unchecked first",
    Kind.TELEPHONE: "Telephone numbers: ring or look up each one",
    Kind.SOURCE: "Sources by address: open each one and see whether it still says so",
    Kind.FIGURE: "Figures by file: hold each one against the sources of its page",
}
WIDTH = 100


def main(arguments: list[str]) -> int:
    """Write both files; return the exit status."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    table = rows(datetime.now(UTC).date())
    write_csv(table, folder / "facts.csv")
    (folder / "facts.txt").write_text(readable(table), encoding="utf-8")
    counts = ", ".join(f"{sum(row.kind is kind for row in table)} {kind}" for kind in Kind)
    print(f"{folder / 'facts.csv'} and facts.txt: {counts}")
    return 0


def write_csv(table: list[Row], path: Path) -> None:
    """One line a row, under the names of the columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(Row._fields)
        writer.writerows(table)


def readable(table: list[Row]) -> str:
    """A part for each kind; an address that several pages use stands there once, with all of them."""
    parts = []
    for kind, heading in HEADINGS.items():
        of_kind = [row for row in table if row.kind is kind]
        lines = by_address(of_kind) if kind is Kind.SOURCE else [line(row) for row in of_kind]
        parts.append("\n".join([heading, "=" * len(heading), "", *lines]))
    return "\n\n\n".join(parts) + "\n"


def line(row: Row) -> str:
    """A row in words, with what it has to be held against."""
    place = f"{row.file}, {row.place}" if row.place else row.file
    said = f"{row.days} days, {row.checked}  {place}: {row.what}"
    return "\n    ".join(
        [fill(said, WIDTH, subsequent_indent="    "), *([row.address] if row.address else [])]
    )


def by_address(sources: list[Row]) -> list[str]:
    """Each address with what was taken from it, page by page."""
    taken: dict[str, list[Row]] = {}
    for row in sources:
        taken.setdefault(row.address, []).append(row)
    lines = []
    for address in sorted(taken, key=lambda address: (taken[address][0].checked, address)):
        uses = [
            fill(
                f"{row.file}, {row.checked}: {row.what}",
                WIDTH,
                initial_indent="    ",
                subsequent_indent="        ",
            )
            for row in taken[address]
        ]
        lines.append("\n".join([address, *uses]))
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
