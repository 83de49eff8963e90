"""Passphrases are forgiving where a person slips; a recovery code says where the slip is."""

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal import errors
from legjournal.storage import keys

SALT = bytes(range(16))
KEYS = st.binary(min_size=32, max_size=32)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _typed(key: bytes) -> str:
    return "-".join(keys.recovery_code(key))


def _slip(key: bytes, place: int, step: int = 1) -> str:
    """The code of a key with the digit at `place`, counted from 0 without dashes, put otherwise."""
    digits = list("".join(keys.recovery_code(key)))
    digits[place] = ALPHABET[(ALPHABET.index(digits[place]) + step) % 32]
    return "".join(digits)


def test_a_passphrase_makes_the_key_that_sqlcipher_would() -> None:
    """PBKDF2-HMAC-SHA512 with 256,000 rounds: 32 bytes, the same for the same salt, others for another."""
    key = keys.derived("correct horse", SALT)
    assert key.hex() == "9118a024311c6a93d17484b07c24ec754e0559cc3b687954de6daa9ad9495042"
    assert keys.derived("correct horse", SALT[::-1]) != key


def test_how_accents_and_outer_spaces_are_typed_does_not_matter() -> None:
    """Composed or in two parts, with a space pasted along: one passphrase. A space within counts."""
    composed = unicodedata.normalize("NFC", "Zoë's légs ache")
    apart = unicodedata.normalize("NFD", composed)
    assert composed != apart
    assert keys.derived(composed, SALT) == keys.derived(f" {apart} \t", SALT)
    assert keys.derived("two  spaces", SALT) != keys.derived("two spaces", SALT)


@pytest.mark.parametrize(
    "strange",
    ["", "x" * 10_240, "nul \0 within", "\ud800 half a letter"],
    ids=["empty", "long", "nul", "half"],
)
def test_any_text_makes_a_key_of_its_own(strange: str) -> None:
    """Nothing in it is a sign to anybody; not even half a letter makes the program stop."""
    assert len(keys.derived(strange, SALT)) == 32
    assert keys.derived(strange, SALT) != keys.derived(strange + "x", SALT)


def test_each_new_key_has_a_salt_of_its_own() -> None:
    """The same passphrase twice makes two keys, each that of its salt, and neither is shown by accident."""
    one, other = keys.new_key("the same words"), keys.new_key("the same words")
    assert one.salt != other.salt
    assert one.key == keys.derived("the same words", one.salt) != other.key
    assert one.key.hex() not in repr(one)
    assert str(one.key) not in repr(one)


@pytest.mark.parametrize("short", ["", " " * 20, "eleven char", "  eleven char  ", "Zoë's légs"])
def test_a_short_passphrase_is_told_what_it_lacks(short: str) -> None:
    """One sentence, for less than 12 characters and for nothing else."""
    assert "at least 12 characters" in keys.weakness(short)
    assert keys.weakness(short).endswith(".")


@pytest.mark.parametrize("enough", ["twelve chars", "aaaaaaaaaaaa", "😀" * 12, "four words do well"])
def test_twelve_characters_will_do(enough: str) -> None:
    """There are no rules about capitals, numbers or signs."""
    assert keys.weakness(enough) == ""


def test_strength_is_an_estimate_from_0_to_4() -> None:
    """A row of numbers is weak, four drawn words are strong, and a long text is not measured to its end."""
    assert keys.strength("123456789012") <= 1
    assert keys.strength(keys.suggestion()) == 4
    assert keys.strength("") == 0
    assert keys.strength("l1!|i" * 20_000) <= 4


def test_a_suggestion_is_four_plain_words() -> None:
    """Small letters and spaces, long enough, another one each time."""
    drawn = {keys.suggestion() for _ in range(5)}
    assert len(drawn) == 5
    for words in drawn:
        assert len(words.split(" ")) == 4
        assert words.replace(" ", "").isalpha()
        assert words == words.lower()
        assert keys.weakness(words) == ""
        assert not keys.looks_like_code(words)


@given(KEYS)
def test_a_code_reads_back_as_its_key(key: bytes) -> None:
    """Thirteen groups of four and one to check by."""
    code = keys.recovery_code(key)
    assert [len(group) for group in code] == [4] * 14
    assert set("".join(code)) <= set(ALPHABET)
    assert keys.looks_like_code(_typed(key))
    assert keys.key_of_code(_typed(key)) == key


@pytest.mark.parametrize(
    "write",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: "\n" + code.replace("-", " – ") + " ",
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: code.replace("0", "o").replace("1", "I"),
        lambda code: code.translate({ord(sign): ord(sign) + 0xFEE0 for sign in ALPHABET}),  # full width
    ],
)
def test_a_code_may_be_typed_in_many_ways(write: object) -> None:
    """Capitals, dashes, spaces, O for 0, I or l for 1: all the same."""
    for seed in range(20):
        key = random.Random(seed).randbytes(32)
        written = write(_typed(key))  # type: ignore[operator]
        assert keys.looks_like_code(written)
        assert keys.key_of_code(written) == key


def test_one_wrong_character_is_found_in_its_group() -> None:
    """Wherever it is, the check group included, the sentence names the group."""
    key = random.Random(2).randbytes(32)
    for place in range(56):
        with pytest.raises(errors.CodeTypo, match=rf"in group {place // 4 + 1} of"):
            keys.key_of_code(_slip(key, place, step=place % 31 + 1))


def test_two_neighbours_swapped_are_found_in_their_group() -> None:
    """The other slip of tired fingers."""
    first, *rest = keys.recovery_code(random.Random(3).randbytes(32))
    assert first[0] != first[1]
    with pytest.raises(errors.CodeTypo, match="in group 1 of"):
        keys.key_of_code("-".join([first[1] + first[0] + first[2:], *rest]))


def test_a_character_too_few_or_too_many_is_found_where_groups_are_typed() -> None:
    """With dashes the group shows; without, the sentence asks to compare with the sheet."""
    groups = list(keys.recovery_code(random.Random(3).randbytes(32)))
    groups[8] = groups[8][:3]
    with pytest.raises(errors.CodeTypo, match="in group 9 of"):
        keys.key_of_code("-".join(groups))
    with pytest.raises(errors.CodeTypo, match="compare it with your sheet"):
        keys.key_of_code("".join(groups))


def test_a_character_no_code_has_is_found() -> None:
    """U is left out of the digits, for it looks like V."""
    groups = list(keys.recovery_code(random.Random(4).randbytes(32)))
    groups[5] = "U" + groups[5][1:]
    with pytest.raises(errors.CodeTypo, match="in group 6 of"):
        keys.key_of_code("-".join(groups))


@given(KEYS, KEYS)
@settings(max_examples=20)
def test_no_two_groups_wrong_make_another_key(key: bytes, other: bytes) -> None:
    """Half of one code and half of another are refused."""
    mixed = "-".join([*keys.recovery_code(key)[:7], *keys.recovery_code(other)[7:]])
    if key == other:
        assert keys.key_of_code(mixed) == key
    else:
        with pytest.raises(errors.CodeTypo):
            keys.key_of_code(mixed)


def test_a_codes_name_says_nothing_of_the_code() -> None:
    """Four signs, always the same for a key, and no part of what is written on the sheet."""
    names = set()
    for seed in range(200):
        key = random.Random(seed).randbytes(32)
        name = keys.code_id(key)
        assert len(name) == 4
        assert set(name) <= set(ALPHABET)
        assert name == keys.code_id(key)
        assert name not in keys.recovery_code(key)
        names.add(name)
    assert len(names) == 200


@pytest.mark.parametrize(
    "words",
    [
        "correct horse battery staple",
        "the quick brown fox jumps over the lazy dog every night again",
        "0123456789" * 9,
        "äöü" * 19,
        "",
    ],
)
def test_a_passphrase_is_not_taken_for_a_code(words: str) -> None:
    """Words have no digits among them, and other lengths are other things."""
    assert not keys.looks_like_code(words)
