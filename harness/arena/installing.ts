import type { System } from './this-system.js';

/** What a thing is called by the package managers of the systems; the others go by Debian's name. */
export interface Packages {
  debian: string;
  fedora: string;
  alpine: string;
  arch: string;
  macos?: string;
  windows?: string;
}

/** The command that installs a package on this system. */
export function installing(system: System, packages: Packages): string {
  switch (system.kind) {
    case 'fedora':
      return `sudo dnf install -y ${packages.fedora}`;
    case 'alpine':
      return `apk add ${packages.alpine}`;
    case 'arch':
      return `sudo pacman -S ${packages.arch}`;
    case 'macos':
      return `brew install ${packages.macos ?? packages.debian}`;
    case 'windows':
      return `winget install ${packages.windows ?? packages.debian}`;
    default:
      return `sudo apt-get install -y ${packages.debian}`;
  }
}
