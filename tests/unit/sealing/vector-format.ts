export type Format<Inputs, Sealed> = {
  readonly inputs: Inputs;
  make(inputs: Inputs): Sealed;
  /** Whatever opening gives, comparable. Throws when it does not open. */
  open(sealed: Sealed, inputs: Inputs): unknown;
};

export const format = <Inputs, Sealed>(definition: Format<Inputs, Sealed>): Format<unknown, unknown> =>
  definition as Format<unknown, unknown>;
