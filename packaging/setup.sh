# Everything both commands need before they start. Sourced by packaging/run and packaging/test.
#
# Each step looks first and does nothing where its result already stands. The virtual environment
# counts as made only once its stamp is written, which is the last thing done: one that was
# interrupted, or made from another lock, is thrown away and made again.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
venv=$root/.venv
lock_stamp=$venv/made-from-lock
project_stamp=$venv/made-from-project

# What Qt needs: to paint at all, to open a real window, and what a window is tested with.
qt_packages='libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3'
window_packages='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0'
screen_packages='xvfb xauth'

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "stopped: $*"
    exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# What apt writes is shown only where it failed.
apt_quietly() {
    apt_output=$(DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o DPkg::Lock::Timeout=300 \
        "$@" 2>&1 </dev/null)
}

# The names among those given that are not installed, each with a space before it.
missing_of() {
    for package in "$@"; do
        is_installed "$package" || printf ' %s' "$package"
    done
}

# The names among those given that apt could install.
known_of() {
    for package in "$@"; do
        [ -z "$(apt-cache show "$package" 2>/dev/null)" ] || printf ' %s' "$package"
    done
}

# apt refuses a whole line for one unknown name: then the lists are brought up to date, and those
# that are known are installed without the others.
apt_install() {
    apt_quietly install --no-install-recommends "$@" && return 0
    say "system: apt-get update"
    apt_quietly update || say "$apt_output"
    # shellcheck disable=SC2046 # a list of names without spaces
    set -- $(known_of "$@")
    [ $# -eq 0 ] || apt_quietly install --no-install-recommends "$@" || say "$apt_output"
}

# system_packages PACKAGE…: installs what is missing where that is possible; never stops.
system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || {
        say "system: not Debian; these packages or their like are needed: $*"
        return 0
    }
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    if ! is_root; then
        say "system: MISSING, and only root can install them. The line to run:"
        say "    sudo apt-get install --no-install-recommends$missing"
        return 0
    fi
    say "system: apt-get install --no-install-recommends$missing"
    # shellcheck disable=SC2086 # a list of names without spaces
    apt_install $missing
    missing=$(missing_of "$@")
    [ -z "$missing" ] || say "system: NOT AVAILABLE HERE, going on without:$missing"
}

usable_python() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in python3.11 /usr/bin/python3.11 python3 /usr/bin/python3 \
        python3.12 python3.13 python3.14; do
        if usable_python "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# Where the checkout lies is part of it: a virtual environment cannot be moved.
made_from() {
    sha256sum <"$1"
    printf '%s\n' "$root"
}

# stamped STAMP FILE: says whether the stamp was written for the file as it is now.
stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$(made_from "$2")" ]; }

write_stamp() {
    made_from "$2" >"$1.new"
    mv "$1.new" "$1"
}

pip_install() {
    PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/bin/python" -m pip install --quiet --no-input \
        --progress-bar off "$@" >&2
}

make_venv() {
    python=$(find_python) || {
        system_packages python3 python3-venv
        python=$(find_python) || stop "Python 3.11 or newer with its venv module is needed"
    }
    say "python: $("$python" --version 2>&1), making $venv"
    rm -rf "$venv"
    "$python" -m venv "$venv" >&2
    say "python: installing the locked packages, each checked by its hash (a few minutes at first)"
    pip_install --require-hashes --only-binary :all: -r "$root/requirements.lock" ||
        stop "the locked packages could not be installed; nothing else was changed"
    write_stamp "$lock_stamp" "$root/requirements.lock"
}

install_project() {
    say "python: installing the program itself"
    pip_install --no-deps --no-index --no-build-isolation -e "$root"
    write_stamp "$project_stamp" "$root/pyproject.toml"
}

# set_up PACKAGE…: the system packages named, then the virtual environment.
set_up() {
    cd "$root"
    system_packages "$@"
    if command -v flock >/dev/null 2>&1; then
        exec 9<"$root/requirements.lock"
        flock 9 # two commands started together make one environment, one after the other
    fi
    { stamped "$lock_stamp" "$root/requirements.lock" && "$venv/bin/python" -c '' 2>/dev/null; } ||
        make_venv
    stamped "$project_stamp" "$root/pyproject.toml" || install_project
    exec 9<&-
}
