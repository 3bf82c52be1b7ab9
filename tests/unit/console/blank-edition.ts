/** A first edition that says nothing yet: what it says is added. */
export const BLANK_EDITION = {
  number: 1,
  text: null,
  numbers: null,
  retention: null,
  reception: null,
  vouchedFor: true,
} as const;
