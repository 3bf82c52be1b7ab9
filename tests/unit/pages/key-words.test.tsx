import { QrCode } from '@romduol/web/pages/qr-code';
import { TextPage } from '@romduol/web/pages/text-page';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { sampleDeployment } from './sample-deployment.ts';

const BORDER = 3;

/** The drawing as rows of squares, dark or not; a square drawn twice fails. */
function squaresOf(html: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1]);
  const squares = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const path = / d="([^"]*)"/.exec(html)?.[1] ?? '';
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(length).toBe(back);
    const row = squares[Number(y)] ?? [];
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) {
      expect(row[at]).toBe(false);
      row[at] = true;
    }
  }
  return squares;
}

/** What a reader looks for in three corners: a ring of seven around a block of three. */
const isFinder = (squares: readonly boolean[][], x: number, y: number): boolean =>
  Array.from({ length: 49 }, (_, at) => [at % 7, Math.floor(at / 7)] as const).every(([across, down]) => {
    const ring = Math.max(Math.abs(across - 3), Math.abs(down - 3));
    return squares[y + down]?.[x + across] === (ring !== 2);
  });

test('a QR code’s squares are drawn once each, with its three finders and its border', () => {
  const drawn = new Set<string>();
  for (const text of [
    'a',
    'b',
    'https://report.example.org/console#invite=abc',
    sampleDeployment.fingerprint?.join(' ') ?? '',
  ]) {
    const html = render(<QrCode text={text} label="code" />);
    const squares = squaresOf(html);
    const far = squares.length - BORDER - 7;
    for (const [x, y] of [
      [BORDER, BORDER],
      [far, BORDER],
      [BORDER, far],
    ] as const) {
      expect(isFinder(squares, x, y)).toBe(true);
    }
    expect(squares.slice(0, BORDER).flat().some(Boolean)).toBe(false);
    expect(squares.some((row) => row.slice(-BORDER).some(Boolean))).toBe(false);
    drawn.add(html);
  }
  expect(drawn.size).toBe(4);
});

test('the page on safety shows the root key’s ten words and the same as a QR code, in both languages', () => {
  const words = sampleDeployment.fingerprint ?? [];
  expect(words).toHaveLength(10);
  for (const language of ['en', 'km'] as const) {
    const page = (place: 'safety' | 'next', fingerprint: readonly string[] | null = words) =>
      render(
        <TextPage deployment={{ ...sampleDeployment, fingerprint }} language={language} place={place} texts={[]} />,
      );
    const html = page('safety');
    expect(html).toContain(`<p><b lang="en">${words.join(' ')}</b></p>`);
    const code = / d="([^"]*)"/.exec(render(<QrCode text={words.join(' ')} label="" />))?.[1] ?? '-';
    expect(html).toContain(code);
    expect(html).not.toContain('style=');
    expect(page('next')).not.toContain('class="qr"');
    expect(page('safety', null)).not.toContain('class="qr"');
  }
});
