# Everything both commands need before they start. Sourced by packaging/run and packaging/test.
#
# Each step looks first and does nothing where its result already stands. The virtual environment
# counts as made only once its stamp is written, which is the last thing done: one that was
# interrupted is thrown away and made again.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
venv=$root/.venv
stamp=$venv/made-from
lists_updated=no

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

apt_install() {
    apt_quietly install --no-install-recommends "$@" && return 0
    if [ "$lists_updated" = no ]; then
        lists_updated=yes
        say "system: apt-get update"
        apt_quietly update || say "$apt_output"
        apt_quietly install --no-install-recommends "$@" && return 0
    fi
    say "$apt_output"
    return 1
}

# system_packages PACKAGE…: installs what is missing where that is possible; never stops.
system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || {
        say "system: not Debian; these packages or their like are needed: $*"
        return 0
    }
    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if ! is_root; then
        say "system: MISSING, and only root can install them. The line to run:"
        say "    sudo apt-get install --no-install-recommends$missing"
        return 0
    fi
    say "system: apt-get install --no-install-recommends$missing"
    # shellcheck disable=SC2086 # a list of names without spaces
    apt_install $missing && return 0
    for package in $missing; do
        is_installed "$package" || apt_install "$package" ||
            say "system: NOT AVAILABLE: $package; going on without it"
    done
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
wanted_stamp() {
    cat "$root/requirements.lock" "$root/pyproject.toml" | sha256sum | cut -d ' ' -f 1
    printf '%s\n' "$root"
}

venv_stands() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted_stamp)" ] &&
        "$venv/bin/python" -c '' 2>/dev/null
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
    pip_install --no-deps --no-index --no-build-isolation -e "$root"
    wanted_stamp >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

# set_up PACKAGE…: the system packages named, then the virtual environment.
set_up() {
    cd "$root"
    system_packages "$@"
    if command -v flock >/dev/null 2>&1; then
        exec 9<"$root/requirements.lock"
        flock 9 # two commands started together make one environment, one after the other
    fi
    venv_stands || make_venv
    exec 9<&-
}
