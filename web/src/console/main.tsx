import { render } from 'preact';
import '../styles/console.css';
import '../styles/charts.css';
import '../styles/site.css';
import '../styles/posters.css';
import '../styles/practice.css';
import { App } from './app.tsx';
import { makeSession } from './session/session.ts';
import { startDesk, startPractice } from './start-desk.ts';

const ARRIVAL = /^#(?:found=([\w-]{1,64})|invite=(.{1,200}))$/;

/** The secret of a one-time link, taken out of the address at once: it must not stay in the history or on a screenshot. */
function takeArrival(): { readonly founding?: string; readonly invitation?: string } {
  const [, founding, invitation] = ARRIVAL.exec(location.hash) ?? [];
  if (founding === undefined && invitation === undefined) return {};
  history.replaceState(null, '', location.pathname);
  return founding === undefined ? { invitation: invitation ?? '' } : { founding };
}

/** Browsers print the address at the edge of the paper: a letter must not tell the case that it was written in. */
function hideAddressInPrint(): void {
  let hidden = '';
  addEventListener('beforeprint', () => {
    hidden = location.hash;
    history.replaceState(history.state, '', location.pathname);
  });
  addEventListener('afterprint', () => {
    // Whoever went elsewhere meanwhile stays there.
    if (location.hash === '') history.replaceState(history.state, '', location.pathname + hidden);
  });
}

const root = document.getElementById('console');
if (root !== null) {
  const session = makeSession(startDesk, startPractice, takeArrival());
  hideAddressInPrint();
  root.replaceChildren();
  render(<App session={session} />, root);
  // A page brought back whole from the browser's memory would show what stood on it when it was left.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
