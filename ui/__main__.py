"""The `legjournal` command: the window by itself, everything else without a screen."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    argv = sys.argv[1:] if argv is None else argv
    journal, timing = None, False
    if argv:
        from legjournal.__main__ import parse, run

        arguments = parse(argv)
        if arguments.command is not None:
            return run(arguments)
        journal, timing = arguments.journal, arguments.timing
    gc.disable()  # nothing made while starting is garbage, and looking for it costs a tenth of the start
    from ui.app import run_window

    return run_window(journal, timing=timing)


if __name__ == "__main__":
    sys.exit(main())
