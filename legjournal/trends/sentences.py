"""A comparison in plain words: the two numbers and how many days each is of, and never a cause."""

from legjournal import phrases
from legjournal.trends.facts import Outcome
from legjournal.trends.interval import Interval, Unsure
from legjournal.trends.known_days import Factor, FactorKind
from legjournal.trends.with_and_without import Comparison, Question, When
from legjournal.words import plural, text


def in_words(comparison: Comparison) -> str:
    """What the two groups of days were like; or, of too few days, how many there are."""
    with_it, without = comparison.with_it, comparison.without
    if not comparison.is_enough or with_it.mean is None or without.mean is None:
        return too_few_in_words(comparison)
    outcome = comparison.question.outcome
    first, second = value_in_words(outcome, with_it.mean), value_in_words(outcome, without.mean)
    numbers = text("On the {days} {scored}; on the {others} {value}.").format(
        days=days_in_words(comparison.question, with_it.n),
        scored=_scored(outcome).format(value=first),
        others=others_in_words(comparison.question, without.n),
        value=second,
    )
    same = text("In this diary there is no difference between them.")
    proves = text("That is a difference in this diary, not proof of a cause.")
    return f"{numbers} {same if first == second else proves}"


def too_few_in_words(comparison: Comparison) -> str:
    """How many days there are of each, and how many it takes."""
    return text(
        "So far there are: {days}, and {others}. From seven of each on they are compared here."
    ).format(
        days=days_in_words(comparison.question, comparison.with_it.n),
        others=others_in_words(comparison.question, comparison.without.n),
    )


def sureness_in_words(comparison: Comparison, found: Interval | Unsure) -> str:
    """How sure the difference is, for those who ask."""
    match found:
        case Unsure.TOO_FEW_DAYS:
            return too_few_in_words(comparison)
        case Unsure.TOO_CLOSE_TOGETHER:
            return text(
                "The days on one side lie close together, in too few weeks to tell chance from a difference. "
                "With days in more weeks a range can be given."
            )
        case Unsure.ALL_ALIKE:
            return text(
                "The answers on each side hardly differ from day to day, so there is no range to give."
            )
    return _range(comparison, found)


def _range(comparison: Comparison, found: Interval) -> str:
    outcome = comparison.question.outcome
    low, high = (difference_in_words(outcome, end) for end in (found.low, found.high))
    words = text(
        "Days differ by chance too. In this diary: {difference}. With chance allowed for, it may be "
        "anything from {low} to {high}. Behind this are {days} and {others}."
    ).format(
        difference=difference_in_words(outcome, shown_difference(comparison)),
        low=low,
        high=high,
        days=days_in_words(comparison.question, comparison.with_it.n),
        others=others_in_words(comparison.question, comparison.without.n),
    )
    within = text("No difference at all is within that range, so this may be chance alone.")
    outside = text(
        "No difference at all is outside that range. What else those days had in common, these numbers "
        "cannot say."
    )
    how = text(
        "The range is made from whole weeks, since days near each other are alike. About 95 of 100 "
        "ranges made in this way hold the true difference."
    )
    # An end that rounds to no difference is shown as one.
    holds_none = found.holds_zero or difference_in_words(outcome, 0) in (low, high)
    said = [words, within if holds_none else outside, how]
    if comparison.question.factor.kind is FactorKind.IN_USE:
        said.append(
            text(
                "A medicine is in use for weeks on end. Whatever else changed slowly in that time is part of "
                "this difference too, so it is less sure than the range says."
            )
        )
    return " ".join(said)


def difference_in_words(outcome: Outcome, difference: float) -> str:
    """0.9 points lower; 35 minutes more; no difference."""
    size = value_in_words(outcome, abs(difference))
    if size == value_in_words(outcome, 0):
        return text("no difference")
    match outcome:
        case Outcome.ASLEEP:
            words = text("{size} more") if difference > 0 else text("{size} less")
        case Outcome.WOKEN_BY_LEGS:
            words = text("{size} wakings more") if difference > 0 else text("{size} wakings fewer")
        case _:
            words = text("{size} points higher") if difference > 0 else text("{size} points lower")
    return words.format(size=size)


def shown_difference(comparison: Comparison) -> float:
    """That of the two means as they are shown: 5 hours 41 is 5 minutes more than 5 hours 36."""
    places = 0 if comparison.question.outcome is Outcome.ASLEEP else 1
    means = comparison.with_it.mean or 0.0, comparison.without.mean or 0.0
    return round(means[0], places) - round(means[1], places)


def days_in_words(question: Question, n: int) -> str:
    """34 nights after a session day."""
    match question.when:
        case When.SAME_EVENING:
            words = plural("{n} evening of {day}", "{n} evenings of {day}", n)
        case When.NEXT_NIGHT:
            words = plural("{n} night after {day}", "{n} nights after {day}", n)
        case When.NEXT_DAY:
            words = plural("{n} day after {day}", "{n} days after {day}", n)
    return words.format(n=phrases.count(n), day=day_with(question.factor))


def others_in_words(question: Question, n: int) -> str:
    """41 other nights."""
    match question.when:
        case When.SAME_EVENING:
            words = plural("{n} other evening", "{n} other evenings", n)
        case When.NEXT_NIGHT:
            words = plural("{n} other night", "{n} other nights", n)
        case When.NEXT_DAY:
            words = plural("{n} other day", "{n} other days", n)
    return words.format(n=phrases.count(n))


def day_with(factor: Factor) -> str:
    """A session day, or a day with something, in the words it was typed in."""
    match factor.kind:
        case FactorKind.SESSION:
            words = text("a session day")
        case FactorKind.WORD:
            words = text("a day with “{name}”")
        case FactorKind.VISIT:
            words = text("a day with a visit for “{name}”")
        case FactorKind.IN_USE:
            words = text("a day with “{name}” in use")
        case FactorKind.TAKEN:
            words = text("a day with “{name}” taken")
    return words.format(name=factor.name)


def _scored(outcome: Outcome) -> str:
    return {
        Outcome.PAIN: text("the worst leg pain scored {value} on average"),
        Outcome.PAIN_LEFT: text("the worst pain in the left leg scored {value} on average"),
        Outcome.PAIN_RIGHT: text("the worst pain in the right leg scored {value} on average"),
        Outcome.URGE: text("the urge to move scored {value} on average"),
        Outcome.ASLEEP: text("sleep lasted {value} on average"),
        Outcome.WOKEN_BY_LEGS: text("the legs woke you {value} times on average"),
        Outcome.EFFECT: text("how much the legs got in the way scored {value} on average"),
        Outcome.MOOD: text("mood scored {value} on average"),
        Outcome.TIREDNESS: text("tiredness scored {value} on average"),
    }[outcome]


def value_in_words(outcome: Outcome, value: float) -> str:
    """5 hours 30 minutes of sleep; else one digit after the point, also a 0: 5.0 stands beside 4.1."""
    return phrases.length(value) if outcome is Outcome.ASLEEP else f"{value:.1f}"
