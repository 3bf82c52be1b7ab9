import { LANGUAGES } from '@romduol/shared/language/language';
import { HelpPage } from '@romduol/web/pages/help-page';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { HomePage } from '@romduol/web/pages/home-page';
import { ReceiptPage } from '@romduol/web/pages/receipt-page';
import { BLANK_SITE } from '@romduol/web/pages/site';
import { StatisticsPage } from '@romduol/web/pages/statistics-page';
import { TextPage } from '@romduol/web/pages/text-page';
import { TROUBLES, TroublePage } from '@romduol/web/pages/trouble-page';
import type { Day } from '@romduol/shared/ids';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { sampleDeployment } from './sample-deployment.ts';

describe.each(LANGUAGES)('every page (%s)', (language) => {
  const frame = { deployment: sampleDeployment, language };
  const pages: [string, VNode][] = [
    ['home', <HomePage {...frame} texts={[]} />],
    ['help', <HelpPage {...frame} numbers={BLANK_SITE.numbers} texts={[]} />],
    ['rights', <TextPage {...frame} place="rights" texts={[]} />],
    ['next', <TextPage {...frame} place="next" texts={[]} />],
    ['safety', <TextPage {...frame} place="safety" texts={[]} />],
    ['statistics', <StatisticsPage {...frame} published={[]} />],
    ['receipt', <ReceiptPage {...frame} receipt="12345678901234567890" />],
    ...TROUBLES.map((trouble): [string, VNode] => [trouble, <TroublePage {...frame} trouble={trouble} />]),
  ];

  test.each(pages)('%s has the way out, the other language, the banner and the key words', (_, page) => {
    const html = render(page);
    expect(html).toMatch(
      /<form id="leave" class="x" method="post" action="\/exit" data-to="https:\/\/weather.invalid\/"/,
    );
    const other = language === 'en' ? 'km' : 'en';
    expect(html).toMatch(
      new RegExp(`<a id="other-language" href="/${other}/[a-z]*" hreflang="${other}" lang="${other}">`),
    );
    expect(html).toContain('<aside class="d">');
    expect(html).toContain('abacus abdomen shuffle craftwork voucher unwary sprint glimmer thimble outpour');
    expect(html).toMatch(/<title>(Romduol|រំដួល)[^<]*<\/title>/);
    expect([...html.matchAll(/<h1/g)]).toHaveLength(1);
    expect(html).not.toContain('style="');
  });

  test.each(pages)('%s has no banner outside a demonstration, and no key words before there is a key', (_, page) => {
    const html = render(
      <>{{ ...page, props: { ...page.props, deployment: { ...sampleDeployment, demo: false, fingerprint: null } } }}</>,
    );
    expect(html).not.toContain('<aside');
    expect(html).not.toContain('abacus');
  });
});

test('numbers that nobody has confirmed are shown as such, and confirmed ones with their day', () => {
  const [police] = SAMPLE_HELP_NUMBERS;
  const numbers = [{ ...(police as NonNullable<typeof police>), number: '012', verified: '2026-03-01' as Day }];
  const sample = render(
    <HelpPage deployment={sampleDeployment} language="en" numbers={BLANK_SITE.numbers} texts={[]} />,
  );
  expect([...sample.matchAll(/not confirmed yet/g)]).toHaveLength(4);
  expect(sample).toContain('Sample list.');
  const confirmed = render(
    <HelpPage deployment={sampleDeployment} language="en" numbers={[{ organisation: null, numbers }]} texts={[]} />,
  );
  expect(confirmed).toContain('last checked on 1 March 2026');
  expect(confirmed).not.toContain('Sample list.');
});

test('the receipt is five groups of four, in Khmer digits as well on a Khmer page', () => {
  const draw = (language: 'en' | 'km') =>
    render(<ReceiptPage deployment={sampleDeployment} language={language} receipt="12345678901234567890" />);
  expect(draw('en')).toMatch(/<p id="receipt"[^>]*>1234 5678 9012 3456 7890<\/p>/);
  expect(draw('en')).not.toContain('receipt-km');
  expect(draw('km')).toMatch(
    /<p id="receipt"[^>]*>1234 5678 9012 3456 7890<\/p><p id="receipt-km" aria-hidden="true">១២៣៤ ៥៦៧៨ ៩០១២ ៣៤៥៦ ៧៨៩០<\/p>/,
  );
});
