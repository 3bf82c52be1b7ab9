import { type Language, say } from '@romduol/shared/language/language';
import { formatReceipt } from '@romduol/shared/sealing/receipt';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { spellReceipt } from './spell-receipt.ts';
import { receiptWords } from './words/report.ts';

/**
 * The receipt and what it is for. With `receipt` null it is the report page's template, which the script fills: the
 * digits go into `#receipt` and, on a Khmer page, `#receipt-km`, and one by one into `#aloud`, which is what a screen reader
 * says. The buttons come out where a script can do what they say. What to do next comes into view when it has been copied.
 */
export function ReceiptCard({ language, receipt }: { readonly language: Language; readonly receipt: string | null }) {
  const words = (key: keyof typeof receiptWords): string => say(receiptWords[key], language);
  return (
    <>
      <h1 tabindex={-1}>{words('heading')}</h1>
      <p>{words('lead')}</p>
      <div class="r">
        <p id="receipt" lang="en" aria-hidden={receipt === null ? undefined : 'true'}>
          {receipt === null ? null : formatReceipt(receipt, 'latin')}
        </p>
        {language === 'km' ? (
          <p id="receipt-km" aria-hidden={receipt === null ? undefined : 'true'}>
            {receipt === null ? null : formatReceipt(receipt, 'khmer')}
          </p>
        ) : null}
        <span id="aloud" class="k">
          {receipt === null ? null : spellReceipt(formatReceipt(receipt, language === 'km' ? 'khmer' : 'latin'))}
        </span>
      </div>
      <p class="o">
        <button type="button" id="speak" class="q" hidden>
          {words('speak')}
        </button>
        <button type="button" id="print" class="q" hidden>
          {words('print')}
        </button>
      </p>
      <p>{words('use')}</p>
      <p class="n">{words('warning')}</p>
      <fieldset>
        <label>
          <input type="checkbox" /> {words('copied')}
        </label>
        <p class="a">
          {words('next')} <a href={addressOf('return', language)}>{words('back')}</a>
        </p>
      </fieldset>
    </>
  );
}

export type ReceiptPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  /** Twenty Latin digits. */
  readonly receipt: string;
};

/** What a form without script is answered with, once the report is stored. */
export function ReceiptPage({ deployment, language, receipt }: ReceiptPageProps) {
  return (
    <Layout deployment={deployment} language={language} title="receipt" place="report">
      <ReceiptCard language={language} receipt={receipt} />
    </Layout>
  );
}
