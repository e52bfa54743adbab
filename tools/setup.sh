# Sourced by the other tools: makes sure that what a build needs is there, and says what it does.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }

require_swift() {
    if ! command -v swift >/dev/null 2>&1; then
        say "There is no Swift toolchain here. Install Swift 6.3 or newer: https://www.swift.org/install"
        exit 1
    fi
}

# The headers of libsqlite3 and zlib are the only system packages that a build needs.
require_headers() {
    local missing=()
    [ -e /usr/include/sqlite3.h ] || missing+=(libsqlite3-dev)
    [ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
    [ ${#missing[@]} -eq 0 ] || require_packages "${missing[@]}"
}

# Installs packages of the system, or says how.
require_packages() {
    local install="apt-get install -y $*"
    if [ "$(id -u)" -eq 0 ]; then
        say "Installing $* ..."
        { apt-get update && DEBIAN_FRONTEND=noninteractive $install; } >/dev/null
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        say "Installing $* (through sudo) ..."
        { sudo apt-get update && sudo DEBIAN_FRONTEND=noninteractive $install; } >/dev/null
    else
        say "$* must be installed first. Run this line, then try again:"
        say "    sudo apt-get update && sudo $install"
        exit 1
    fi
}

announce_build() {
    if [ ! -d .build/debug ]; then
        say "Building plysync and the packages that it uses. The first build takes about five minutes;"
        say "later ones take seconds."
    fi
}

require_swift
require_headers
announce_build
