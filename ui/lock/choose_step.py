"""Choosing a passphrase: typed twice, or four words that are suggested; how strong it is, in words."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.progress import Progress
from ui.lock.passphrase import PassphraseField, ShowBox
from ui.lock.steps import Step
from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.storage.keys import NewKey


class ChooseStep(Step):
    """`new` is the key of the passphrase chosen, once the step is finished."""

    def __init__(self, words: list[str], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title, self.go_on = self.tr("Choose a passphrase"), self.tr("Go on")
        self.new: NewKey | None = None
        self.add_words(*words)
        warning = self.tr(
            "If you forget the passphrase and lose the recovery sheet, nobody can open this journal again: "
            "not you, and not us."
        )
        self.body.addWidget(PlainLabel(warning, Size.STRONG, wraps=True))
        self.first = PassphraseField(self.tr("New passphrase"))
        self.again = PassphraseField(self.tr("The same once more"))
        self.show_box = ShowBox(self.first, self.again)
        self.suggest = button(self.tr("Suggest four words"))
        self.strength = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self.strength.hide()
        for widget in (self.first, self.strength, self.suggest, self.again, self.show_box):
            self.body.addWidget(widget)
        self.suggest.clicked.connect(self._on_suggest)
        self.first.entry.paused.connect(self._weigh)
        self.first.entry.returnPressed.connect(self.again.setFocus)
        self.again.entry.returnPressed.connect(self.complete)

    def key(self) -> bytes:
        """The key of the passphrase chosen."""
        assert self.new is not None, "asked before the step was finished"
        return self.new.key

    def begin(self) -> None:
        self.first.setFocus()

    def complete(self) -> None:
        from legjournal.storage.keys import weakness

        typed = self.first.entry.text()
        self.first.explain("")
        self.again.explain("")
        if weak := weakness(typed):
            self.first.refuse(weak)
        elif typed != self.again.entry.text():
            self.again.refuse(self.tr("This is not the same. Tick “Show what I type” to compare the two."))
        else:
            self._make_key(typed)

    def _make_key(self, typed: str) -> None:
        self.working_changed.emit(True)
        task = Task(partial(_new_key, typed), self)
        task.done.connect(self._on_key)
        task.start()

    def _on_key(self, new: "NewKey") -> None:
        self.new = new
        self.working_changed.emit(False)
        self.finished.emit()

    def _on_suggest(self) -> None:
        from legjournal.storage.keys import suggestion

        self.first.entry.setText(suggestion())
        self.again.clear()
        self.show_box.setChecked(True)
        self.suggest.setText(self.tr("Suggest four others"))
        self._weigh()
        self.again.setFocus()

    def _weigh(self) -> None:
        typed = self.first.entry.text()
        self.strength.setVisible(bool(typed))
        if typed:
            task = Task(partial(_strength, typed), self)
            task.done.connect(self._on_weighed)
            task.start()

    def _on_weighed(self, weighed: tuple[str, int]) -> None:
        typed, strength = weighed
        if typed == self.first.entry.text():
            self.strength.setText(self._in_words(strength))

    def _in_words(self, strength: int) -> str:
        # zxcvbn's 4 begins at ten thousand million guesses, and each of them costs 0.1 seconds of one core.
        if strength <= 1:
            return self.tr(
                "Easily guessed. Four words that do not belong together are hard to guess and easy to type."
            )
        if strength == 2:
            return self.tr("Somebody patient could guess this. Another word makes it much harder.")
        if strength == 3:
            return self.tr("Good against a person. Another word makes it hard for a fast computer too.")
        return self.tr("Strong: hard to guess, even for a fast computer.")


def _new_key(typed: str, progress: Progress) -> "NewKey":
    from legjournal.storage.keys import new_key

    progress(0.0)
    return new_key(typed)


def _strength(typed: str, progress: Progress) -> tuple[str, int]:
    from legjournal.storage.keys import strength

    progress(0.0)
    return typed, strength(typed)
