// Built as a worker is, whole and apart: what two scripts share would be one more file for every page to fetch.
import { LATCH } from '../pages/latch.ts';
import inApp from './in-app.ts?worker&url';

// Leaving quickly, on every public page. Without this script the same button posts the same form.

const PRESSES = 3;
/** Between two presses; whoever rests longer did not mean it. */
const PAUSE_MS = 5_000;

const settings = (): DOMStringMap => document.getElementById('leave')?.dataset ?? {};

/** Leaves nothing to see, and nothing for the browser's memory to keep: resetting would bring back what the server drew. */
function wipe(): void {
  document.documentElement.textContent = '';
}

/**
 * Sets the latch that keeps "Back" from returning: here, so that nobody is quicker, and by the server's answer, which takes the
 * place of ours, for browsers that keep no script's cookies. The request outlives the page.
 */
function latch(): void {
  document.cookie = LATCH;
  // Some browsers inside other apps send no beacons.
  if (navigator.sendBeacon?.('/exit') !== true) void fetch('/exit', { method: 'POST', keepalive: true });
}

function leave(): void {
  const { to = '/' } = settings();
  document.title = '';
  wipe();
  latch();
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
addEventListener('pagehide', wipe);
addEventListener('pageshow', (event) => {
  if (event.persisted) location.replace(location.pathname);
});

/** Browsers inside other apps: Android says so, but for Telegram, which names itself; Apple's leave the browser's name out. */
const IN_APP = /; wv\)|Telegram|(iPhone|iPad)(?!.*Safari\/)/;
if (IN_APP.test(navigator.userAgent)) {
  import(/* @vite-ignore */ inApp).catch(() => undefined);
}
