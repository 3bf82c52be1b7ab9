import { render } from 'preact';
import '../styles/console.css';
import '../styles/charts.css';
import '../styles/site.css';
import { App } from './app.tsx';
import { makeSession } from './session/session.ts';
import { startDesk } from './start-desk.ts';

const FOUNDING = /^#found=([\w-]{1,64})$/;

/** The one-time link's token, taken out of the address at once: it must not stay in the history or on a screenshot. */
function takeFoundingToken(): string | null {
  const token = FOUNDING.exec(location.hash)?.[1] ?? null;
  if (token !== null) history.replaceState(null, '', location.pathname);
  return token;
}

const root = document.getElementById('console');
if (root !== null) {
  const session = makeSession(startDesk, takeFoundingToken());
  root.replaceChildren();
  render(<App session={session} />, root);
  // A page brought back whole from the browser's memory would show what stood on it when it was left.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
