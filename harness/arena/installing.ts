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
      return asRoot(system, `dnf install -y ${packages.fedora}`);
    case 'alpine':
      return `apk add ${packages.alpine}`;
    case 'arch':
      return asRoot(system, `pacman -S ${packages.arch}`);
    case 'macos':
      return `brew install ${packages.macos ?? packages.debian}`;
    case 'windows':
      return `winget install ${packages.windows ?? packages.debian}`;
    default: {
      const install = asRoot(system, `apt-get install -y ${packages.debian}`);
      // The images of Debian and Ubuntu come without the lists of what there is to install.
      return system.container ? `${asRoot(system, 'apt-get update')} && ${install}` : install;
    }
  }
}

/** A command that only root may give. Root's own shell in a container seldom has sudo. */
export function asRoot(system: System, command: string): string {
  return system.root ? command : `sudo ${command}`;
}
