import { createHmac, randomUUID } from 'node:crypto';
import type { CallList, CallView } from '../../src/features/calls/contract.ts';
import type { TestHouse } from './house.ts';
import { type Answer, knock } from './office-door.ts';
import type { Officer } from './office-officer.ts';

const telephoneSecret = 'a-secret-of-the-telephone-system-with-enough-letters';
export const telephoneEnv = { CALL_SECRETS: `kemensos:${telephoneSecret}` };

interface Said {
  readonly event: 'ringing' | 'answered' | 'ended';
  readonly call?: string;
  readonly institution?: string;
  readonly caller?: string;
  readonly agent?: string;
  readonly at?: string;
}

interface Forged {
  readonly secret?: string;
  /** Seconds by which the telephone system's clock is wrong. */
  readonly offBy?: number;
  readonly header?: string;
}

/** A telephone system that announces calls, as ours or as somebody else's would. */
export function telephoneOf(house: TestHouse) {
  const sign = (payload: string, { secret = telephoneSecret, offBy = 0 }: Forged = {}): string => {
    const time = String(Math.floor(Date.parse(house.clock.now()) / 1000) + offBy);
    return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${payload}`).digest('hex')}`;
  };
  const send = (payload: string, signature: string): Promise<Answer<{ state: string }>> =>
    knock<{ state: string }>(house, {
      method: 'POST',
      path: '/calls',
      payload,
      headers: { 'content-type': 'application/json', 'x-tuntas-signature': signature },
    });
  return {
    sign,
    send,
    newCall: () => `171-${randomUUID()}`,
    says(said: Said, forged: Forged = {}): Promise<Answer<{ state: string }>> {
      const payload = JSON.stringify({ institution: 'kemensos', call: '171-1', ...said });
      return send(payload, forged.header ?? sign(payload, forged));
    },
  };
}

export async function callsOf(officer: Officer): Promise<readonly CallView[]> {
  return (await officer.ask<CallList>({ path: '/calls' })).body.items;
}

export function takes(officer: Officer, id: string): Promise<Answer<CallView>> {
  return officer.ask<CallView>({ method: 'POST', path: `/calls/${id}/taking` });
}

export function wrapsUp(officer: Officer, id: string, wrapUp: string): Promise<Answer<unknown>> {
  return officer.ask({ method: 'POST', path: `/calls/${id}/wrap-up`, body: { wrapUp } });
}
