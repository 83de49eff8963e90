"""The fields of a night, read against each other."""

from collections.abc import Iterator
from datetime import date

import pytest
from hand_clock import HandClock
from hypothesis import given
from hypothesis import strategies as st

from legjournal import sleep
from legjournal.journal import Journal
from ui.diary.night_words import Sayings
from ui.diary.reading import LIKELY, MOST, NightReader, Reading, as_night, written

DAYS = (date(2026, 11, 22), date(2026, 10, 25), date(2027, 3, 28))
TIMES = ["", "late", "10.30pm", "11", "12.59", "1", "1.15", "1.30", "1.45", "1.30am, the first"]
TIMES += ["1.45, the second", "2", "2.30", "half six", "6.30am", "7am", "7pm", "1pm", "midday"]
NUMBERS = ["", "a few", "0", "2", "30", "60", "400", "500", "960", "9999"]
_nights = st.fixed_dictionaries(
    {name: st.sampled_from(TIMES) for name in LIKELY} | {name: st.sampled_from(NUMBERS) for name in MOST}
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NightReader]:
    """Reads for whatever day it is set to."""
    path = tmp_path_factory.mktemp("reading") / "j.legjournal"
    with Journal.create(path, HandClock()) as journal:
        yield NightReader(journal.nights, Sayings())


@given(st.sampled_from(DAYS), _nights, st.lists(st.sampled_from([*LIKELY, *MOST]), max_size=2))
def test_what_counts_can_all_be_true(
    reader: NightReader, day: date, typed: dict[str, str], suspects: list[str]
) -> None:
    """Whatever is typed, the answers contradict each other nowhere, and all else is kept with its reason."""
    reader.day = day
    readings = reader.read(typed, suspects)

    assert readings.keys() == typed.keys()
    assert sleep.faults(as_night(readings)) == []
    for name, reading in readings.items():
        assert reading.value is None or reading.typed is None
        assert (reading.typed is None) == (reading.why == "")
        assert (reading == Reading()) == (typed[name] == "")


@given(st.sampled_from(DAYS), _nights)
def test_whatever_is_offered_puts_it_right(reader: NightReader, day: date, typed: dict[str, str]) -> None:
    """An answer offered beside a field is taken, and costs none of the others."""
    reader.day = day
    readings = reader.read(typed, [])
    kept = {name: "" if reading.typed is not None else typed[name] for name, reading in readings.items()}
    for name, reading in readings.items():
        for offer in reading.offers:
            after = reader.read({**kept, name: offer.typed}, [name])
            assert after[name].value is not None
            assert all(after[other].typed is None for other in kept)


@given(st.sampled_from(DAYS), _nights)
def test_what_is_written_is_read_as_the_same(reader: NightReader, day: date, typed: dict[str, str]) -> None:
    """Each answer, written as it is shown, is the very same answer again."""
    reader.day = day
    readings = reader.read(typed, [])
    shown = {name: written(reading.value) for name, reading in readings.items()}
    again = reader.read(shown, [])
    assert {name: reading.value for name, reading in again.items()} == {
        name: reading.value for name, reading in readings.items()
    }
