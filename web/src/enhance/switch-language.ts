type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A file field takes its files only from a transfer. */
function keepFiles(field: HTMLInputElement, chosen: readonly FormDataEntryValue[]): void {
  const transfer = new DataTransfer();
  for (const file of chosen) if (file instanceof File && file.name !== '') transfer.items.add(file);
  field.files = transfer.files;
}

/** Puts the fields of one form into another that has the same questions. */
function refill(form: HTMLFormElement, typed: FormData): void {
  for (const control of form.elements as unknown as Iterable<Control>) {
    const values = typed.getAll(control.name).map(String);
    if (values.length === 0) continue;
    if (control.type === 'file') {
      keepFiles(control as HTMLInputElement, typed.getAll(control.name));
      continue;
    }
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      control.checked = values.includes(control.value);
      if (!control.checked) continue;
    } else [control.value = ''] = values;
    const section = control.closest('details');
    if (section !== null && control.value !== '') section.open = true;
  }
}

/**
 * The same page in the other language with everything typed still in it. The page comes as a document, so that nothing is
 * parsed from text here, and only its body is taken: the script and styles that run already are the same ones.
 */
export async function switchLanguage(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('#report');
  const address = document.querySelector<HTMLAnchorElement>('#other-language')?.href ?? '';
  if (form === null) return;
  const page = await new Promise<Document>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const answered = request.response as Document | null;
      // A page of trouble, or one that takes no reports any more, has no room for what was typed.
      if (answered?.querySelector('#report')) resolve(answered);
      else reject(new Error('no page'));
    });
    request.addEventListener('error', () => reject(new Error('no connection')));
    request.send();
  });
  const typed = new FormData(form);
  const recorded = document.getElementById('recorder')?.hidden === false;
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  history.replaceState(null, '', address);
  document.body.replaceWith(document.adoptNode(page.body));
  document.getElementById('bare')?.setAttribute('hidden', '');
  const shown = ['sealed', 'shift', ...(recorded ? ['recorder'] : [])];
  for (const id of shown) document.getElementById(id)?.removeAttribute('hidden');
  const other = document.querySelector<HTMLFormElement>('#report');
  if (other !== null) refill(other, typed);
  document.getElementById('other-language')?.focus();
}
