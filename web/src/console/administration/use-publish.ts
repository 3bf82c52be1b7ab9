import type { SiteEditionDraft } from '../../desk/site.ts';
import { useConsole } from '../console-context.ts';
import type { Reading } from '../parts/use-reading.ts';
import type { Editions } from './site-frame.tsx';

/**
 * Signs and publishes, shows how things then stand, and answers it. Where that is refused, perhaps because a colleague was
 * quicker or one of two was taken, it is looked again, and what was typed stays.
 */
export function usePublish({ put, again }: Reading<Editions>) {
  const { acts } = useConsole();
  return async (drafts: readonly SiteEditionDraft[]): Promise<Editions> => {
    try {
      const after = await acts.publishSite(drafts);
      put(after);
      return after;
    } catch (refusal) {
      again();
      throw refusal;
    }
  };
}
