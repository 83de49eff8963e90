"""A disk that fails at random while the journal saves, with libfiu; what was said must be what is there.

Also the process in which it happens: `python -m torture.flaky_disk JOURNAL SAVES`.
"""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest
from faults import keyed
from torture.operations import TODAY
from torture.tally import Tally

from legjournal import errors

LIBRARY = Path("/usr/lib/fiu/fiu_posix_preload.so")
FAILING = ("sync/fsync", "sync/fdatasync", "rw/pwrite", "rw/pread", "rw/ftruncate", "dir/unlink", "oc/open")
CHANCE = 0.005


def save(times: int, path: Path) -> Tally:
    """So many saves, each call of the disk failing with a chance of 1 in 200."""
    if not LIBRARY.exists():
        pytest.skip("libfiu (fiu-utils) is not installed")
    keyed.create(path).close()
    environment = {
        **os.environ,
        "LD_PRELOAD": f"{LIBRARY.with_name('fiu_run_preload.so')} {LIBRARY}",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-m", "torture.flaky_disk", str(path), str(times)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    said = dict(enumerate(done.stdout.split()))
    with keyed.sound(path) as journal:
        there = [int(symptom.note or -1) for symptom in journal.symptoms.on(TODAY)]
    tally = Tally()
    for number, word in said.items():
        tally.seen[word] += 1
        wrong = there.count(number) > 1 or (word == "refused" and number in there) or word == "fault"
        tally.add(lost=word == "saved" and number not in there, damaged=wrong, remark=f"{number}: {word}")
    return tally


def _save_all(path: Path, times: int) -> None:
    libfiu = ctypes.CDLL("libfiu.so.0")
    with keyed.reopen(path) as journal:
        journal.symptoms.on(TODAY)  # all that is imported is imported now
        for number in range(times):
            for name in FAILING:
                point = b"posix/io/" + name.encode()
                libfiu.fiu_enable_random(point, 1, None, 0, ctypes.c_float(CHANCE))
            try:
                journal.symptoms.add(TODAY, kind="pain", score=number % 11, note=str(number))
                word = "saved"
            except errors.NotSaved as refusal:
                word = "unsure" if refusal.look_again else "refused"
            except errors.JournalError as error:
                word = type(error).__name__
            except BaseException:  # noqa: BLE001 - what this looks for
                word = "fault"
            for name in FAILING:
                libfiu.fiu_disable(b"posix/io/" + name.encode())
            print(word, flush=True)


if __name__ == "__main__":
    _save_all(Path(sys.argv[1]), int(sys.argv[2]))
