"""The top of the window: the tabs, whether all is saved, when to get help, and the report."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QTabBar, QWidget

from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

NARROW = 56  # heights of the text: below it the header takes two lines
TIGHT = 22  # and below this one three


class Header(QFrame):
    """The header.

    Signals: `tab_chosen(int)`, `report_requested()`, `help_requested()`.
    """

    tab_chosen = Signal(int)
    report_requested = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setAccessibleName(self.tr("Pages of the journal"))
        for name in (self.tr("Diary"), self.tr("Routine"), self.tr("Trends"), self.tr("Resources")):
            self.bar.addTab(name)
        self.saved = PlainLabel("", Size.SMALL, muted=True)
        self.help = button(self.tr("When to get help"), quiet=True)
        self.report = button(self.tr("Report for an appointment"), primary=True)
        quiet = QHBoxLayout()
        quiet.setSpacing(8)
        quiet.addStretch()
        quiet.addWidget(self.saved)
        quiet.addWidget(self.help)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions.setSpacing(8)
        self._actions.setContentsMargins(0, 4, 0, 10)
        self._actions.addLayout(quiet, 1)
        self._actions.addWidget(self.report)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        self._rows.addLayout(self._actions, 1)
        self.bar.currentChanged.connect(self.tab_chosen)
        self.help.clicked.connect(self.help_requested)
        self.report.clicked.connect(self.report_requested)

    @property
    def current(self) -> int:
        """The tab chosen."""
        return self.bar.currentIndex()

    def choose(self, index: int) -> None:
        """Turn to a tab."""
        self.bar.setCurrentIndex(index)

    def set_open(self, is_open: bool) -> None:
        """Whether there is a journal to turn the pages of."""
        for widget in (self.bar, self.report):
            widget.setEnabled(is_open)
        self.saved.setText("")

    def say_saved(self, when: str) -> None:
        """All that was typed is stored."""
        self.saved.setText(self.tr("✓ Saved {when}").format(when=when))
        announce(self, self.tr("Saved"))

    def say_saving(self) -> None:
        """What was typed is on its way, and the disk takes its time."""
        self.saved.setText(self.tr("Saving…"))

    def say_not_saved(self) -> None:
        """Something typed is not stored yet."""
        self.saved.setText(self.tr("Not saved yet"))

    def say_read_only(self) -> None:
        """Nothing is stored here, for the journal can only be read."""
        self.saved.setText(self.tr("Open to read only"))

    def arrange(self, width: int) -> None:
        """One line where there is room, two or three where there is not."""
        narrow = width < NARROW * line_height()
        tight = width < TIGHT * line_height()
        up, across = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(up if narrow else across)
        self._actions.setDirection(up if tight else across)
        side = 12 if narrow else 20
        self._rows.setContentsMargins(side, 6, side, 0)
