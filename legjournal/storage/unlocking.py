"""From what a person types to the key that opens their journal, or to the reason why it does not."""

import hashlib
import hmac
from contextlib import suppress
from pathlib import Path

from legjournal import errors
from legjournal.places import backups_of
from legjournal.storage.keys import SALT, derived, key_of_code, looks_like_code
from legjournal.storage.opening import is_locked, refuse_unless_journal, salt_of
from legjournal.storage.thinning import Stamp

# SQLCipher 4: https://www.zetetic.net/sqlcipher/design/
_PAGE = 4096  # bytes
_SEAL = 64  # the last bytes of a page: an HMAC-SHA512 of the rest
_SEALING_ROUNDS = 2
_SEALING_SALT = 0x3A  # every byte of the file's salt is turned over with this one
_PAGES_TRIED = 16


def key_for(path: Path, secret: str) -> bytes | None:
    """The key of a locked journal for its passphrase or its recovery code; None for one that needs none.

    Takes 0.1 to 0.2 seconds, and that again for a wrong passphrase when the newest backup has another one.
    Nothing is changed. Raises what opening a file that is no journal raises; WrongPassphrase or one of its
    kinds; Damaged when the passphrase is right and the beginning of the file is not.
    """
    try:
        return _key_for(path, secret)
    except OSError:  # of a read of our own
        raise errors.DiskFault from None


def _key_for(path: Path, secret: str) -> bytes | None:
    try:
        refuse_unless_journal(path)
        return None
    except errors.Locked:
        pass
    keys = _keys(secret, salt_of(path))
    for key in keys:
        if _has_sealed(path, key, salt_of(path)):
            return _unless_damaged(path, key)
    raise _judged_by_backup(path, secret, keys) or _wrong(path, secret)


def _unless_damaged(path: Path, key: bytes) -> bytes:
    """The right key of a journal, if all the rest is right as well."""
    try:
        refuse_unless_journal(path, key)
    except errors.WrongPassphrase:
        raise errors.Damaged(path) from None
    return key


def _keys(secret: str, salt: bytes) -> list[bytes]:
    """The keys that what was typed may mean, for a file with this salt."""
    keys = [derived(secret, salt)]
    if looks_like_code(secret):
        with suppress(errors.CodeTypo):  # then it may still be a passphrase
            keys.insert(0, key_of_code(secret))
    return keys


def _judged_by_backup(path: Path, secret: str, keys: list[bytes]) -> errors.JournalError | None:
    """What a backup says of a secret that opens it: the journal is damaged, or was locked anew since.

    keys: what the secret means for the journal.
    """
    for backup in _newest_locked(path):
        same_salt = (salt := salt_of(backup)) == salt_of(path)
        for key in keys if same_salt else _keys(secret, salt):
            if _has_sealed(backup, key, salt):
                damaged = same_salt or _has_sealed(path, key, salt)
                return errors.Damaged(path) if damaged else errors.OlderPassphrase(path)
    return None


def _wrong(path: Path, secret: str) -> errors.JournalError:
    if not looks_like_code(secret):
        return errors.WrongPassphrase(path)
    try:
        key_of_code(secret)
    except errors.CodeTypo as slip:
        return slip
    return errors.OtherCode(path)


def _newest_locked(journal: Path) -> list[Path]:
    """The newest locked backup, and the newest with another salt: that of the journal each was made of."""
    try:
        stamps = (stamp for file in backups_of(journal).iterdir() if (stamp := Stamp.read(file.name)))
        found = (backups_of(journal) / stamp.name for stamp in sorted(stamps, reverse=True))
        of_salt: dict[bytes, Path] = {}
        for backup in filter(is_locked, found):
            of_salt.setdefault(salt_of(backup), backup)
            if len(of_salt) == 2:
                break
    except (OSError, errors.JournalError):
        return []
    return list(of_salt.values())


def _has_sealed(path: Path, key: bytes, salt: bytes) -> bool:
    """Whether one of the first pages of a file was written with this key: then it is the right one.

    SQLCipher tells only whether the first page is sound, and before it looks at a key it puts back what a
    crash left half done. Here the file is only read.
    """
    turned = bytes(byte ^ _SEALING_SALT for byte in salt)
    sealing_key = hashlib.pbkdf2_hmac("sha512", key, turned, _SEALING_ROUNDS, len(key))
    with path.open("rb") as file:
        file.seek(SALT)  # which is in the place of the first bytes of the first page
        for number in range(1, 1 + _PAGES_TRIED):
            page = file.read(_PAGE - file.tell() % _PAGE)
            seal = hmac.digest(sealing_key, page[:-_SEAL] + number.to_bytes(4, "little"), "sha512")
            if hmac.compare_digest(seal, page[-_SEAL:]):
                return True
    return False
