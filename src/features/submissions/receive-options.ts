/** How a submission came in; the channel says it, not the citizen. */
export interface ReceiveOptions {
  /** One-time key of the form or the API client; the same key with the same content is one submission. */
  readonly idempotencyKey?: string;
  /** The channel's own id of the message; the same message received twice is one submission. */
  readonly externalId?: string;
  readonly channel: string;
  /** When it reached us, where the channel knows better than the clock; ISO 8601 UTC. */
  readonly arrivedAt?: string;
  /** What our own mail server found out about the sender. */
  readonly senderCheck?: 'proven' | 'unproven' | 'contradicted';
  /** The account in which the reporter wants the case kept. */
  readonly account?: string;
  /** Says first that the words would be closed more than was chosen, and why, and takes nothing in. */
  readonly asksBeforeRaising?: boolean;
}
