/**
 * Keeps what is being written in this tab (session storage) until it is sent or thrown away, brings it back
 * into an empty form, and makes a second press of the same button do nothing. The pages work without it.
 */
type Draft = Record<string, string>;

const place = 'tuntas.draft';
const words = 'textarea, input[type=text], input[type=tel], input:not([type]), select';

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  const all = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(words);
  return [...all].filter((field) => field.name !== '');
}

// A browser that forbids storage throws; then there is no draft, and nothing else changes.
function read(): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Draft;
  } catch {
    return {};
  }
}

function write(draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(draft));
  } catch {}
}

function keep(form: HTMLFormElement): void {
  const draft = read();
  for (const field of fieldsOf(form)) draft[field.name] = field.value;
  write(draft);
}

/** Only into a form that came empty: what the server gave back is newer than any draft. */
function restore(form: HTMLFormElement): boolean {
  const story = form.querySelector<HTMLTextAreaElement>('[name=text]');
  const draft = read();
  if (story === null || story.value !== '' || !draft.text) return false;
  for (const field of fieldsOf(form)) {
    const kept = draft[field.name];
    if (kept !== undefined && field.value === '') field.value = kept;
  }
  return true;
}

function watch(form: HTMLFormElement): void {
  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form), 300) as unknown as number;
  });
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') {
      event.preventDefault();
      return;
    }
    keep(form);
    form.dataset.sent = 'yes';
    const button = (event as SubmitEvent).submitter;
    if (button instanceof HTMLElement && button.dataset.sending) button.textContent = button.dataset.sending;
    button?.setAttribute('aria-disabled', 'true');
  });
  // Back from the next page: the form may be used again.
  addEventListener('pageshow', () => {
    delete form.dataset.sent;
    const button = form.querySelector<HTMLElement>('[data-sending][aria-disabled]');
    if (button !== null && form.dataset.label) button.textContent = form.dataset.label;
    for (const one of form.querySelectorAll('[aria-disabled]')) one.removeAttribute('aria-disabled');
  });
}

const form = document.querySelector<HTMLFormElement>('form[data-draft]');
if (form !== null) {
  form.dataset.label = form.querySelector('[data-sending]')?.textContent ?? '';
  const restored = restore(form);
  const note = form.querySelector<HTMLElement>('[data-restored]');
  if (restored && note !== null) note.hidden = false;
  form.querySelector('[data-forget]')?.addEventListener('click', () => {
    write(null);
    for (const field of fieldsOf(form)) field.value = '';
    if (note !== null) note.hidden = true;
    form.querySelector<HTMLElement>('[name=text]')?.focus();
  });
  watch(form);
}
if (document.querySelector('[data-sent]') !== null) write(null);
document.getElementById('ringkas')?.focus();
