import type { SealedReport } from '@romduol/shared/api/reports';
import type { Day, TeamId } from '@romduol/shared/ids';
import type { Language } from '@romduol/shared/language/language';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { Deployment } from '@romduol/web/pages/deployment';
import type { HelpNumber } from '@romduol/web/pages/help-numbers';
import type { ReturnAsk, ReturnTask, ReturnTold } from '../conversation/return-messages.ts';
import type { ReportSite } from '@romduol/web/pages/site';
import type { AnnouncedFile } from '../attachments/store.ts';
import type { Encoding } from '../pages/compress.ts';
import type { SealedChunk } from './seal-files.ts';

/** Everything a form thread needs to know beside the form. Holds no keys: those of one team are asked for. */
export type FormTask = {
  readonly contentType: string;
  readonly language: Language;
  readonly encoding: Encoding;
  readonly today: Day;
  readonly keyring: Keyring;
  readonly deployment: Deployment;
  readonly numbers: readonly HelpNumber[];
  readonly site: ReportSite;
};

/** To the thread, in this order. Each chunk is answered by a credit: that is the back-pressure. */
export type ToFormThread =
  | { readonly kind: 'task'; readonly task: FormTask }
  /** The same for a form of the return page. */
  | { readonly kind: 'return'; readonly task: ReturnTask }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }
  /** The sealed chunk that it handed out last is durable. */
  | { readonly kind: 'kept' }
  /** KEM keys of everybody who reads the team's reports. */
  | { readonly kind: 'keys'; readonly keys: readonly Uint8Array[] }
  /** The row is durable: now the receipt may be shown. */
  | { readonly kind: 'stored' }
  /** The next piece of the file that is asked for may come. */
  | { readonly kind: 'more' }
  /** Answers what a form of the return page asked for. */
  | { readonly kind: 'told'; readonly told: ReturnTold };

/** A report as it comes out, with the files that belong to it; their chunks are stored already. */
export type SealedForm = {
  readonly report: SealedReport;
  readonly files: readonly AnnouncedFile[];
  /** H(32, PAE(…upload, token)). */
  readonly check: Uint8Array;
};

/**
 * From the thread. Only sealed reports and files, drawn pages and files for whoever has the receipt, and the team, which the
 * stored report shows anyway, come out.
 */
export type FromFormThread =
  | { readonly kind: 'credit' }
  | {
      readonly kind: 'team';
      readonly team: TeamId;
      /** The field that nobody sees was filled in. */
      readonly trapped: boolean;
    }
  | { readonly kind: 'ask'; readonly ask: ReturnAsk }
  | ({ readonly kind: 'file' } & SealedChunk)
  | ({ readonly kind: 'sealed' } & SealedForm)
  /** A file that whoever has the receipt asked for: its name, and its length in bytes. Its pieces follow, each when asked. */
  | { readonly kind: 'download'; readonly name: string; readonly length: number }
  /** Opened and verified; null after the last. */
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> | null }
  | {
      readonly kind: 'page';
      readonly status: 200 | 422;
      readonly encoding: Encoding;
      readonly html: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'refused'; readonly trouble: 'malformed' | 'too_large' };

/** How many chunks may be on their way to a thread at once. */
export const CREDITS = 4;
