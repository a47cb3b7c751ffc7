/** Stands for the command line in the tests: opens arenas and passes calls on, so that a test can run it as any user and kill it. */
import { type AgentHandle, launchAgent } from '../launch.js';
import type { Rung } from '../world.js';

const agents = new Map<number, AgentHandle>();

process.on('message', async (message: { to: number; open?: Rung; close?: true; entry?: string; call?: unknown }) => {
  const { to } = message;
  try {
    if (message.open) {
      const agent = await launchAgent({ rung: message.open, slot: to, entry: message.entry ?? '' });
      agents.set(to, agent);
      agent.onMessage((answer) => process.send?.({ from: to, answer }));
      agent.onEnd((why) => process.send?.({ from: to, ended: why }));
      process.send?.({ from: to, opened: agent.pid });
    } else if (message.close) {
      await agents.get(to)?.close();
      process.send?.({ from: to, closed: true });
    } else agents.get(to)?.send(message.call);
  } catch (error) {
    process.send?.({ from: to, ended: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
