import { type Attack, type Planted, programOf } from './attack.js';
import { attacksOnFiles } from './on-files.js';
import { attacksOnKernel } from './on-kernel.js';
import { attacksOnNetwork } from './on-network.js';
import { attacksOnProcesses } from './on-processes.js';

/** All attacks, as whole programs. */
export function attacks(planted: Planted): Attack[] {
  const table = [...attacksOnFiles(), ...attacksOnNetwork(planted), ...attacksOnProcesses(), ...attacksOnKernel()];
  return table.map((attack) => ({ ...attack, code: programOf(attack.code, planted) }));
}
