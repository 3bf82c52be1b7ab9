import type { PageProblem } from '../pages/form-fields.ts';

// Problems are shown just as the server shows them: a summary on top with links, words at the field, the field marked.

/** What `describe` added, so that it can be taken away again. */
const MARK = 'mark';

export function hideProblems(): void {
  document.getElementById('errors')?.setAttribute('hidden', '');
  for (const mark of document.querySelectorAll(`.${MARK}`)) mark.remove();
  for (const field of document.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

function markField(field: HTMLElement, words: string): void {
  const mark = document.createElement('p');
  mark.className = `w ${MARK}`;
  mark.id = `${field.id}-e`;
  mark.textContent = words;
  const described = field.getAttribute('aria-describedby') ?? '';
  if (!described.includes(mark.id)) field.setAttribute('aria-describedby', `${described} ${mark.id}`.trim());
  field.removeAttribute('hidden');
  if (field.matches('fieldset')) {
    (field.querySelector('label') ?? field).before(mark);
  } else {
    field.setAttribute('aria-invalid', 'true');
    field.before(mark);
  }
  const section = field.closest('details');
  if (section !== null) section.open = true;
}

export function showProblems(problems: readonly PageProblem[]): void {
  const summary = document.getElementById('errors');
  const list = summary?.querySelector('ul');
  if (!summary || !list) return;
  const links = problems.map(({ question, code, max }) => {
    const words = summary.dataset[code]?.replace('{max}', String(max)) ?? '';
    const field = document.getElementById(question);
    const asked = field?.querySelector('legend') ?? document.querySelector(`label[for="${question}"]`);
    if (field !== null) markField(field, words);
    const item = document.createElement('li');
    const link = item.appendChild(document.createElement('a'));
    link.href = `#${question}`;
    link.textContent = asked ? `${asked.textContent} – ${words}` : words;
    return item;
  });
  list.textContent = '';
  list.append(...links);
  summary.hidden = false;
  summary.focus();
}
