import type { Language } from '@romduol/shared/language/language';
import { type ComponentChildren, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LanguageProvider } from '../words.tsx';

/** An address of ours as a document that has none would need it. */
const whole = (address: string | undefined): string => new URL(address ?? '', location.origin).href;

const given = (): DOMStringMap => document.getElementById('console')?.dataset ?? {};
export const pageIcon = (): string => whole(given()['icon']);

/**
 * What a public page will show: its own components under its own style sheet, in a document in which no script can run.
 */
export function PagePreview({
  language,
  label,
  children,
}: {
  readonly language: Language;
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [address, setAddress] = useState<string>();
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    const style = whole(given()['pageStyle']);
    const shell = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Romduol</title><link rel="stylesheet" href="${style}"><body><main></main>`;
    const made = URL.createObjectURL(new Blob([shell], { type: 'text/html' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [language]);
  useEffect(() => {
    const main = frame.current?.contentDocument?.querySelector('main');
    if (loaded > 0 && main) render(<LanguageProvider value={language}>{children}</LanguageProvider>, main);
  }, [children, loaded, language]);
  return (
    <iframe
      ref={frame}
      class="page-preview"
      title={label}
      lang={language}
      sandbox="allow-same-origin"
      src={address}
      onLoad={() => setLoaded((n) => n + 1)}
    />
  );
}
