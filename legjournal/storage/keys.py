"""Passphrases, the key each makes, and the recovery code that writes such a key down. No file is touched."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from legjournal import errors
from legjournal.words import text

SALT = 16  # bytes: the first of a locked file, https://www.zetetic.net/sqlcipher/design/
SHORTEST = 12  # characters of a passphrase
GROUPS = 13  # of a recovery code, and one more to check them by
_ITERATIONS = 256_000  # SQLCipher 4's own number: its other tools open the file with the same passphrase
_KEY = 32  # bytes
_MEASURED = 100  # characters whose strength is estimated: the time grows faster than the length
_WORDS = 4
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # https://www.crockford.com/base32.html
_READ_AS = str.maketrans("OIL", "011")
_GROUP = 4  # digits
_CODE = (GROUPS + 1) * _GROUP
_FILLING = GROUPS * _GROUP * 5 - _KEY * 8  # bits of the last digit that say nothing
_BETWEEN = re.compile(r"[\s\-–—_.,:]+")


@dataclass(frozen=True, slots=True)
class NewKey:
    """The key a journal is to be locked with, 32 bytes, and the salt that will begin its file, 16."""

    key: bytes = field(repr=False)
    salt: bytes


def new_key(passphrase: str) -> NewKey:
    """A key for a passphrase just chosen: another one each time, for the salt is made afresh."""
    salt = os.urandom(SALT)
    return NewKey(derived(passphrase, salt), salt)


def derived(passphrase: str, salt: bytes) -> bytes:
    """The 32 bytes SQLCipher would derive itself; takes some 0.1 to 0.2 seconds, meant to be slow.

    Spaces before and after do not count, nor how the computer composes its accents.
    """
    typed = _as_typed(passphrase).encode(errors="surrogatepass")  # whatever a terminal may hand over
    return hashlib.pbkdf2_hmac("sha512", typed, salt, _ITERATIONS, _KEY)


def _as_typed(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase).strip()


def weakness(passphrase: str) -> str:
    """What is wrong with a passphrase just chosen, in a sentence; empty when it will do."""
    if len(_as_typed(passphrase)) >= SHORTEST:
        return ""
    return text("Please use at least {least} characters. Four words with spaces are easy to type.").format(
        least=SHORTEST
    )


def strength(passphrase: str) -> int:
    """From 0, guessed at once, to 4, hard to guess even for somebody who has the file (zxcvbn's scale)."""
    from zxcvbn import zxcvbn

    measured = _as_typed(passphrase)[:_MEASURED]
    return int(zxcvbn(measured, max_length=_MEASURED)["score"]) if measured else 0  # it cannot take nothing


def suggestion() -> str:
    """Four words drawn from the EFF's long list: one passphrase of some 3,600 million million."""
    import secrets

    from xkcdpass.xkcd_password import generate_wordlist

    listed = generate_wordlist("eff-long", min_length=3, max_length=9, valid_chars="[a-z]")
    return " ".join(secrets.choice(listed) for _ in range(_WORDS))


def recovery_code(key: bytes) -> tuple[str, ...]:
    """A key as 13 groups of four letters and digits, and a last group by which a slip shows."""
    digits = _digits(int.from_bytes(key) << _FILLING, GROUPS * _GROUP)
    groups = (digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))
    return (*groups, _fingerprint(key, b"check"))


def code_id(key: bytes) -> str:
    """Four letters and digits that tell this code from others, and nothing else of it."""
    return _fingerprint(key, b"id")


def _fingerprint(key: bytes, purpose: bytes) -> str:
    hashed = hashlib.blake2b(key, person=b"legjournal " + purpose).digest()
    return _digits(int.from_bytes(hashed[:4]), _GROUP)


def _digits(number: int, count: int) -> str:
    """The last `count` digits of a number in base 32."""
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(count)))


def looks_like_code(typed: str) -> bool:
    """Whether something typed is meant for a recovery code, perhaps with a slip, rather than a passphrase."""
    bare = _bare(typed)
    return (
        abs(len(bare) - _CODE) <= _GROUP
        and bare.isascii()
        and bare.isalnum()
        and sum(map(str.isdecimal, typed)) >= _GROUP  # words may have the length, but no digits
    )


def key_of_code(typed: str) -> bytes:
    """The key a recovery code writes down, in small letters or large, with or without dashes and spaces.

    O is read as 0, and I and L as 1. Raises CodeTypo, which names the group where that can be told.
    """
    bare = _bare(typed)
    if (key := _decoded(bare)) is None:
        raise errors.CodeTypo(_wrong_group(typed, bare))
    return key


def _bare(typed: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", typed)).upper().translate(_READ_AS)


def _decoded(bare: str) -> bytes | None:
    """The key, if the 56 digits agree with one another."""
    if len(bare) != _CODE or set(bare) - set(_DIGITS):
        return None
    number = 0
    for digit in bare[:-_GROUP]:
        number = number << 5 | _DIGITS.index(digit)
    if number % 2**_FILLING:
        return None
    key = (number >> _FILLING).to_bytes(_KEY)
    return key if _fingerprint(key, b"check") == bare[-_GROUP:] else None


def _wrong_group(typed: str, bare: str) -> int | None:
    """The only group, counted from 1, in which one slip explains what was typed; None if that is not told."""
    groups = {_group_of(place) for place, digit in enumerate(bare) if digit not in _DIGITS}
    if len(bare) != _CODE:
        groups = _groups_of_wrong_length(typed)
    elif not groups:
        groups = {_group_of(place) for place, mended in _one_slip_away(bare) if _decoded(mended)}
    return groups.pop() if len(groups) == 1 else None


def _group_of(place: int) -> int:
    return place // _GROUP + 1


def _groups_of_wrong_length(typed: str) -> set[int]:
    parts = [part for part in _BETWEEN.split(typed) if part]
    if len(parts) != GROUPS + 1:
        return set()
    return {number for number, part in enumerate(parts, start=1) if len(part) != _GROUP}


def _one_slip_away(bare: str) -> Iterator[tuple[int, str]]:
    """Every code with one digit put otherwise, or two neighbours the other way round, and the place of it."""
    for place in range(_CODE):
        before, after = bare[:place], bare[place + 1 :]
        yield from ((place, before + digit + after) for digit in _DIGITS)
        yield place, before + after[:1] + bare[place] + after[1:]
