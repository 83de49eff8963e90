"""The catalogue of words."""

import pytest

from legjournal import words


@pytest.mark.parametrize("language", [None, "xx", "no such language"])
def test_without_a_catalogue_the_words_stand_as_they_are(language: str | None) -> None:
    """British English needs no catalogue, and a language without one falls back to it."""
    if language is not None:
        words.use_language(language)
    assert words.text("This day has not come yet.") == "This day has not come yet."
    assert [words.plural("{n} hour", "{n} hours", n) for n in (0, 1, 2)] == [
        "{n} hours",
        "{n} hour",
        "{n} hours",
    ]
