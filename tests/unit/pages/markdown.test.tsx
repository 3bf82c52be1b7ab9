import { Blocks } from '@romduol/web/pages/blocks';
import { readMarkdown, safeHref } from '@romduol/web/pages/markdown';
import { BUILT_IN } from '@romduol/web/pages/texts/built-in';
import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';

const draw = (text: string): string => render(<Blocks blocks={readMarkdown(text, '/km/')} level={2} />);

const ALLOWED = new Set(['p', 'b', 'em', 'br', 'a', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Everything in the output that is not one of our own elements with our own attributes. */
function foreignIn(html: string): string[] {
  return [...html.matchAll(/<\/?([^\s/>]*)([^>]*)>/g)]
    .filter(([, name = '', rest = '']) => {
      if (!ALLOWED.has(name)) return true;
      if (name === 'a')
        return rest !== '' && !/^ href="(?:\/[^"]*|https?:[^"]*|tel:\+?[\d-]*)" rel="noreferrer"$/.test(rest);
      return !/^(?: start="\d+"|\/)?$/.test(rest);
    })
    .map(([whole]) => whole);
}

describe('Markdown', () => {
  test('becomes headings, paragraphs, emphasis, lists, quotations and links', () => {
    const html = draw('# One\n\nA *b* **c** [d](help)\n\n## Two\n\n- e\n- f\n\n3. g\n4. h\n\n> i\n\nj  \nk');
    expect(html).toBe(
      '<h2>One</h2><p>A <em>b</em> <b>c</b> <a href="/km/help" rel="noreferrer">d</a></p><h3>Two</h3>' +
        '<ul><li>e</li><li>f</li></ul><ol start="3"><li>g</li><li>h</li></ol><blockquote><p>i</p></blockquote><p>j<br/>k</p>',
    );
  });

  test('never skips a level of heading, whatever the text begins with', () => {
    expect(draw('### A\n\n# B\n\n### C\n\n## D')).toBe('<h2>A</h2><h2>B</h2><h3>C</h3><h3>D</h3>');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }), (depths) => {
        const levels = [...draw(depths.map((depth) => `${'#'.repeat(depth)} x`).join('\n\n')).matchAll(/<h(\d)/g)];
        let before = 1;
        for (const [, level] of levels) {
          expect(Number(level)).toBeLessThanOrEqual(before + 1);
          expect(Number(level)).toBeGreaterThan(1);
          before = Number(level);
        }
      }),
    );
  });

  test('shows everything else as the text that it is', () => {
    for (const text of [
      '<script>alert(1)</script>',
      '<b>not bold</b>',
      'a <img src=x onerror=alert(1)> b',
      '<!-- hidden -->',
      '![picture](https://example.org/x.png)',
      '`code`',
      '[x]: https://example.org',
      '    indented',
      '<style>*{display:none}</style>',
    ]) {
      const html = draw(text);
      expect(foreignIn(html)).toEqual([]);
      const shown = html
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      expect(shown).toBe(text.trim());
    }
  });

  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '\\',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '- ',
    '1. ',
    '> ',
    '\n',
    '\n\n',
    ' ',
    '<script>',
    '</script>',
    '<svg/onload=x>',
    'javascript:',
    'data:text/html,',
    'vbscript:',
    '&#106;avascript:',
    '&colon;',
    'java\tscript:',
    '\u0000',
    '\u0001',
    '\u202e',
    'ក្ដី',
    'x',
    '[x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '//evil.example',
    '[x](<java\nscript:1>)',
    '[x][y]',
    '[y]: javascript:1 "t"',
    '<a href="javascript:1" onclick=x>',
    'https://',
    'tel:',
    '@',
  );

  test('never makes an element, an attribute or an address that is not ours', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(foreignIn(draw(parts.join('')))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(foreignIn(draw(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['>', '1. ', '- ', '[', '*a ', '![', '<', '`', '> - ', '#'])(
    '%j, thousands of times, is only text',
    (mark) => {
      const began = performance.now();
      expect(foreignIn(draw(`${mark.repeat(8_000)}x`))).toEqual([]);
      expect(performance.now() - began).toBeLessThan(5_000);
    },
  );

  test('finds no mark left over in what is built in', () => {
    for (const words of Object.values(BUILT_IN)) {
      for (const text of Object.values(words)) {
        expect(draw(text).replaceAll(/<[^>]*>/g, '')).not.toMatch(/\*\*|\]\(|^#/m);
      }
    }
  });
});

describe('a link', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org/'],
    ['help', '/km/help'],
    ['../en/help', '/en/help'],
    ['/en/rights#x', '/en/rights#x'],
    ['#x', '/km/#x'],
    ['//example.org/x', 'https://example.org/x'],
    ['tel:+85512345678', 'tel:+85512345678'],
  ])('to %s leads to %s', (href, to) => {
    expect(safeHref(href, '/km/')).toBe(to);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    'mailto:a@example.org',
    'tel:117;phone-context=x',
    'https://romduol.example@evil.example/',
    'https://user:word@evil.example/',
    '',
    ' ',
  ])('to %j leads nowhere', (href) => {
    expect(safeHref(href, '/km/')).toBeNull();
  });

  test('is http, https, tel or ours, whatever the address', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc
        .tuple(fc.constantFrom('javascript:', 'data:', 'JAVASCRIPT:', '\\\\', '/\\', '//', '\t/'), fc.string())
        .map((p) => p.join('')),
    );
    fc.assert(
      fc.property(odd, (href) => {
        const safe = safeHref(href, '/en/');
        if (safe === null) return;
        const { protocol, origin } = new URL(safe, 'https://site.invalid/en/');
        expect(['http:', 'https:', 'tel:']).toContain(protocol);
        expect(origin === 'https://site.invalid').toBe(safe.startsWith('/'));
      }),
      { numRuns: 2_000 },
    );
  });
});
