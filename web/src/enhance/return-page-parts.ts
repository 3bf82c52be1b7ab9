import type { AskProblem } from '../pages/return-erased.tsx';

/** Milliseconds. */
const PATIENCE = 60_000;

/** Null where there is no connection. */
export async function post(path: string, body: string): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout?.(PATIENCE),
    });
  } catch {
    return null;
  }
}

export function tell(progress: 'waiting' | 'sending' | 'dropped' | null): void {
  const place = document.getElementById('progress');
  if (place !== null) place.textContent = progress === null ? '' : (place.dataset[progress] ?? '');
}

export function showProblem(problem: AskProblem | null): void {
  const box = document.getElementById('errors');
  const link = box?.querySelector('a');
  const field = document.getElementById('number');
  if (!box || !link) return;
  link.textContent = problem === null ? '' : (box.dataset[problem] ?? '');
  box.hidden = problem === null;
  if (problem === 'bad_receipt') field?.setAttribute('aria-invalid', 'true');
  else field?.removeAttribute('aria-invalid');
  if (problem !== null) box.focus();
}
