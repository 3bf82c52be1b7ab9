import deskWorker from './desk-worker.ts?worker&url';
import practiceWorker from '../practice/practice-worker.ts?worker&url';
import pdfWorker from './pdf/pdf-worker.ts?worker&url';

/** The console's workers: the desk, which holds the keys; what draws a PDF, and practice, which hold none. */
const ADDRESSES = { desk: deskWorker, pdf: pdfWorker, practice: practiceWorker } as const;

// Under Trusted Types a worker's address is a script URL: this policy passes these constants and nothing else.
const policy = window.trustedTypes?.createPolicy('romduol-worker', {
  createScriptURL(url) {
    if (!Object.values(ADDRESSES).includes(url)) throw new TypeError('not a script of ours');
    return url;
  },
});

export function startWorker(which: keyof typeof ADDRESSES): Worker {
  const address = policy?.createScriptURL(ADDRESSES[which]) ?? ADDRESSES[which];
  // The types of the platform do not yet say that a worker takes a trusted address.
  return new Worker(address as string, { type: 'module' });
}
