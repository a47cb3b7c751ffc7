import { findToolchain, type Toolchain } from '../program/toolchains.js';
import type { Packages } from './installing.js';
import { hiddenAmong } from './is-open-to-all.js';

const LANGUAGES: { toolchain: Toolchain; capability: string; packages: Packages }[] = [
  {
    toolchain: 'python',
    capability: 'python',
    packages: {
      debian: 'python3',
      fedora: 'python3',
      alpine: 'python3',
      arch: 'python',
      macos: 'python',
      windows: 'Python.Python.3.13',
    },
  },
  {
    toolchain: 'node',
    capability: 'node',
    packages: {
      debian: 'nodejs',
      fedora: 'nodejs',
      alpine: 'nodejs',
      arch: 'nodejs',
      macos: 'node',
      windows: 'OpenJS.NodeJS',
    },
  },
  {
    toolchain: 'java',
    capability: 'java',
    packages: {
      debian: 'default-jdk-headless',
      fedora: 'java-latest-openjdk-devel',
      alpine: 'openjdk21-jdk',
      arch: 'jdk-openjdk',
      macos: 'openjdk',
      windows: 'Microsoft.OpenJDK.21',
    },
  },
  {
    toolchain: 'c',
    capability: 'c',
    packages: {
      debian: 'gcc libc6-dev',
      fedora: 'gcc',
      alpine: 'gcc musl-dev',
      arch: 'gcc',
      macos: 'gcc',
      windows: 'BrechtSanders.WinLibs.POSIX.UCRT',
    },
  },
  {
    toolchain: 'go',
    capability: 'go',
    packages: { debian: 'golang-go', fedora: 'golang', alpine: 'go', arch: 'go', macos: 'go', windows: 'GoLang.Go' },
  },
  {
    toolchain: 'rust',
    capability: 'rust',
    packages: {
      debian: 'rustc gcc',
      fedora: 'rust gcc',
      alpine: 'rust gcc',
      arch: 'rust gcc',
      macos: 'rust',
      windows: 'Rustlang.Rustup',
    },
  },
];

const SPOKEN: Record<string, string> = {
  python: 'Python',
  node: 'JavaScript',
  java: 'Java',
  c: 'C',
  go: 'Go',
  rust: 'Rust',
};

async function lookFor({ toolchain, capability, packages }: (typeof LANGUAGES)[number], privateToo: boolean) {
  const tools = await findToolchain(toolchain);
  const hidden = tools.found && !privateToo ? hiddenAmong(tools.readable) : undefined;
  const without = [`Submissions in ${SPOKEN[toolchain]} cannot be graded.`, hidden].filter(Boolean).join(' ');
  return { capability, have: tools.found && !hidden, without, packages };
}

/** Every language that submissions are written in, and whether programs can use it. `privateToo`: also where it lies in a private folder. */
export function languagesHere({ privateToo }: { privateToo: boolean }) {
  return Promise.all(LANGUAGES.map((language) => lookFor(language, privateToo)));
}
