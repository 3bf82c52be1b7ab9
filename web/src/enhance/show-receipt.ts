import type { Sealed } from './messages.ts';
import { offerAloud } from './receipt-aloud.ts';

/** Puts the receipt in the form's place, and with the form what was typed goes. Offers to hear it read. */
export function showReceipt({ latin, khmer }: Sealed): void {
  const main = document.querySelector('main');
  const template = document.querySelector<HTMLTemplateElement>('#sent');
  document.title = document.getElementById('progress')?.dataset['title'] ?? '';
  if (main === null || template === null) return;
  const card = template.content.cloneNode(true) as DocumentFragment;
  const digits = [latin, khmer];
  card.querySelectorAll('.r p').forEach((line, at) => {
    line.textContent = digits[at] ?? '';
  });
  // What was typed goes with the form.
  main.textContent = '';
  main.append(card);
  main.querySelector('h1')?.focus();
  scrollTo(0, 0);
  offerAloud();
}
