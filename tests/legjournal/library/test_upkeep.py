"""The table of everything that can go out of date."""

import csv
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from legjournal.library.exercises import exercises
from legjournal.library.nations import doors
from legjournal.library.pages import pages
from legjournal.library.upkeep import Kind, Row, rows

ROOT = Path(__file__).parents[3]
TODAY = date(2027, 1, 1)
TABLE = rows(TODAY)


def of(kind: Kind, file: str = "") -> list[Row]:
    """The rows of one kind, of every file or of one."""
    return [row for row in TABLE if row.kind is kind and row.file.endswith(file)]


def test_every_page_and_exercise_is_listed_with_the_age_of_its_check() -> None:
    """In whole days, the longest unchecked first."""
    assert {Path(row.file).stem for row in of(Kind.PAGE)} == pages().items.keys()
    assert {Path(row.file).stem for row in of(Kind.EXERCISE)} == exercises().items.keys()
    assert [row.days for row in TABLE] == sorted((row.days for row in TABLE), reverse=True)
    [iron] = of(Kind.PAGE, "iron.md")
    assert iron.days == (TODAY - pages().items["iron"].checked).days


def test_every_source_address_is_listed_where_it_is_used() -> None:
    """Of pages and exercises alike."""
    shelves = [*pages().items.values(), *exercises().items.values()]
    addresses = [source.address for item in shelves for source in item.sources]
    assert sorted(row.address for row in of(Kind.SOURCE)) == sorted(addresses)


def test_every_door_is_listed_with_its_number_and_source() -> None:
    """Those without a number too: they may have got one."""
    listed = [(row.what.partition(":")[0], row.address) for row in of(Kind.TELEPHONE)]
    assert sorted(listed) == sorted((door.number or "no number", door.source.address) for door in doors())


@pytest.mark.parametrize(
    ("file", "place", "sentence"),
    [
        ("hip-and-glute-strength.md", "text, “What was found for outer hip pain”", "waiting: 20 of 68"),
        ("shockwave.md", "cost_seen", "£70 to £150 a session; a seller’s article says £80 to £200"),
        ("shockwave.md", "cost_dated", "2024 to 2025"),
        ("plank.toml", "dose", "sets "),
    ],
)
def test_every_figure_is_listed_with_its_sentence(file: str, place: str, sentence: str) -> None:
    """So that it can be held against the sources of its page."""
    assert any(row.place == place and sentence in row.what for row in of(Kind.FIGURE, file))


def test_no_figure_of_a_page_is_left_out() -> None:
    """Whatever has a digit in the text of a page is in the table."""
    for key, page in pages().items.items():
        listed = " ".join(row.what for row in of(Kind.FIGURE, f"/{key}.md"))
        missing = [
            word
            for word in page.body.split()
            if any(map(str.isdigit, word)) and word.strip("-*#") not in listed
        ]
        assert missing == [], key


def test_the_command_writes_the_table_and_the_same_to_read(tmp_path: Path) -> None:
    """`make facts`: one line a row in the CSV; in the text each address once."""
    command = [sys.executable, str(ROOT / "packaging" / "list_facts.py"), str(tmp_path / "facts")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    with (tmp_path / "facts" / "facts.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    words = (tmp_path / "facts" / "facts.txt").read_text(encoding="utf-8")

    assert len(table) == len(TABLE)
    assert table[0].keys() == set(Row._fields)
    assert f"{len(of(Kind.SOURCE))} source" in done.stdout
    for address in {row.address for row in of(Kind.SOURCE)}:
        assert words.count(f"\n{address}\n") == 1
    assert "Telephone numbers" in words
    assert "116 123: Samaritans." in words
