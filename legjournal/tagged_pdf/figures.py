"""Pictures on a tagged page."""

from reportlab.platypus import Flowable


class Figure(Flowable):  # type: ignore[misc]
    """Extends Flowable: a picture with the words for it, for whoever does not see it."""

    def __init__(self, picture: Flowable, alt: str) -> None:
        super().__init__()
        self._picture, self._alt = picture, alt
        self.width, self.height = picture.width, picture.height

    def wrap(self, *_available: float) -> tuple[float, float]:
        """As wide and as high as the picture."""
        return self.width, self.height

    def draw(self) -> None:
        """The picture."""
        with self.canv.figure(self._alt, self.width, self.height):
            self._picture.drawOn(self.canv, 0, 0)
