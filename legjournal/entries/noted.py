"""What was noted in the night, in one line."""

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.entries import felt
from legjournal.models.nights import Awakening
from legjournal.words import text


def in_words(awakening: Awakening) -> str:
    """“3.10am: urge to move, both legs, 7 out of 10, awake since 2.40am”: what was noted, in one line."""
    said = [felt.kind(awakening.kind)] if awakening.kind else []
    said += [place_name(awakening.side, None).lower()] if awakening.side else []
    said += [felt.score(awakening.score)] if awakening.score is not None else []
    if awakening.awake_since is not None:
        said.append(text("awake since {time}").format(time=phrases.clock(awakening.awake_since)))
    said += [text("walked about")] if awakening.had_to_walk_about else []
    return text("{time}: {said}").format(
        time=phrases.clock(awakening.noted_at), said=", ".join(said) or text("noted")
    )
