/** Inside an arena: starts one program after the other, as often as it is asked, and waits each time until nothing of it is left. */
import { openWorld } from '../harness/arena/open-world.js';
import { DEFAULT_LIMITS, type Rung } from '../harness/arena/world.js';

const world = await openWorld({
  rung: process.env.NETGRADE_RUNG as Rung,
  slot: Number(process.env.NETGRADE_SLOT),
});
const workFolder = await world.makeWorkFolder('/', []);

process.on('message', async (argv: string[]) => {
  const program = await world.spawn({ argv, workFolder, readable: [], env: {}, limits: DEFAULT_LIMITS });
  await program.exited;
  await program.dispose();
  process.send?.('done');
});
process.send?.('ready');
