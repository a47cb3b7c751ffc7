/**
 * What the student's page can do beyond showing itself. Everything works without it: it opens the check that an address
 * names, and opens or closes all at once.
 */
openNamedCheck();
addEventListener('hashchange', openNamedCheck);
document.addEventListener('toggle', offerOpenAll, true);
offerOpenAll();

/** One button for all checks: to read through them, or to have every exchange on paper. */
export function offerOpenAll(): void {
  const button = document.querySelector<HTMLButtonElement>('.open-all');
  if (button === null) return;
  button.hidden = false;
  button.textContent = allOpen() ? 'Close every check' : 'Open every check';
  button.onclick = () => {
    const open = !allOpen();
    for (const check of checks()) check.open = open;
  };
}

function checks(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('details.check')];
}

function allOpen(): boolean {
  return checks().every((check) => check.open);
}

function openNamedCheck(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
}
