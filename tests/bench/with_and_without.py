"""How long the figures of the trends take: `with_and_without.py JOURNAL` prints one JSON line, milliseconds.

Medians. The busy journal is the same with thirty more words pressed now and then, and sleep to the minute.
"""

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from turning import evening, milliseconds

from legjournal.journal import Journal
from legjournal.storage.history import Changed
from legjournal.trends.facts import Facts
from legjournal.trends.interval import interval
from legjournal.trends.loading import brought_up_to_date, load
from legjournal.trends.with_and_without import answers, compare_all

RUNS = 5


def main(path: Path) -> None:
    """Read, compare everything, and open the comparison with the most days on both sides."""
    with Journal.open(path, read_only=True) as journal:
        facts = load(journal)
        entry = Changed(days=frozenset({evening().date()}))
        busy = _busy(facts)
        longest = max(compare_all(facts), key=lambda one: min(one.with_it.n, one.without.n)).question
        parts = {
            "reading the journal": partial(load, journal),
            "after an entry": partial(brought_up_to_date, journal, facts, entry),
            "with and without, everything": partial(compare_all, facts),
            f"the same, busy, {len(compare_all(busy))} comparisons": partial(compare_all, busy),
            "how sure is this?": lambda: interval(answers(facts, longest)),
        }
        print(json.dumps({name: _median(action) for name, action in parts.items()}))


def _median(action: object) -> float:
    return median(milliseconds(action) for _ in range(RUNS))  # type: ignore[arg-type]


def _busy(facts: Facts) -> Facts:
    random = Random(1)
    words = [f"word {n}" for n in range(30)]
    days = {
        day: replace(
            known,
            asleep=None if known.asleep is None else known.asleep + random.randint(-3, 3),
            pressed=None if known.pressed is None else [*known.pressed, *random.sample(words, 4)],
        )
        for day, known in facts.days.items()
    }
    return replace(facts, days=days, words={**facts.words, **dict.fromkeys(words, True)})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
