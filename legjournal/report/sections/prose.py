"""Words in sections: what a person wrote, whole; lists; paragraphs that begin with what they are about."""

import re
from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable

from legjournal.report.lettering import LONGEST, Run, mixed, plain
from legjournal.report.sections.pieces import WORDS
from legjournal.report.typeface import Look
from legjournal.tagged_pdf.words import Words, list_entry, new_list

_ENTRY = Look(WORDS.size, lines=WORDS.lines, indent=18)
_AIR = 5.0  # points after a paragraph
_EMPTY_LINES = re.compile(r"\n\s*\n")


def long_text(words: str, about: str) -> list[Flowable]:
    """Words of any length as they were typed, the first after `about` in bold; a paragraph may break."""
    first, *others = [*_paragraphs(words)] or [""]
    return [defined(about, first), *(_spaced(plain(piece, WORDS)) for piece in others)]


def listed(entries: Iterable[str]) -> list[Flowable]:
    """A numbered list."""
    of = new_list(numbered=True)
    return [
        _spaced(mixed([Run(words)], _ENTRY, "LBody", list_entry(of), f"{number}."))
        for number, words in enumerate(entries, start=1)
    ]


def defined(about: str, words: str) -> Words:
    """A paragraph that begins with what it is about, in bold."""
    in_words = words.replace("\n", " \n")  # the end of a line ends a word, also when read out
    return _spaced(mixed((Run(f"{about} ", bold=True), Run(in_words)), WORDS))


def _paragraphs(words: str) -> Iterator[str]:
    """What stands between empty lines, in pieces of which each can be printed at once."""
    for paragraph in _EMPTY_LINES.split("\n".join(words.splitlines())):
        rest = paragraph
        while len(rest) > LONGEST:
            end = max(rest.rfind(" ", 1, LONGEST), rest.rfind("\n", 1, LONGEST)) + 1 or LONGEST
            yield rest[:end]
            rest = rest[end:]
        if rest.strip():
            yield rest


def _spaced(words: Words) -> Words:
    words.spaceAfter = _AIR
    return words
