import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useConsoleIfOpen } from '../console-context.ts';
import { Refusal } from '../desk-line.ts';
import { shellWords } from '../messages/shell.ts';
import { sayRefusal } from '../messages/refusals.ts';
import { useLanguage, useSay } from '../words.tsx';

/** A refusal in words, beside what was refused. Nothing when there is none. */
export function Trouble({ refusal, onRetry }: { readonly refusal: unknown; readonly onRetry?: () => void }) {
  const language = useLanguage();
  const say = useSay();
  const open = useConsoleIfOpen();
  const unconfirmed = refusal instanceof Refusal && refusal.code === 'keyring_unconfirmed';
  // The changes to confirm stand above every screen, once the frame knows of them.
  useEffect(() => {
    if (unconfirmed) void open?.acts.look().then(open.refresh);
  }, [unconfirmed]);
  if (refusal === null || refusal === undefined) return null;
  return (
    <div class="trouble" role="alert">
      <p>{sayRefusal(refusal, language)}</p>
      {onRetry === undefined ? null : (
        <button type="button" class="quiet" onClick={onRetry}>
          {say(shellWords.retry)}
        </button>
      )}
    </div>
  );
}

/** Shown while something is read or worked out; said aloud once. */
export function Waiting({ children }: { readonly children: ComponentChildren }) {
  return (
    <output class="waiting">
      <span class="spinner" aria-hidden="true" />
      {children}
    </output>
  );
}

/** A screen's heading, which takes the focus when the screen opens, so that reading begins there. */
export function ScreenHeading({
  children,
  focus = true,
}: {
  readonly children: ComponentChildren;
  readonly focus?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
