"""A font whose every sign says which letter it is: to a screen reader, and to whoever copies the words."""

import re

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

MOST_IN_A_BLOCK = 100  # lines, as the format has it
_LETTERS = re.compile(r"\d+ beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_NO_LETTER = "<0000>"


class SpokenFont(TTFont):  # type: ignore[misc]
    """Extends TTFont: unused signs stand for nothing, where ReportLab has them stand for U+0000."""

    def addObjects(self, doc: PDFDocument) -> None:
        """Put the font into the file."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                cmap = doc.idToObject[name]
                cmap.content = _LETTERS.sub(_in_blocks, cmap.content)


def _in_blocks(found: re.Match[str]) -> str:
    lines = [line for line in found[1].split("\n") if not line.endswith(_NO_LETTER)]
    blocks = (lines[start : start + MOST_IN_A_BLOCK] for start in range(0, len(lines), MOST_IN_A_BLOCK))
    return "\n".join(map(_block, blocks))


def _block(lines: list[str]) -> str:
    return "\n".join([f"{len(lines)} beginbfchar", *lines, "endbfchar"])
