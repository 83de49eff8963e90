"""What a bad disk, a bad cable or another program does to a file's bytes."""

from collections.abc import Callable
from random import Random

PAGE = 4096  # bytes

Damage = Callable[[bytearray, Random], None]


def flip_bit(content: bytearray, random: Random) -> None:
    """One bit is the other way round."""
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def scribble(content: bytearray, random: Random) -> None:
    """64 bytes are others."""
    start = random.randrange(len(content) - 64)
    content[start : start + 64] = random.randbytes(64)


def zero_page(content: bytearray, random: Random) -> None:
    """A page is empty."""
    _set(content, random.randrange(len(content) // PAGE), bytes(PAGE))


def cut_short(content: bytearray, random: Random) -> None:
    """The end is missing."""
    del content[random.randrange(1, len(content)) :]


def swap_pages(content: bytearray, random: Random) -> None:
    """Two pages stand in each other's place."""
    one, other = random.sample(range(len(content) // PAGE), 2)
    first, second = _page(content, one), _page(content, other)
    _set(content, one, second)
    _set(content, other, first)


def lose_pages(content: bytearray, random: Random, pages: int) -> None:
    """So many pages, but for the first, are noise."""
    for page in random.sample(range(1, len(content) // PAGE), pages):
        _set(content, page, random.randbytes(PAGE))


DAMAGES: dict[str, Damage] = {
    "one bit flipped": flip_bit,
    "64 random bytes": scribble,
    "a page zeroed": zero_page,
    "cut short": cut_short,
    "two pages swapped": swap_pages,
}


def _page(content: bytearray, number: int) -> bytes:
    return bytes(content[number * PAGE : (number + 1) * PAGE])


def _set(content: bytearray, number: int, page: bytes) -> None:
    content[number * PAGE : (number + 1) * PAGE] = page
