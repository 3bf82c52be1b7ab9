import { EFF_WORDS } from '@romduol/shared/sealing/eff-words';

/** Guesses that a typed passphrase must withstand, as a power of ten: at a hundred a second, ten years for ten thousand machines. */
const LEAST_GUESSES = 14;
/** Words of the EFF list that need no judging: what `generatePassphrase` draws. */
const DRAWN_WORDS = 6;

export type Judgement = 'good' | 'too_weak';

/**
 * Judges a passphrase that somebody chose: six or more different words of the list are good; anything else is put to
 * zxcvbn, which is fetched only then. Nothing leaves the device.
 */
export async function judgePassphrase(passphrase: string, personal: readonly string[] = []): Promise<Judgement> {
  const words = new Set(passphrase.trim().toLowerCase().split(/\s+/));
  if (words.size >= DRAWN_WORDS && [...words].every((word) => EFF_WORDS.includes(word))) return 'good';
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const judge = new ZxcvbnFactory(
    { dictionary: { ...common.dictionary, drawn: [...EFF_WORDS] }, graphs: common.adjacencyGraphs },
    {},
  );
  return judge.check(passphrase, ['romduol', ...personal]).guessesLog10 >= LEAST_GUESSES ? 'good' : 'too_weak';
}
