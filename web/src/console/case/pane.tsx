import type { Words } from '@romduol/shared/language/language';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { paneWords } from '../messages/panes.ts';
import type { Acting } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { StepFrame } from './step-frame.tsx';

type Props = {
  readonly title: string;
  /** What recording will do. */
  readonly does: string;
  readonly acting: Acting<[]>;
  /** What the button says; null where the pane has buttons of its own. */
  readonly action?: Words | null;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
};

/** A pane with one form: the way back, its heading, which takes the focus, and the form. */
export function Pane({ title, ...form }: Props) {
  const say = useSay();
  const { close } = useCaseWork();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="pane">
      <p class="trail">
        <button type="button" class="quiet" onClick={close}>
          ← {say(paneWords.back)}
        </button>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <StepFrame {...form} />
    </div>
  );
}
