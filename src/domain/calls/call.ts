/** How far a telephone call has come. It only goes on: what is told twice or late changes nothing. */
export const callStates = ['ringing', 'answered', 'ended'] as const;
export type CallState = (typeof callStates)[number];

/** What came of a call, said by whoever answered it; closed, so that it can be counted. */
export const wrapUps = [
  'report-taken',
  'urgent-handed-over',
  'status-told',
  'information-given',
  'referred-elsewhere',
  'silent-or-broken-off',
  'prank',
] as const;
export type WrapUp = (typeof wrapUps)[number];

/** What the telephone system says, and the moments it has said before. ISO 8601 UTC. */
export interface CallMoments {
  readonly state: CallState;
  readonly beganAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
}

/**
 * The call after one more announcement: a state that was passed is not gone back to, and a moment that is known stays as
 * it was first told. Null where nothing changes.
 */
export function afterAnnouncement(call: CallMoments, state: CallState, at: string): CallMoments | null {
  if (callStates.indexOf(state) <= callStates.indexOf(call.state)) return null;
  return {
    ...call,
    state,
    answeredAt: state === 'answered' ? at : call.answeredAt,
    endedAt: state === 'ended' ? at : call.endedAt,
  };
}

/** How long was spoken, in whole seconds; null while it lasts and where nobody answered. */
export function secondsSpoken({ answeredAt, endedAt }: CallMoments): number | null {
  if (answeredAt === null || endedAt === null) return null;
  return Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 1000));
}
