import type { Listeners } from '../wire/listeners.js';
import { freePorts } from './free-ports.js';
import type { Session } from './session.js';

/** Our peers listen on these ports. A server that was just ended may keep its own for a moment, until its connections have ended at our side as well. */
export async function listenOn(ports: number[], listeners: Listeners, session: Session): Promise<void> {
  await session.freePorts();
  const bound = await Promise.all(ports.map((port) => listeners.listen(port)));
  const taken = ports.filter((_, at) => !bound[at]!.includes('tcp'));
  if (session.assignment.transport !== 'tcp' || taken.length === 0) return;
  await freePorts(taken);
  await Promise.all(taken.map((port) => listeners.listen(port)));
}
