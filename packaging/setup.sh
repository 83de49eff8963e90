#!/bin/sh
# Makes everything the Makefile's targets need: `sh packaging/setup.sh [GROUP …]`
#
# System packages on Debian and Ubuntu, an environment in .venv, the program in it, and the dependency
# groups named (test, lint, fonts in pyproject.toml). What is there already is left alone, so a second
# run takes a moment. PYTHON=… chooses the Python.
set -eu
cd "$(dirname "$0")/.."

LOG=build/setup.log
CAN_RUN_US='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
CAN_MAKE_ENVIRONMENTS='import ensurepip, venv'  # Debian keeps ensurepip in a package of its own
PIP_FAILED='pip could not install it: its last lines stand above. Is there a way to the internet?'

main() {
    python=
    environment_is_ours || python=$(find_python)
    packages=$(missing_packages "$@")
    [ -z "$packages" ] || install_packages $packages
    [ -z "$python" ] || make_environment "$python"
    install_parts "$@"
}

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

can() { "$1" -c "$2" >/dev/null 2>&1; }

# Pages of progress help nobody; after a failure they do.
quietly() {
    mkdir -p build
    "$@" >"$LOG" 2>&1 || {
        tail -n 30 "$LOG" >&2
        return 1
    }
}

# --- Python ---------------------------------------------------------------------------------------

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11
    fi
    # One that can make an environment by itself comes first: it needs nobody's password.
    for need in "$CAN_RUN_US; $CAN_MAKE_ENVIRONMENTS" "$CAN_RUN_US"; do
        for candidate in "$@"; do
            if can "$candidate" "$need"; then
                command -v "$candidate"
                return
            fi
        done
    done
    stop "Leg Journal needs Python 3.11, 3.12, 3.13 or 3.14, and none was found as: $*." \
        "Install one (on Debian and Ubuntu: sudo apt-get install python3), or name yours with PYTHON=/path/to/python3"
}

# An environment belongs to one Python and one folder: moved or copied, it would run the wrong program.
identity() {
    "$1" -c 'import sys; print(sys.version_info[:2], sys.base_prefix)' 2>/dev/null && pwd
}

environment_is_ours() {
    [ -f .venv/made-for ] && can .venv/bin/python pass &&
        [ "$(cat .venv/made-for)" = "$(identity "${PYTHON:-.venv/bin/python}")" ]
}

make_environment() {
    can "$1" "$CAN_MAKE_ENVIRONMENTS" ||
        stop "$1 cannot make an environment, since its ensurepip is missing (Debian's package $(venv_package "$1")). Install that, or name another Python with PYTHON=/path/to/python3"
    say "Making .venv with $("$1" --version) ($1)."
    quietly "$1" -m venv --clear .venv
    # Dependency groups need pip 25.1; a system's own Python often brings an older one.
    quietly .venv/bin/python -m pip install --upgrade 'pip>=25.1' || stop "$PIP_FAILED"
    identity .venv/bin/python >.venv/made-for
}

# --- the program and its groups -------------------------------------------------------------------

install_parts() {
    now=$(cksum <pyproject.toml)
    is_installed program || install_part program -e .
    for group; do
        is_installed "$group" || install_part "$group" --group "$group"
    done
}

is_installed() { [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$now" ]; }

install_part() {
    part=$1
    shift
    case $part in
    program) say "Installing the program and its libraries into .venv (the first time about 110 MB to download)." ;;
    *) say "Installing the group “$part” into .venv." ;;
    esac
    quietly .venv/bin/python -m pip install --disable-pip-version-check "$@" ||
        stop "$PIP_FAILED"
    [ "$part" != program ] || check_qt
    # Written last: whatever is interrupted is done again.
    echo "$now" >".venv/installed-$part"
}

# --- system libraries -----------------------------------------------------------------------------

is_debian() { [ -f /etc/debian_version ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

venv_package() { "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'; }

# The packages of the section “window” and of the sections named like the groups; and, for the
# system's own Python, the one that lets it make environments.
wanted_packages() {
    awk -v wanted=" window $* " '
        /^# [a-z]+:/ { section = $2; sub(":", "", section); next }
        { sub("#.*", "") }
        NF && index(wanted, " " section " ") { print $1 }
    ' packaging/debian-packages.txt
    case $python in
    /usr/bin/* | /bin/*) can "$python" "$CAN_MAKE_ENVIRONMENTS" || venv_package "$python" ;;
    esac
}

# A package is there when an installed one has its name or provides it, as libglib2.0-0t64 does.
missing_packages() {
    is_debian || return 0
    wanted=$(wanted_packages "$@" | tr '\n' ' ')
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}, ${Provides}\n' | awk -v wanted="$wanted" '
        /^.i/ {
            gsub(/\([^)]*\)|,/, " ")
            for (i = 2; i <= NF; i++) there[$i] = 1
        }
        END {
            count = split(wanted, names)
            for (i = 1; i <= count; i++) if (!(names[i] in there)) print names[i]
        }
    '
}

install_packages() {
    as_root=
    if [ "$(id -u)" != 0 ]; then
        as_root=$(command -v sudo) || as_root=false
    fi
    if [ "$as_root" != false ]; then
        say "Installing system packages${as_root:+ (sudo may ask for your password)}: $*"
        # A package source out of reach need not stop us: the lists at hand may do.
        quietly $as_root sh -c 'apt-get -q update
            DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
                install -y --no-install-recommends "$@"' sh "$@" && return
    fi
    say "These system packages are missing, and installing them needs an administrator:

    sudo apt-get install -y --no-install-recommends $*

Going on without them."
}

# Asks Qt itself, so that it holds on every system: what it draws with is needed, a window is not.
check_qt() {
    [ "$(uname)" = Linux ] || return 0
    problem=$(qt_problem libqoffscreen.so)
    [ -z "$problem" ] || stop "Qt cannot start: $problem. $(qt_needs)"
    problem=$(qt_problem libqxcb.so)
    [ -z "$problem" ] || say "Qt cannot open a window yet: $problem. $(qt_needs)"
}

qt_problem() {
    .venv/bin/python - "$1" 2>&1 <<'END'
import ctypes, pathlib, sys
try:
    import PySide6.QtPdfWidgets, PySide6.QtSvgWidgets, PySide6.QtWidgets
    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms" / sys.argv[1]))
except (ImportError, OSError) as error:
    print(error, end="")
END
}

qt_needs() {
    if is_debian; then
        echo "It needs the packages listed in packaging/debian-packages.txt."
    else
        echo "It needs, from this system's own packages, GLib, libGL, libEGL, fontconfig, D-Bus and" \
            "xkbcommon-x11, and for a window also the xcb libraries cursor, icccm, keysyms and shape."
    fi
}

main "$@"
