import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

export type Choice = { readonly code: string; readonly label: string; readonly hint?: string | null };

type FieldFrame = {
  readonly label: string;
  readonly hint?: string | null | undefined;
  /** What is wrong with what was given, in words. */
  readonly problem?: string | null | undefined;
};

function describedBy(
  id: string,
  { hint, problem }: FieldFrame,
): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const ids = [hint ? `${id}-hint` : null, problem ? `${id}-problem` : null].filter((one) => one !== null);
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(problem ? { 'aria-invalid': 'true' as const } : {}),
  };
}

function Notes({ id, hint, problem }: { readonly id: string } & Omit<FieldFrame, 'label'>) {
  return (
    <>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p class="wrong" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </>
  );
}

type TextType = 'text' | 'password' | 'date' | 'search';

type TextProps = FieldFrame & {
  readonly value: string;
  onInput(value: string): void;
  readonly type?: TextType;
  readonly autoComplete?: string;
  readonly name?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly spellCheck?: boolean;
  readonly lang?: string;
  readonly placeholder?: string;
};

export function TextField(props: TextProps) {
  const id = useId();
  const { label, hint, problem, onInput, type = 'text', ...input } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Notes id={id} hint={hint} problem={problem} />
      <TypedInput
        {...input}
        type={type}
        id={id}
        {...describedBy(id, props)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** The types know which attributes go with which type of input, so each is written out. */
function TypedInput({
  type,
  ...rest
}: { readonly type: TextType } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const attributes = rest as object;
  switch (type) {
    case 'text':
      return <input type="text" {...attributes} />;
    case 'password':
      return <input type="password" {...attributes} />;
    case 'date':
      return <input type="date" {...attributes} />;
    case 'search':
      return <input type="search" {...attributes} />;
  }
}

export function LongTextField(
  props: FieldFrame & {
    readonly value: string;
    onInput(value: string): void;
    readonly rows?: number;
    readonly lang?: string;
    readonly maxLength?: number;
    readonly autoComplete?: string;
    readonly spellCheck?: boolean;
    /** Control and Enter. */
    onFinish?(): void;
  },
) {
  const id = useId();
  const { label, hint, problem, onInput, onFinish, rows = 4, ...input } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Notes id={id} hint={hint} problem={problem} />
      <textarea
        {...input}
        rows={rows}
        id={id}
        {...describedBy(id, props)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onFinish?.();
        }}
      />
    </div>
  );
}

/** One of many, folded away. `empty` is the line that stands for no choice; without it something is always chosen. */
export function SelectField(
  props: FieldFrame & {
    readonly value: string;
    readonly choices: readonly Choice[];
    readonly empty?: string;
    onChoose(code: string): void;
  },
) {
  const id = useId();
  const { label, hint, problem, choices, empty, value, onChoose } = props;
  const chosenHint = choices.find(({ code }) => code === value)?.hint;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Notes id={id} hint={hint} problem={problem} />
      <select
        id={id}
        value={value}
        {...describedBy(id, props)}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map(({ code, label: name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {chosenHint ? <p class="definition">{chosenHint}</p> : null}
    </div>
  );
}

/** A few choices, all in view. */
export function ChoiceField(
  props: FieldFrame & {
    readonly choices: readonly Choice[];
    readonly chosen: readonly string[];
    readonly many?: boolean;
    onChoose(codes: string[]): void;
  },
) {
  const id = useId();
  const { label, hint, problem, choices, chosen, many = false, onChoose } = props;
  const choose = (code: string, checked: boolean): void => {
    if (!many) onChoose([code]);
    else onChoose(choices.map((one) => one.code).filter((one) => (one === code ? checked : chosen.includes(one))));
  };
  return (
    <fieldset class="field choices" {...describedBy(id, props)}>
      <legend>{label}</legend>
      <Notes id={id} hint={hint} problem={problem} />
      <div class="options">
        {choices.map(({ code, label: name, hint: note }) => (
          <label key={code} class="option">
            <input
              type={many ? 'checkbox' : 'radio'}
              name={id}
              value={code}
              checked={chosen.includes(code)}
              onChange={(event) => choose(code, event.currentTarget.checked)}
            />
            <span>
              {name}
              {note ? <small>{note}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CheckField(props: {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label class="option check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}
