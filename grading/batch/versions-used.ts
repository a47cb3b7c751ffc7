import { languageByName } from '../../harness/program/languages.js';
import { findToolchain, TOOLCHAIN_OF, type Toolchain } from '../../harness/program/toolchains.js';

/**
 * What a class ran on, by the names of its files: the version of each language's interpreter or compiler that is here, sorted by name. Node is
 * always among them, for we run on it.
 */
export async function versionsUsed(files: string[]): Promise<Record<string, string>> {
  const used = new Set<Toolchain>(['node']);
  for (const file of files) {
    const language = languageByName(file);
    const toolchain = language && TOOLCHAIN_OF[language];
    if (toolchain) used.add(toolchain);
  }
  const versions: Record<string, string> = {};
  for (const name of [...used].sort()) {
    const toolchain = await findToolchain(name);
    if (toolchain.found) versions[name] = toolchain.version;
  }
  return versions;
}
