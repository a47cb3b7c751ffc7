import { REPLY_WITHIN_MS } from './bounds.js';
import type { CheckContext } from './check-context.js';

/**
 * What the submission's own client sends first; undefined where it has none, or none that sends. No server of the submission may run
 * meanwhile: the client would reach it instead of our peers.
 */
export async function ownRequest(context: CheckContext): Promise<Buffer | undefined> {
  if (!context.has('client')) return undefined;
  const client = await context.startClient().catch(() => undefined);
  const contact = client?.contacts[0];
  if (!client || !contact) return undefined;
  if (contact.transport === 'udp') {
    await client.dispose();
    return contact.arrivals[0]!.data;
  }
  const { peer } = contact;
  await client.until(() => peer.received.length > 0 || peer.over, REPLY_WITHIN_MS);
  // The server has its port next: no connection may linger there.
  for (const one of client.contacts) if (one.transport === 'tcp') one.peer.abort();
  await client.dispose();
  return peer.received.length > 0 ? peer.received : undefined;
}
