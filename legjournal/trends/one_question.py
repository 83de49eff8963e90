"""One question looked at closely: what there is to ask about, its comparison, and the answers behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from legjournal.factors import bare
from legjournal.trends.facts import Facts, Outcome
from legjournal.trends.groups import group
from legjournal.trends.known_days import Factor, FactorKind, Known, calendar_of, known_factors
from legjournal.trends.period import Period
from legjournal.trends.with_and_without import Answers, Comparison, Question, When, answers_of

_ORDER = (FactorKind.SESSION, FactorKind.WORD, FactorKind.VISIT, FactorKind.TAKEN, FactorKind.IN_USE)


@dataclass(frozen=True, slots=True)
class Asked:
    """factor: by its key; another is taken where there is none of that key. period: None for all days."""

    factor: str
    outcome: Outcome
    when: When
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """factors: all there are to ask about, in a fixed order. The answers are those of the comparison."""

    factors: Sequence[Factor]
    comparison: Comparison
    answers: Answers


def look(facts: Facts, asked: Asked) -> Looked | None:
    """None where the journal has nothing that was on some days and not on others."""
    every = _in_order(facts)
    if not every:
        return None
    known = next((one for one in every if key_of(one.factor) == asked.factor), every[0])
    question = Question(known.factor, asked.outcome, asked.when)
    found = answers_of(facts, known, question, asked.period)
    with_it, without = (group(side.values()) for side in (found.with_it, found.without))
    return Looked([one.factor for one in every], Comparison(question, with_it, without), found)


def all_factors(facts: Facts) -> list[Factor]:
    """Sessions, words, visits, medicines, and in each by the alphabet: never by what their days were like."""
    return [known.factor for known in _in_order(facts)]


def _in_order(facts: Facts) -> list[Known]:
    calendar = calendar_of(facts)
    if calendar is None:
        return []
    found = known_factors(facts, calendar)
    return sorted(found, key=lambda one: (_ORDER.index(one.factor.kind), bare(one.factor.name)))


def key_of(factor: Factor) -> str:
    """By which a choice is kept, without the words a person wrote."""
    digest = sha256(bare(factor.name).encode()).hexdigest()[:16] if factor.name else ""
    return f"{factor.kind.name.lower()} {digest}".strip()
