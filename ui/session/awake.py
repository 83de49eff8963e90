"""Keeps the screen from going dark while a session is led."""

from threading import Event, Thread

PATIENCE = 0.5  # seconds: the computer is told in some milliseconds


class Awake:
    """Asks the computer on a thread of its own; one that cannot be asked goes dark as it always does."""

    def __init__(self) -> None:
        self._over = Event()
        self._thread = Thread(target=self._keep, daemon=True)

    def begin(self) -> None:
        """Keep the screen on from now; returns at once."""
        self._thread.start()

    def end(self) -> None:
        """Let it go dark again, also where the program ends right after."""
        self._over.set()
        self._thread.join(PATIENCE)

    def _keep(self) -> None:
        try:
            from wakepy import keep
        except ImportError:  # no part of the journal needs it
            return
        with keep.presenting(on_fail="pass"):
            self._over.wait()
