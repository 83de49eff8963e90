"""Keeps the screen from going dark while a session is led."""

from threading import Event, Thread


class Awake:
    """Asks the computer on a thread of its own; one that cannot be asked goes dark as it always does."""

    def __init__(self) -> None:
        self._over = Event()

    def begin(self) -> None:
        """Keep the screen on from now."""
        Thread(target=self._keep, daemon=True).start()

    def end(self) -> None:
        """Let it go dark again."""
        self._over.set()

    def _keep(self) -> None:
        try:
            from wakepy import keep
        except ImportError:  # no part of the journal needs it
            return
        with keep.presenting(on_fail="pass"):
            self._over.wait()
