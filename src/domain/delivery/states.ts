/** What becomes of everything that is sent, an answer to a message or a notice, on every channel. */
export const deliveryStates = ['queued', 'sent', 'delivered', 'failed', 'given-up'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Still to be sent: first, or again. */
export function isPending(state: string): boolean {
  return state === 'queued' || state === 'failed';
}

/** May be sent again by hand: what did not arrive. */
export function isStuck(state: string): boolean {
  return state === 'failed' || state === 'given-up';
}

/** Why somebody gives up sending; words of a closed list, since they stand in the ledger. */
export const givenUpReasons = ['told-otherwise', 'wrong-address', 'outdated', 'not-wanted'] as const;

/** Why a message that was set aside stays there for good. */
export const discardReasons = ['advertising', 'repeated', 'no-content', 'abuse', 'not-for-us'] as const;

/** By what something is sent; what is read in the console or on the tracking page is sent by nothing. */
export const deliveryChannels = ['sms', 'email', 'whatsapp', 'telegram', 'x'] as const;
