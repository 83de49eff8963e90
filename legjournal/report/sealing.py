"""A PDF that opens with a password only: AES-256, revision 6, through pikepdf where that is installed."""

from importlib.util import find_spec
from io import BytesIO

MOST_BYTES = 127  # of a password in UTF-8: what the standard reads of it


def can_seal() -> bool:
    """Whether the extra `legjournal[archive]` is installed."""
    return find_spec("pikepdf") is not None


def fits(password: str) -> bool:
    """Whether all of a password counts."""
    return len(password.encode()) <= MOST_BYTES


def sealed(pdf: bytes, password: str) -> bytes:
    """The same pages behind a password; nothing else is forbidden to whoever has it."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return out.getvalue()
