import type { MemberId } from '@romduol/shared/ids';

/** Who has how many streams open in this process. */
export function makeSeats(most: number) {
  const taken = new Map<MemberId, number>();
  return {
    /** Answers how to give the seat up, which may be called twice; null when the member has as many as they may. */
    take(member: MemberId): (() => void) | null {
      const now = taken.get(member) ?? 0;
      if (now >= most) return null;
      taken.set(member, now + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        const left = (taken.get(member) ?? 1) - 1;
        if (left === 0) taken.delete(member);
        else taken.set(member, left);
      };
    },
  };
}
