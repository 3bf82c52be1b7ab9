/**
 * A receipt as it is shown, in groups, digit by digit with a rest after each group: a voice would make a number of
 * thousands out of four digits.
 */
export const spellReceipt = (shown: string): string =>
  shown
    .split(' ')
    .map((group) => [...group].join(' '))
    .join(', ');
