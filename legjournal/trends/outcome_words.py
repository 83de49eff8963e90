"""What can be looked at and asked about, as it is called in a choice, a title and a table."""

from legjournal import phrases
from legjournal.trends.facts import Outcome
from legjournal.trends.known_days import Factor, FactorKind
from legjournal.trends.with_and_without import When
from legjournal.words import text

LONGEST = 40  # letters of a name in a title


def outcome_names() -> dict[Outcome, str]:
    """Each outcome, in the order of the choices."""
    return {
        Outcome.PAIN: text("Worst leg pain"),
        Outcome.PAIN_LEFT: text("Worst pain in the left leg"),
        Outcome.PAIN_RIGHT: text("Worst pain in the right leg"),
        Outcome.URGE: text("Urge to move"),
        Outcome.ASLEEP: text("Time asleep"),
        Outcome.WOKEN_BY_LEGS: text("Times woken by the legs"),
        Outcome.EFFECT: text("Effect on the day"),
        Outcome.MOOD: text("Mood"),
        Outcome.TIREDNESS: text("Tiredness"),
    }


def when_names() -> dict[When, str]:
    """Each time, seen from the day with or without something."""
    return {
        When.SAME_EVENING: text("The same evening"),
        When.NEXT_NIGHT: text("The next night"),
        When.NEXT_DAY: text("The next day"),
    }


def factor_name(factor: Factor) -> str:
    """Alcohol; Massage: a visit."""
    match factor.kind:
        case FactorKind.SESSION:
            words = text("Session of the routine")
        case FactorKind.WORD:
            words = "{name}"
        case FactorKind.VISIT:
            words = text("{name}: a visit")
        case FactorKind.IN_USE:
            words = text("{name}: in use")
        case FactorKind.TAKEN:
            words = text("{name}: taken")
    return words.format(name=phrases.cut(factor.name, LONGEST))
