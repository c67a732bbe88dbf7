import type { Static } from 'typebox';
import type { Result } from '../../../src/domain/shared/result.ts';
import type { ProviderBegun } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';

/** What the window at the provider tells the page that opened it. */
export interface FromWindow {
  /** A code of `providerProblems`; null where it went well. */
  readonly problem: string | null;
}

const channel = 'tuntas.provider';

/**
 * Leaves the page for the provider; it comes back to the console's start. Gives the refusal where it cannot begin.
 * `invitation`: the account there is linked by it.
 */
export async function goToProvider(invitation?: string): Promise<Problem | null> {
  const purpose = invitation === undefined ? 'sign-in' : 'invitation';
  const begun = await begin(purpose, false, invitation);
  if (!begun.ok) return begun.error;
  window.location.assign(begun.value.location);
  return null;
}

/**
 * Opens a window at the provider above a page that must not be left, and waits for what it ends with. The window is
 * opened before anything is asked, while the click still counts, or the browser would take it for an advertisement.
 */
export async function askInWindow(
  purpose: 'sign-in' | 'proof',
  signal: AbortSignal,
): Promise<Result<FromWindow, Problem>> {
  const opened = window.open('', 'tuntas-provider', 'popup,width=480,height=720');
  const begun = await begin(purpose, true);
  if (!begun.ok) {
    opened?.close();
    return begun;
  }
  const answer = listen(signal);
  if (opened === null) window.open(begun.value.location, '_blank');
  else opened.location.href = begun.value.location;
  return { ok: true, value: await answer };
}

/** Said by the window itself when the provider has sent it back. */
export function tellOpener(told: FromWindow): void {
  const line = new BroadcastChannel(channel);
  line.postMessage(told);
  line.close();
}

function listen(signal: AbortSignal): Promise<FromWindow> {
  return new Promise((resolve) => {
    // Whatever stands at the other end, it is this site: a channel reaches no other.
    const line = new BroadcastChannel(channel);
    line.onmessage = ({ data }: MessageEvent<FromWindow>) => {
      line.close();
      resolve(data);
    };
    signal.addEventListener('abort', () => line.close());
  });
}

function begin(purpose: 'sign-in' | 'proof' | 'invitation', inWindow: boolean, invitation?: string) {
  return send<Static<typeof ProviderBegun>>('POST', '/session/provider', {
    body: { purpose, inWindow, ...(invitation === undefined ? {} : { invitation }) },
  });
}
