"""The catalogue every word of the report and every error sentence goes through.

A translation is one compiled gettext file, `assets/locale/<language>/LC_MESSAGES/legjournal.mo`.
The window's own words go through Qt's `tr`; these are the words needed without Qt.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from legjournal.places import ASSETS

if TYPE_CHECKING:
    from gettext import NullTranslations

_catalogue: "NullTranslations | None" = None  # None: the words as they stand in the program


def use_language(language: str, folder: Path = ASSETS / "locale") -> None:
    """Speak `language` (an ISO code such as "cy") where `folder` has it; otherwise British English."""
    global _catalogue
    import gettext

    _catalogue = gettext.translation("legjournal", folder, languages=[language], fallback=True)


def text(message: str) -> str:
    """`message` in the language in use."""
    return _catalogue.gettext(message) if _catalogue else message


def plural(one: str, many: str, n: int) -> str:
    """The form of the language in use that goes with `n`."""
    if _catalogue is None:
        return one if n == 1 else many
    return _catalogue.ngettext(one, many, n)
