"""Words broken into lines that a picture has room for."""

from legjournal.charts.frame import length


def wrapped(words: str, wide: float) -> list[str]:
    """The lines of `words`, each at most `wide` heights of the text long unless it is a single word."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
