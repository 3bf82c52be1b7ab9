/** Which file a form of the return page asks for: of which message of the team, and the how manieth of it. */
export const nameOfFile = ({ counter }: { readonly counter: number }, { place }: { readonly place: number }): string =>
  `${counter}.${place}`;
