"""Every command and the window with no network at all, and a record of the sockets they ask for."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from faults import need
from torture.tally import Tally

COMMANDS = (
    ("legjournal", "demo", "--days", "20", "-o", "j.legjournal"),
    ("legjournal", "check", "--journal", "j.legjournal"),
    ("legjournal", "report", "--journal", "j.legjournal", "-o", "report.pdf"),
    ("legjournal", "export", "--journal", "j.legjournal", "-o", "all.json"),
    ("legjournal", "import", "--journal", "j.legjournal", "all.json"),
    ("legjournal", "backup", "--journal", "j.legjournal"),
    ("ui", "--timing", "--journal", "j.legjournal"),
)


def live(folder: Path, commands: Iterable[tuple[str, ...]] = COMMANDS) -> Tally:
    """Run the commands without a network; `damaged` counts what failed or asked for an internet socket."""
    need.root()
    without_network = [need.program("unshare"), "--net"]
    if subprocess.run([*without_network, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network can be taken away here")
    log = folder / "sockets"
    watch = [need.program("strace"), "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket", "-o", str(log)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    tally = Tally()
    for module, *arguments in commands:
        command = [*without_network, *watch, sys.executable, "-m", module, *arguments]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        asked = "AF_INET" in log.read_text()
        tally.add(damaged=done.returncode or asked, remark=f"{module} {arguments[0]}: {done.stderr} {asked}")
    return tally
