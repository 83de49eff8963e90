"""A large JSON file, value by value."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal.exchange import json_stream
from legjournal.exchange.json_stream import JsonStream

LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


class Dripping(io.StringIO):
    """A file that gives a few letters at a time, whatever it is asked for."""

    def read(self, _size: int | None = -1) -> str:
        return super().read(3)


def walked(stream: JsonStream) -> dict[str, list[object]]:
    """An object of lists, walked through."""
    found = {name: list(stream.items()) for name in stream.names()}
    stream.end()
    return found


@settings(max_examples=40)
@given(st.dictionaries(st.text(), st.lists(VALUES), max_size=3), st.sampled_from([None, 1]))
def test_what_is_walked_through_is_what_json_reads(
    whole: dict[str, list[object]], indent: int | None
) -> None:
    """However little is read at a time, the values are those of the standard library."""
    text = json.dumps(whole, indent=indent, ensure_ascii=False)
    assert walked(JsonStream(Dripping(text))) == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"a": [1 2]}',
        '{"a": [1,]}',
        '{"a": [,1]}',
        '{"a": [1]} x',
        '{"a": [1]}{}',
        '{"a": [1], "a": [2]}',
        '{"a": [{"b": 1, "b": 2}]}',
        '{"a": [NaN]}',
        '{"a": [-Infinity]}',
        '{"a": [1]',
        '{"a": ["1]}',
        "{1: [1]}",
        '{"a" [1]}',
        "[1]",
    ],
)
def test_what_is_not_json_is_refused(text: str) -> None:
    """Also where Python's own reader would let it pass."""
    with pytest.raises(ValueError):
        walked(JsonStream(Dripping(text)))


def test_a_value_without_end_is_not_read_for_ever() -> None:
    """A hostile file cannot fill the memory with one text."""

    class Endless(io.StringIO):
        given = 0

        def read(self, size: int | None = -1) -> str:
            self.given += size or 0
            return '{"a": ["' if self.given == size else "x" * (size or 0)

    endless = Endless()
    with pytest.raises(ValueError, match="too large"):
        walked(JsonStream(endless))
    assert endless.given < 8 * json_stream.LARGEST_VALUE
