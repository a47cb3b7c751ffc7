/**
 * What the student's page can do beyond showing itself. Everything works without it: it opens the check that an address
 * names, opens all checks for the printer, and, where the page is served live, puts the newest result in its place.
 */
openNamedCheck();
addEventListener('hashchange', openNamedCheck);
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details.check')) details.open = true;
});
const events = document.documentElement.dataset.live;
if (events !== undefined) follow(events);

function openNamedCheck(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
}

/** Listens to the server that graded: `state` says what it does, `page` that there is a newer page. */
function follow(address: string): void {
  const status = document.createElement('div');
  status.className = 'live';
  status.setAttribute('role', 'status');
  document.body.append(status);
  const say = (text: string, state: string) => {
    status.textContent = text;
    status.dataset.state = state;
  };
  const source = new EventSource(address);
  source.addEventListener('open', () => say('live', 'idle'));
  source.addEventListener('error', () => say('not connected', 'lost'));
  source.addEventListener('state', (event) => say(event.data, event.data === 'live' ? 'idle' : 'busy'));
  source.addEventListener('page', () => {
    replacePage()
      .then(() => say('live', 'idle'))
      .catch(() => say('not connected', 'lost'));
  });
}

/** Fetches the page again and swaps what is shown, keeping the place and what the reader has opened or closed. */
async function replacePage(): Promise<void> {
  const response = await fetch(location.pathname, { cache: 'no-store' });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [now, next] = [document.querySelector('.page'), fresh.querySelector('.page')];
  if (now === null || next === null) return;
  for (const check of next.querySelectorAll<HTMLDetailsElement>('details.check')) {
    const before = document.getElementById(check.id);
    if (!(before instanceof HTMLDetailsElement)) continue;
    if (before.className === check.className) check.open = before.open;
    else check.classList.add('changed');
  }
  document.title = fresh.title;
  now.replaceWith(next);
}
