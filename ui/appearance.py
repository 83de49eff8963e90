"""The look: bundled fonts, palettes from theme files, one style sheet of palette roles, the text size."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from legjournal.places import ASSETS
from ui.settings import Settings
from ui.style import JournalStyle
from ui.widgets.label import PlainLabel

THEMES = ("light", "dark", "high-contrast", "night")
FOLLOW_COMPUTER = "computer"
FONT = "Inter"
BASE_POINTS = 11.5
NIGHT_TEXT = 125  # per cent, at least

# The palette has no roles of our names; each of ours borrows the one whose usual meaning is nearest.
ROLES = {
    "ground": (QPalette.ColorRole.Window,),
    "card": (QPalette.ColorRole.Base, QPalette.ColorRole.Button),
    "ink": (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.ToolTipText,
    ),
    "muted": (QPalette.ColorRole.PlaceholderText,),
    "edge": (QPalette.ColorRole.Mid, QPalette.ColorRole.Dark),
    "hairline": (QPalette.ColorRole.Midlight, QPalette.ColorRole.Light),
    "accent": (QPalette.ColorRole.Accent, QPalette.ColorRole.Highlight, QPalette.ColorRole.Link),
    "on_accent": (QPalette.ColorRole.HighlightedText,),
    "soft_accent": (QPalette.ColorRole.AlternateBase,),
    "note": (QPalette.ColorRole.BrightText, QPalette.ColorRole.LinkVisited),
    "note_ground": (QPalette.ColorRole.Shadow, QPalette.ColorRole.ToolTipBase),
}


class Appearance:
    """Puts theme and text size on the application, now and when they change."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        self.application = application
        self._settings = settings
        self._computers_own = application.palette()
        self._sheet = (ASSETS / "themes" / "window.qss").read_text(encoding="utf-8")
        load_fonts()
        application.setStyle(JournalStyle())
        self.apply()

    def apply(self) -> None:
        """Bring palette, font and style sheet in line with the settings."""
        self._wear(self._settings.theme, self._settings.text_size)

    def wear_for_the_night(self) -> None:
        """The dim theme and text for half-open eyes, until `apply` brings back what was chosen."""
        self._wear("night", max(self._settings.text_size, NIGHT_TEXT))

    def _wear(self, theme: str, per_cent: int) -> None:
        palette = self._computers_own if theme == FOLLOW_COMPUTER else read_palette(theme)
        self.application.setPalette(palette)
        font = QFont(FONT)
        font.setPointSizeF(BASE_POINTS * per_cent / 100)
        self.application.setFont(font)
        # Set again even if unchanged: palette(…) and em are worked out when a sheet is set.
        self.application.setStyleSheet(self._sheet)
        for widget in self.application.allWidgets():
            if isinstance(widget, PlainLabel):
                widget.follow_text_size()

    def choose_theme(self, theme: str) -> None:
        """Wear another theme and remember it."""
        self._settings.theme = theme
        self.apply()

    def choose_text_size(self, per_cent: int) -> None:
        """Use another text size and remember it."""
        self._settings.text_size = per_cent
        self.apply()


def load_fonts() -> None:
    """Make the bundled typeface known to Qt."""
    for path in sorted((ASSETS / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def read_palette(theme: str) -> QPalette:
    """The palette of a theme file."""
    colours = read_theme(ASSETS / "themes" / f"{theme}.ini")
    palette = QPalette()
    for ours, roles in ROLES.items():
        for role in roles:
            palette.setColor(role, QColor(colours[ours]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["muted"]))
    return palette


def read_theme(path: Path) -> dict[str, str]:
    """The colours of a theme by our own role names."""
    file = QSettings(str(path), QSettings.Format.IniFormat)
    return {key: str(file.value(key)) for key in file.allKeys()}
