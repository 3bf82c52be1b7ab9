import { spellReceipt } from '../pages/spell-receipt.ts';

/**
 * Spells the receipt for screen readers, and brings out the receipt's two buttons: reading the digits aloud, where this
 * device has a voice of its own for the page's language, and printing the card. A voice that lives on somebody's server
 * would be told the number: it is not used.
 */
export function offerAloud(): void {
  const speak = document.getElementById('speak');
  const print = document.getElementById('print');
  const spelled = document.getElementById('aloud');
  print?.removeAttribute('hidden');
  print?.addEventListener('click', () => window.print());
  const { lang } = document.documentElement;
  const lines = document.querySelectorAll('.r p');
  const last = lines[lines.length - 1]?.textContent ?? '';
  if (spelled !== null) spelled.textContent = spellReceipt(last);
  // Only now: until it is spelled the digits themselves must be heard.
  for (const line of lines) line.setAttribute('aria-hidden', 'true');
  if (speak === null || spelled === null || !('speechSynthesis' in window)) return;

  const voice = (): SpeechSynthesisVoice | undefined =>
    speechSynthesis.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(lang));
  const offer = (): void => {
    speak.hidden = voice() === undefined;
  };
  offer();
  // Browsers load their voices after the page.
  speechSynthesis.addEventListener('voiceschanged', offer);
  addEventListener('pagehide', () => speechSynthesis.cancel());
  speak.addEventListener('click', () => {
    const chosen = voice();
    if (chosen === undefined) return;
    const words = new SpeechSynthesisUtterance(spelled.textContent);
    words.voice = chosen;
    words.lang = chosen.lang;
    words.rate = 0.7;
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  });
}
