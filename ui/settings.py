"""What belongs to this computer rather than to the person: theme, text size, window, the last journal."""

from datetime import datetime
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from legjournal.places import default_journal

TEXT_SIZES = (100, 125, 150, 175, 200)  # per cent
LOCK_AFTER = (0, 2, 5, 10, 30)  # minutes without a key or a mouse; 0 is never


class Settings:
    """Typed access to one ini file. Holds no entry text, ever."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """The key of a theme, or "computer" to follow the computer's own."""
        return self._text("look/theme", "light")

    @theme.setter
    def theme(self, key: str) -> None:
        self._store.setValue("look/theme", key)

    @property
    def text_size(self) -> int:
        """Per cent of the usual size, one of TEXT_SIZES."""
        written = self._text("look/text_size", "100")
        size = int(written) if written.isdigit() else 100
        return size if size in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self._store.setValue("look/text_size", per_cent)

    @property
    def journal(self) -> Path:
        """The journal to open at start: the last one, or where a first one would lie."""
        written = self._text("journal/path", "")
        return Path(written) if written else default_journal()

    @journal.setter
    def journal(self, path: Path) -> None:
        self._store.setValue("journal/path", str(path))

    @property
    def lock_after(self) -> int:
        """Minutes after which a journal left alone is locked, one of LOCK_AFTER."""
        written = self._text("lock/after", "10")
        minutes = int(written) if written.isdigit() else 10
        return minutes if minutes in LOCK_AFTER else 10

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._store.setValue("lock/after", minutes)

    @property
    def opens_by_itself(self) -> bool:
        """Whether the computer's keyring may be asked for the key of a locked journal."""
        return self._text("lock/keyring", "no") == "yes"

    @opens_by_itself.setter
    def opens_by_itself(self, may: bool) -> None:
        self._store.setValue("lock/keyring", "yes" if may else "no")

    @property
    def night_by_itself(self) -> bool:
        """Whether the night's panel is shown when the journal is opened at night."""
        return self._text("night/by_itself", "yes") == "yes"

    def choose_night(self, wanted: bool) -> None:
        """Have it shown by itself, or not."""
        self._store.setValue("night/by_itself", "yes" if wanted else "no")

    @property
    def still_pictures(self) -> bool:
        """Whether the pictures of a session stand still, whatever the computer shows."""
        return self._text("session/still_pictures", "no") == "yes"

    def choose_still_pictures(self, wanted: bool) -> None:
        """Have them stand still, or move."""
        self._store.setValue("session/still_pictures", "yes" if wanted else "no")

    @property
    def session_sounds(self) -> bool:
        """Whether the guided session is heard."""
        return self._text("session/sounds", "yes") == "yes"

    @session_sounds.setter
    def session_sounds(self, wanted: bool) -> None:
        self._store.setValue("session/sounds", "yes" if wanted else "no")

    @property
    def report_folder(self) -> Path | None:
        """Where the last report was saved."""
        written = self._text("report/folder", "")
        return Path(written) if written else None

    @report_folder.setter
    def report_folder(self, folder: Path) -> None:
        self._store.setValue("report/folder", str(folder))

    @property
    def second_place(self) -> Path | None:
        """The folder chosen for a second set of backups, such as a USB stick; it may not be there."""
        written = self._text("backups/second_place", "")
        return Path(written) if written else None

    @second_place.setter
    def second_place(self, folder: Path | None) -> None:
        self._store.setValue("backups/second_place", str(folder or ""))

    def backup_seen(self, place: str) -> datetime | None:
        """When there last was a good backup in a place, on the person's clock; `place`: any short name."""
        try:
            return datetime.fromisoformat(self._text(f"backups/{place}", ""))
        except ValueError:
            return None

    def note_backup(self, place: str, when: datetime) -> None:
        """Keep that a place had a good backup."""
        self._store.setValue(f"backups/{place}", when.isoformat())

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place as Qt keeps it; empty before the first time."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    def picture_choice(self, name: str) -> str:
        """What was chosen of the pictures of the trends under a short name; "" for nothing yet."""
        return self._text(f"trends/{name}", "")

    def choose_of_picture(self, name: str, words: str) -> None:
        """Remember such a choice. words: keys and dates of our own, never what a person wrote."""
        self._store.setValue(f"trends/{name}", words)

    @property
    def tab(self) -> int:
        """The tab last looked at."""
        written = self._text("window/tab", "0")
        return int(written) if written.isdigit() else 0

    @tab.setter
    def tab(self, index: int) -> None:
        self._store.setValue("window/tab", index)

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else str(value)


def default_settings() -> Path:
    """The settings file of this person on this computer."""
    return user_config_path("legjournal", appauthor=False) / "window.ini"
