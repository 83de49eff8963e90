"""A dialog that makes one file where the person wants it, says where it went, and opens it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.progress import Progress
    from ui.settings import Settings

Write = Callable[[Path, "Progress"], object]


class SaveDialog(ScrollDialog):
    """Extends ScrollDialog: a subclass says what is written (`prepared`) and its name (`file_name`)."""

    def __init__(
        self, title: str, settings: "Settings", save: str, open_it: str, parent: QWidget | None = None
    ) -> None:
        """save, open_it: the words of the buttons."""
        super().__init__(title, parent)
        self.settings = settings
        self.task: Task | None = None
        self._path = Path()
        self.save = button(save, primary=True)
        self.open_file = button(open_it)
        self.open_folder = button(self.tr("Show in folder"))
        self.close_button = button(self.tr("Close"))
        self.save.clicked.connect(self._on_save)
        self.open_file.clicked.connect(self._on_open_file)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.close_button.clicked.connect(self.reject)

    def add_buttons(self, *more: QWidget) -> None:
        """Put the buttons below the filled body: Tab comes to them last. more: beside the first."""
        for made in (self.save, *more, self.open_file, self.open_folder, self.close_button):
            self.buttons.addWidget(made)
        self.open_file.hide()
        self.open_folder.hide()

    def reject(self) -> None:
        """Close; a file being made is given up."""
        if self.task is not None:
            self.task.cancel()
        super().reject()

    @classmethod
    def ask_path(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Where the file shall be saved."""
        kind = f"*{suggested.suffix}"
        name, _ = QFileDialog.getSaveFileName(parent, parent.windowTitle(), str(suggested), kind)
        return Path(name) if name else None

    def prepared(self) -> Write | None:
        """What writes the file, on a worker thread; None where something has to be answered first."""
        raise NotImplementedError

    def file_name(self) -> str:
        """The name to suggest."""
        raise NotImplementedError

    def saved(self, path: Path, result: object) -> None:
        """Say that the file is there. result: of what wrote it."""
        raise NotImplementedError

    def show_making(self, making: bool) -> None:
        """Show whether the file is being made just now."""
        self.save.setEnabled(not making)
        if making:
            self.open_file.hide()
            self.open_folder.hide()

    def save_as(self, write: Write, name: str) -> None:
        """Ask where the file shall be, and have it written there. name: to suggest."""
        path = self.ask_path(self, self._folder() / name)
        if path is None:
            return
        self._path = path
        self.settings.report_folder = path.parent
        self.task = Task(partial(write, path), self)
        self.task.done.connect(self._on_done)
        self.task.refused.connect(self.say)
        self.task.cancelled.connect(self._on_cancelled)
        self.task.ended.connect(self._on_ended)
        self.show_making(True)
        self.task.start()

    def _on_save(self) -> None:
        write = self.prepared()
        if write is not None:
            self.save_as(write, self.file_name())

    def _folder(self) -> Path:
        folder = self.settings.report_folder
        return folder if folder is not None and folder.is_dir() else user_documents_path()

    def _on_done(self, result: object) -> None:
        self.open_file.show()
        self.open_folder.show()
        self.saved(self._path, result)

    def _on_cancelled(self) -> None:
        self.say(self.tr("Cancelled. Nothing was saved."))

    def _on_ended(self) -> None:
        self.show_making(False)

    def _on_open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def in_one_step(save: Callable[[Path], object]) -> Write:
    """What writes a small file as a dialog wants it: there is nothing to tell before it is done."""
    return partial(_in_one_step, save)


def _in_one_step(save: Callable[[Path], object], path: Path, progress: "Progress") -> None:
    progress(0.0)  # the last moment to give up
    save(path)
