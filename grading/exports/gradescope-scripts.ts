import { toolVersion } from '../tool-name.js';
import type { Visibility } from './emitter.js';
import { plainId } from './exported-assignment.js';

/** Languages beside Python and JavaScript whose compilers the image gets. */
export const LANGUAGES = {
  c: ['gcc', 'libc6-dev'],
  cpp: ['g++'],
  go: ['golang-go'],
  java: ['default-jdk-headless'],
  rust: ['rustc'],
} as const;
export type Language = keyof typeof LANGUAGES;

/**
 * `setup.sh`: runs once, as root and with a network, when Gradescope builds the image. Ubuntu's own Node.js is too old,
 * so the current Node 22 comes from nodejs.org and is checked against the checksums published there.
 */
export function setupSh(languages: readonly Language[]): string {
  const packages = [
    'ca-certificates',
    'curl',
    'iproute2',
    'procps',
    'python3',
    'util-linux',
    'xz-utils',
    ...languages.flatMap((one) => LANGUAGES[one]),
  ];
  return `#!/usr/bin/env bash
# Prepares Gradescope's image for netgrade ${toolVersion}. Made by "netgrade export gradescope".
# Choose a base image of Ubuntu 22.04 or later.
set -euo pipefail
root="\${NETGRADE_ROOT:-/autograder}"
node_home="\${NETGRADE_NODE_HOME:-/opt/netgrade-node}"
mirror="\${NETGRADE_NODE_MIRROR:-https://nodejs.org/dist/latest-v22.x}"

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends ${packages.join(' ')}

new_enough() {
  "$1" -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
}

if [ -z "\${NETGRADE_NODE_MIRROR:-}" ] && command -v node > /dev/null && command -v npm > /dev/null && new_enough node; then
  node="$(command -v node)"
else
  case "$(uname -m)" in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) echo "There is no Node.js for this machine: $(uname -m)" >&2; exit 1 ;;
  esac
  download="$(mktemp -d)"
  cd "$download"
  curl -fsSL --retry 3 -O "$mirror/SHASUMS256.txt"
  archive="$(grep -oE "node-v[0-9.]+-linux-$machine\\.tar\\.xz" SHASUMS256.txt)"
  curl -fsSL --retry 3 -O "$mirror/$archive"
  grep -F "  $archive" SHASUMS256.txt | sha256sum --check --quiet -
  mkdir -p "$node_home"
  tar -xJf "$archive" -C "$node_home" --strip-components=1
  rm -rf "$download"
  node="$node_home/bin/node"
  export PATH="$node_home/bin:$PATH"
  new_enough "$node" || { echo "Node.js does not run here: choose a base image of Ubuntu 22.04 or later." >&2; exit 1; }
  # Submissions in JavaScript find it too.
  ln -sf "$node" "\${NETGRADE_BIN:-/usr/local/bin}/node"
fi

cd "$root/source/netgrade"
npm install --omit=dev --no-audit --no-fund --ignore-scripts
"$node" dist/grading/cli/main.js --version
printf '%s' "$node" > "$root/source/node-path"
`;
}

export interface RunOptions {
  visibility?: Visibility | undefined;
  hiddenVisibility?: Visibility | undefined;
  /** Seconds after which grading ends by itself and what is known stays; Gradescope itself ends it after 10 minutes unless told otherwise. */
  seconds?: number | undefined;
  /** Whether an instructor's own assignment is in the zip. */
  own: boolean;
}

/**
 * `run_autograder`: runs as root for each submission. `results.json` is rewritten after each check, and grading ends
 * by itself before Gradescope would end it and show nothing. Where nothing could be graded there is no `results.json`:
 * Gradescope then says that the autograder failed, which is true, instead of recording a score.
 */
export function runAutograder(
  id: string,
  { visibility = 'visible', hiddenVisibility = 'after_published', seconds = 540, own }: RunOptions,
): string {
  return `#!/usr/bin/env bash
# Grades one submission with netgrade ${toolVersion}. Made by "netgrade export gradescope".
set -u
root="\${NETGRADE_ROOT:-/autograder}"
results="$root/results/results.json"
mkdir -p "$root/results"
rm -f "$results"
# Programs run under another user; they neither read the grader nor write a score.
chmod 700 "$root/results" "$root/source"
export NETGRADE_VISIBILITY=${visibility}
export NETGRADE_HIDDEN_VISIBILITY=${hiddenVisibility}
cd "$root"
timeout --kill-after=10 "\${NETGRADE_SECONDS:-${seconds}}" \\
  "$(cat "$root/source/node-path")" "$root/source/netgrade/dist/grading/cli/main.js" \\
  check ${plainId(id)} "$root/submission" --format gradescope --output "$results"${own ? ' --assignments "$root/source/assignments"' : ''}
code=$?
case "$code" in
  0 | 1) exit 0 ;;
  # Out of time: what is known so far is shown, and it says that the grading has not finished.
  124 | 137) if [ -s "$results" ]; then exit 0; fi ;;
  # A whole result is there, but provisional, and says so.
  *) if grep -q '"complete": true' "$results" 2> /dev/null; then exit 0; fi ;;
esac
rm -f "$results"
echo "netgrade could not grade this submission (exit code $code). Run the autograder again." >&2
exit 1
`;
}
