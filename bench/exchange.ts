import type { Result } from '../grading/result/result.js';
import { rawOf } from '../harness/wire/bytes.js';
import type { TranscriptEvent } from '../harness/wire/transcript.js';

/** What the floor does, one after the other, to have the same exchange with a program as the grader had. */
export type Step =
  | { do: 'start'; party: string; argv: string[]; port: string }
  | { do: 'type'; party: string; text: string }
  | { do: 'end-input'; party: string }
  | { do: 'until-bound'; port: number }
  | { do: 'until-ended'; party: string }
  | { do: 'send'; party: string; from: string; to: { address: string; port: number } | 'asker'; base64: string }
  | { do: 'until-arrived'; party: string; count: number };

/** One check's exchange: the ports on which the peers wait from the beginning, and the steps. */
export interface Exchange {
  binds: { party: string; port: number }[];
  steps: Step[];
}

/** Where the interpreters are, by the names that transcripts give them. */
type Interpreters = Readonly<Record<string, string>>;

/** The exchanges of a graded submission, of every check that started something. */
export function exchangesOf(result: Result, interpreters: Interpreters): Exchange[] {
  const transcripts = result.checks.map((check) => (check.transcript ?? []) as TranscriptEvent[]);
  return transcripts
    .filter((events) => events.some((event) => event.type === 'start'))
    .map((events) => exchangeOf(events, interpreters));
}

/** How many programs they start. */
export function startsIn(exchanges: Exchange[]): number {
  return exchanges.flatMap(({ steps }) => steps).filter((step) => step.do === 'start').length;
}

function exchangeOf(events: TranscriptEvent[], interpreters: Interpreters): Exchange {
  const binds = new Map<string, number>();
  const arrived = new Map<string, number>();
  const isPeer = (party: string) => /^peer/.test(party);
  const steps = events.flatMap((event): Step[] => {
    switch (event.type) {
      case 'start':
        return [{ do: 'start', party: event.party, argv: bareCommand(event.command, interpreters), port: '5550' }];
      case 'stdin':
        return [{ do: 'type', party: event.party, text: event.data.text }];
      case 'stdin-end':
        return [{ do: 'end-input', party: event.party }];
      case 'listen':
        return [{ do: 'until-bound', port: event.port }];
      case 'exit':
        // Killed by the grader: the floor kills it, too.
        return event.signal === 'SIGKILL' ? [] : [{ do: 'until-ended', party: event.party }];
      case 'datagram': {
        const { from, to } = event;
        if (isPeer(from.party)) {
          const known = to.party === 'client' ? ('asker' as const) : { address: to.address, port: to.port };
          return [
            {
              do: 'send',
              party: from.party,
              from: from.address === '::' ? '0.0.0.0' : from.address,
              to: known,
              base64: rawOf(event.data).toString('base64'),
            },
          ];
        }
        if (!isPeer(to.party)) return [];
        if (from.party === 'client') binds.set(to.party, to.port);
        const count = (arrived.get(to.party) ?? 0) + 1;
        arrived.set(to.party, count);
        return [{ do: 'until-arrived', party: to.party, count }];
      }
      default:
        return [];
    }
  });
  return { binds: [...binds].map(([party, port]) => ({ party, port })), steps };
}

/** The floor builds nothing: it starts what runs as it was handed in. */
function bareCommand(command: string, interpreters: Interpreters): string[] {
  const [name = '', ...args] = command.split(' ');
  const interpreter = interpreters[name];
  if (interpreter === undefined) throw new Error(`the floor cannot start "${command}"`);
  return [interpreter, ...args];
}
