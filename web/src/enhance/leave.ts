// Leaving quickly, on every public page. Without this script the same button posts the same form.

const PRESSES = 3;
/** Between two presses; whoever rests longer did not mean it. */
const PAUSE_MS = 5_000;

const settings = (): DOMStringMap => document.getElementById('leave')?.dataset ?? {};

function leave(): void {
  const { to = '/' } = settings();
  for (const form of document.forms) form.reset();
  document.title = '';
  document.documentElement.replaceChildren();
  // The answer sets the latch that keeps "Back" from returning; the beacon outlives the page.
  navigator.sendBeacon('/exit');
  location.replace(to);
}

document.addEventListener('submit', (event) => {
  if ((event.target as Element).id !== 'leave') return;
  event.preventDefault();
  leave();
});

let presses = 0;
let last = 0;
addEventListener('keydown', (event) => {
  if (event.repeat) return;
  if (event.key !== 'Shift') presses = 0;
  else presses = event.timeStamp - last > PAUSE_MS ? 1 : presses + 1;
  last = event.timeStamp;
  const word = settings()['words']?.split('|')[presses - 1];
  const status = document.getElementById('shift');
  if (presses === PRESSES) leave();
  else if (status !== null && word !== undefined) status.textContent = word;
});
document.getElementById('shift')?.removeAttribute('hidden');

// A page must not come back from the browser's memory with what was typed or shown on it.
addEventListener('pagehide', () => {
  for (const form of document.forms) form.reset();
  for (const shown of document.querySelectorAll('.r p')) shown.textContent = '';
});
addEventListener('pageshow', (event) => {
  if (event.persisted) location.replace(location.pathname);
});
