#!/bin/bash
# Builds the native binary artifacts/todoku/todoku. Everything goes to stderr, so that `./todoku diagnose --json` stays clean.
set -u
cd "$(dirname "$0")/.." || exit 1
exec 1>&2
output=artifacts/todoku
published=artifacts/publish/todoku
log=artifacts/todoku-build.log

fail() {
    printf 'todoku: %s\n' "$@"
    exit 1
}

check_tools() {
    command -v dotnet >/dev/null || fail 'the .NET SDK 10 is missing; it is needed to build todoku.' \
        'Install it (https://dotnet.microsoft.com/download/dotnet/10.0, or: apt-get install dotnet-sdk-10.0), then run this again.'
    dotnet --version >/dev/null 2>&1 || fail "this needs the .NET SDK 10; installed: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')" \
        'Install it (https://dotnet.microsoft.com/download/dotnet/10.0), then run this again.'
    command -v clang >/dev/null || command -v gcc >/dev/null || fail 'a C compiler is missing; it links the native binary.' \
        'Install one (apt-get install gcc), then run this again.'
}

publish() {
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
    dotnet publish src/Todoku.Cli/Todoku.Cli.csproj -c Release -o "${published%/*}" -p:UseSharedCompilation=false "$@" </dev/null >"$log" 2>&1 9>&-
}

check_tools
mkdir -p "$output"
# Two at once wait for each other; the second finds little left to do.
exec 9>artifacts/todoku.lock
command -v flock >/dev/null && flock 9
# Stamped before the build: a source that changes while it runs is newer than the stamp.
: >"$output/.building"
printf 'todoku: building (about a minute the first time) ...'
began=$SECONDS
if publish "$@" && "$(command -v gcc || command -v clang)" -O2 -Wall -Werror -o "$output/.launch" eng/launch.c >>"$log" 2>&1; then
    # Moved, not written over: a todoku that runs now keeps its file.
    cp "$published" "$output/.todoku" && mv "$output/.todoku" "$output/todoku"
    # SQLite's library lies beside it; only the relay loads it.
    cp "${published%/*}/libe_sqlite3.so" "$output/.sqlite" && mv "$output/.sqlite" "$output/libe_sqlite3.so"
    mv "$output/.launch" "$output/launch"
    mv "$output/.building" "$output/.built"
    printf ' done in %d s\n' $((SECONDS - began))
else
    printf ' failed\n'
    grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sort -u | head -n 20 || tail -n 20 "$log"
    fail "the build failed; all of its output stands in $log"
fi
