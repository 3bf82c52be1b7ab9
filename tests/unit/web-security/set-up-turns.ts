import { makeStanding } from '@romduol/server/web-security/standing';
import { type EndTurn, makeTurns } from '@romduol/server/web-security/turns';
import { manualTimer } from './manual-timer.ts';

type Setting = { readonly places?: number; readonly room?: number; readonly weight?: number };

/** Turns on time that stands still, and a record of who had them. */
export function setUp({ places = 2, room = 100, weight = 1 }: Setting = {}) {
  const timer = manualTimer();
  const standing = makeStanding(timer);
  const turns = makeTurns({ places, room, weight, standing, timer });
  const had: string[] = [];
  const refused: string[] = [];
  const open: { readonly tag: string; readonly end: EndTurn }[] = [];
  const ask = async (tag: string, name = tag, gone?: AbortSignal): Promise<void> => {
    const line = gone && {
      isBroken: () => gone.aborted,
      onBreak(tell: () => void) {
        gone.addEventListener('abort', tell);
        return () => gone.removeEventListener('abort', tell);
      },
    };
    const end = await turns.take({ tag, line });
    if (end === null) refused.push(name);
    else {
      had.push(name);
      open.push({ tag, end });
    }
  };
  /** Ends the longest turn under way. */
  const endOne = async (): Promise<void> => {
    open.shift()?.end();
    await settled();
  };
  return { timer, standing, turns, had, refused, open, ask, endOne };
}

/** Promises that were kept are heard of. */
export const settled = async (): Promise<void> => {
  for (let step = 0; step < 5; step += 1) await Promise.resolve();
};
