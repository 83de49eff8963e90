"""Two groups of days as dots, with something and without, and their numbers as a table."""

from functools import partial

from legjournal import phrases
from legjournal.charts import dots, side_by_side
from legjournal.charts.dots import Dots, Strip
from legjournal.charts.scene import Scene
from legjournal.charts.sentence_only import HEIGHT, sentence_only
from legjournal.charts.steps import steps_of
from legjournal.trends.groups import Group
from legjournal.trends.outcome_words import factor_name, outcome_names, when_names
from legjournal.trends.sentences import (
    days_in_words,
    difference_in_words,
    in_words,
    others_in_words,
    shown_difference,
)
from legjournal.trends.with_and_without import Answers, Comparison, Question
from legjournal.words import text


def title(question: Question) -> str:
    """What the picture shows."""
    return text("{outcome}. {when}, with and without: {factor}").format(
        outcome=outcome_names()[question.outcome],
        when=when_names()[question.when],
        factor=factor_name(question.factor),
    )


def height(comparison: Comparison, answers: Answers) -> float:
    """How high the picture would like to be, in heights of the text."""
    return dots.height(_dots(comparison, answers)) if comparison.is_enough else HEIGHT


def draw(comparison: Comparison, answers: Answers, width: float, height: float, em: float) -> Scene:
    """Lay the two groups out; of too few days there are only the words that say how many there are."""
    if comparison.is_enough:
        return dots.draw(_dots(comparison, answers), width, height, em)
    question = comparison.question
    rows = tuple(
        (words(question, group.n), phrases.count(group.n))
        for words, group in ((days_in_words, comparison.with_it), (others_in_words, comparison.without))
    )
    few, header = text("Not enough days yet to compare."), side_by_side.header()[:2]
    return sentence_only(few, in_words(comparison), width, height, em, header=header, rows=rows)


def _dots(comparison: Comparison, answers: Answers) -> Dots:
    question = comparison.question
    with_it, without = list(answers.with_it.values()), list(answers.without.values())
    names = (days_in_words(question, len(with_it)), others_in_words(question, len(without)))
    groups = (comparison.with_it, comparison.without)
    row = partial(side_by_side.row, outcome=question.outcome)
    difference = difference_in_words(question.outcome, shown_difference(comparison))
    return Dots(
        steps=steps_of(question.outcome, with_it + without),
        strips=[
            _strip(comparison, name, values, group)
            for name, values, group in zip(names, (with_it, without), groups, strict=True)
        ],
        summary=in_words(comparison),
        header=side_by_side.header(),
        rows=(
            *(row(name, numbers=group) for name, group in zip(names, groups, strict=True)),
            (text("Difference of the averages"), "", difference, ""),
        ),
    )


def _strip(comparison: Comparison, name: str, values: list[int], group: Group) -> Strip:
    average = side_by_side.average(comparison.question.outcome, group)
    return Strip(name, values, group, text("average {value}").format(value=average))
