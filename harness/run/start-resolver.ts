import type { World } from '../arena/world.js';
import { type Resolver, type ResolverOptions, startResolver } from '../wire/dns-server.js';
import type { Transcript } from '../wire/transcript.js';
import { MachineLacks } from './failure.js';

export interface ArenaResolverOptions extends Pick<ResolverOptions, 'wildcard' | 'behaviour' | 'asker'> {
  /** Addresses where a program may look for a resolver of its own choice; the same answers are given there. */
  alsoAt?: string[];
}

/** The resolvers of an arena: the one that the system is set up with, and those at addresses that a program names. */
export interface ArenaResolvers {
  system: Resolver;
  elsewhere: Resolver[];
  close(): Promise<void>;
}

/**
 * Starts the resolver where the arena's programs look for it.
 * @throws MachineLacks where programs would see the machine's own resolver and services instead of ours
 */
export async function startArenaResolver(
  world: World,
  transcript: Transcript,
  options: ArenaResolverOptions,
): Promise<ArenaResolvers> {
  if (!world.has.ownNames) {
    throw new MachineLacks(
      'Names, services and DNS records can only be graded in an arena with a resolver and a services file of its own, which takes Linux namespaces: "netgrade doctor" says how to get them.',
    );
  }
  const { alsoAt = [], ...rest } = options;
  const started: Resolver[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(started.map((resolver) => resolver.close()));
  };
  const system = await startResolver({ ...rest, address: world.resolverAddress, transcript, zones: [] });
  started.push(system);
  for (const address of world.has.ownAddresses ? alsoAt : []) {
    if (address === world.resolverAddress) continue;
    // An address that cannot be bound (a broadcast, a multicast) is none where a resolver could be.
    const other = await startResolver({ ...rest, address, transcript, zones: [] }).catch(() => undefined);
    if (other) started.push(other);
  }
  return { system, elsewhere: started.slice(1), close };
}
