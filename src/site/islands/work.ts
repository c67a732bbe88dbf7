/**
 * Where too many asked from one place: lets this browser solve the puzzle of the page, puts the proof into the form
 * and says that its button may be pressed again. Without it one waits for as long as the page says.
 */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const rules = {
  createScriptURL(url: string): string {
    if (!url.startsWith('/aset/solver')) throw new TypeError('this is not the solver');
    return url;
  },
};

function work(note: HTMLElement): void {
  const field = note.querySelector<HTMLInputElement>('[name=work]');
  const working = note.querySelector('p');
  const done = note.querySelector<HTMLElement>('p + p');
  if (field === null || working === null || done === null) return;
  const source = (policies?.createPolicy('tuntas-solver', rules) ?? rules).createScriptURL(
    note.dataset.solver ?? '',
  );
  const thread = new Worker(source, { type: 'module' });
  thread.onmessage = (event: MessageEvent<string>) => {
    field.value = event.data;
    working.hidden = true;
    done.hidden = false;
    thread.terminate();
  };
  // Without a thread one waits as if there were no script.
  thread.onerror = () => {
    working.hidden = true;
  };
  working.hidden = false;
  thread.postMessage({ challenge: note.dataset.challenge, bits: Number(note.dataset.bits) });
}

const note = document.querySelector<HTMLElement>('[data-challenge]');
if (note !== null) work(note);
