import type { Context } from '../../src/features/context/index.ts';
import type { WebhookInput } from '../../src/features/webhooks/contract.ts';
import { addWebhook, changeWebhook } from '../../src/features/webhooks/index.ts';
import type { Caller } from '../../src/platform/outside/caller.ts';
import { readTypedAddress } from '../../src/platform/outside/typed-address.ts';
import type { Cast } from './cast.ts';

/** Reads addresses and calls none. */
const silent: Caller = {
  read: (typed) => readTypedAddress(typed, []),
  post: () => Promise.reject(new Error('the demo calls nobody')),
};

/** The ministry once told another system, and paused it: nothing is ever sent there. Throws where a command refuses. */
export async function pauseOneWebhook(ctx: Context, cast: Cast): Promise<void> {
  const then: Context = { ...ctx, actor: cast.person('kemensos', 'system-administrator') };
  const input = {
    url: 'https://dasbor.example.org/tuntas/kasus',
    events: ['case.opened', 'case.closed'],
  } satisfies WebhookInput;
  const added = await addWebhook(then, 'kemensos', input, silent);
  if (!added.ok) throw new Error(`the webhook: refused ${JSON.stringify(added.error)}`);
  const { id } = added.value.webhook;
  const paused = await changeWebhook(then, id, { ...input, state: 'paused' }, silent);
  if (!paused.ok) throw new Error(`the webhook, paused: refused ${JSON.stringify(paused.error)}`);
}
