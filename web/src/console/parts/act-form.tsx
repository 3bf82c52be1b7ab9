import type { ComponentChildren } from 'preact';
import type { Acting } from './use-act.ts';

/** A form that does one act of the desk; what is missing it says itself, not the browser. */
export function ActForm(props: {
  readonly acting: Acting<[]>;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      class={props.class}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void props.acting.run();
      }}
    >
      {props.children}
    </form>
  );
}
