"""The `legjournal` command: the window by itself, everything else without a screen."""

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    from legjournal.__main__ import parse, run

    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.command is not None:
        return run(arguments)
    from ui.app import run_window

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
