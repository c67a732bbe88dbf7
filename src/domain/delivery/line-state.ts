import { msPerMinute, parseInstant } from '../clocks/instant.ts';

/** How a line to an operator does, in one word. */
export const lineStates = ['up', 'down', 'silent', 'not-delivering', 'unknown'] as const;
export type LineState = (typeof lineStates)[number];

export interface LineFacts {
  readonly isUp: boolean;
  /** Whether it holds a session, in which the other side answers also where there is nothing to say. */
  readonly isSession: boolean;
  /** When its server last told of it, and when the other side last gave a sign of life. ISO 8601 UTC. */
  readonly toldAt: string;
  readonly heardAt: string | null;
  /** Of the parts that it took more than an hour ago, within a day: all, and those of which it told that they arrived. */
  readonly accepted: number;
  readonly delivered: number;
}

/** Fewer than these say nothing: telephones are switched off. */
const enough = 10;

/**
 * `unknown`: its server tells nothing (it is told twice a minute); `silent`: the session stands, and nothing comes over
 * it; `not-delivering`: it takes what we send, and none of it arrives.
 */
export function lineState(facts: LineFacts, now: string): LineState {
  const ago = (at: string) => parseInstant(now) - parseInstant(at);
  if (ago(facts.toldAt) > 2 * msPerMinute) return 'unknown';
  if (!facts.isUp) return 'down';
  const isHeard = facts.heardAt !== null && ago(facts.heardAt) <= 2 * msPerMinute;
  if (facts.isSession && !isHeard) return 'silent';
  return facts.accepted >= enough && facts.delivered === 0 ? 'not-delivering' : 'up';
}
