import morphdom from 'morphdom';
import { offerOpenAll } from './reading.js';

/**
 * Where the page is served while its author edits: puts the newest result in the place of the one before. Only what
 * differs is touched, so that the reader's place, focus, selection and opened boxes stay as they are.
 */
const address = document.documentElement.dataset.live;
if (address !== undefined) follow(address);

/** Listens to the server that graded: `state` says what it does, `page` that there is a newer page. */
function follow(events: string): void {
  const status = document.createElement('div');
  status.className = 'live';
  status.setAttribute('role', 'status');
  document.body.append(status);
  const say = (text: string, state: 'idle' | 'busy' | 'lost') => {
    if (status.textContent !== text) status.textContent = text;
    status.dataset.state = state;
  };
  let busy: string | undefined;
  const saySo = () => (busy === undefined ? say('live', 'idle') : say(busy, 'busy'));
  const lost = () => say('not connected', 'lost');
  const source = new EventSource(events);
  let wasLost = false;
  source.addEventListener('open', () => {
    busy = undefined;
    // What was graded while there was no connection is shown now.
    if (wasLost) replacePage().then(saySo, lost);
    else saySo();
    wasLost = false;
  });
  source.addEventListener('error', () => {
    wasLost = true;
    lost();
  });
  source.addEventListener('state', (event) => {
    busy = event.data;
    saySo();
  });
  source.addEventListener('page', () => {
    busy = undefined;
    replacePage().then(saySo, lost);
  });
}

async function replacePage(): Promise<void> {
  const response = await fetch(location.pathname, { cache: 'no-store' });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [now, next] = [document.querySelector('.page'), fresh.querySelector('.page')];
  if (now === null || next === null) return;
  const before = new Map([...now.querySelectorAll('[id^="check-"]')].map((check) => [check.id, verdictOf(check)]));
  document.title = fresh.title;
  morphdom(now, next, {
    onBeforeElUpdated(from, to) {
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) {
        // A check that went from one verdict to another opens or closes anew; everything else stays as it was left.
        if (!from.classList.contains('check') || stateOf(from) === stateOf(to)) to.open = from.open;
      }
      return !from.isEqualNode(to);
    },
  });
  for (const check of now.querySelectorAll('[id^="check-"]')) {
    const changed = before.size > 0 && before.get(check.id) !== verdictOf(check);
    check.classList.toggle('changed', changed);
  }
  offerOpenAll();
}

/** A check's state and, where it failed, why: what a reader wants to see change. */
function verdictOf(check: Element): string {
  return `${stateOf(check)} ${check.querySelector('.cause')?.textContent ?? ''}`;
}

function stateOf(check: Element): string {
  return ['pass', 'fail', 'error'].find((state) => check.classList.contains(state)) ?? 'skip';
}
