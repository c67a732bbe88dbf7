import { randomUUID } from 'node:crypto';
import { ask, type Client, someAddress } from './client.ts';
import { runLifeCycle, stages } from './life-cycle.ts';
import type { Request } from './load.ts';
import type { Officers } from './office.ts';
import { searches, someText } from './words.ts';

/** One job of the office as the real server does it, and the least that its floor has to do for it. */
export type Job = RequestJob | CycleJob;

interface RequestJob {
  readonly name: JobName;
  readonly shape: 'request';
  readonly writes: boolean;
  readonly real: () => Request;
  readonly floor: () => Request;
}

interface CycleJob {
  readonly name: JobName;
  readonly shape: 'cycle';
  readonly writes: true;
  readonly real: (client: Client) => Promise<unknown>;
  readonly floor: (client: Client) => Promise<unknown>;
}

export type JobName = 'tracking' | 'case page' | 'work list' | 'my turn' | 'search' | 'submit' | 'life cycle';

export interface Known {
  readonly id: string;
  readonly number: string;
  readonly code: string;
}

export interface World {
  readonly officers: Officers;
  readonly known: readonly Known[];
  readonly findId: (number: string) => Promise<string>;
}

/** The jobs in the order in which they are measured: what only reads first. */
export function jobsOf({ officers, known, findId }: World): readonly Job[] {
  const some = turns(known);
  const someSearch = turns(searches);
  return [
    {
      name: 'tracking',
      shape: 'request',
      writes: false,
      real: () => fromCitizen(`/api/v1/tracking/${some().code}`),
      floor: () => fromCitizen(`/tracking/${some().number}`),
    },
    {
      name: 'case page',
      shape: 'request',
      writes: false,
      real: () => fromOfficer(`/api/v1/cases/${some().id}`, officers.verifier),
      floor: () => fromCitizen(`/case/${some().id}`),
    },
    {
      name: 'work list',
      shape: 'request',
      writes: false,
      real: () => fromOfficer('/api/v1/cases?queue=verification&sort=due&limit=50', officers.verifier),
      floor: () => fromCitizen('/cases?queue=verification'),
    },
    {
      name: 'my turn',
      shape: 'request',
      writes: false,
      real: () => fromOfficer('/api/v1/cases?queue=mine&sort=due&limit=50', officers.handler),
      floor: () => fromCitizen('/cases?queue=handling'),
    },
    {
      name: 'search',
      shape: 'request',
      writes: false,
      real: () => fromOfficer(`/api/v1/cases?q=${encodeURIComponent(someSearch())}`, officers.verifier),
      floor: () => fromCitizen(`/search?q=${encodeURIComponent(someSearch())}`),
    },
    {
      name: 'submit',
      shape: 'request',
      writes: true,
      real: () => submission('/api/v1/submissions'),
      floor: () => submission('/submissions'),
    },
    {
      name: 'life cycle',
      shape: 'cycle',
      writes: true,
      real: (client) => runLifeCycle(client, officers, findId),
      floor: runFloorCycle,
    },
  ];
}

/** As many requests as the real cycle, each of them one insert. */
async function runFloorCycle(client: Client): Promise<void> {
  const text = someText();
  await ask(client, { method: 'POST', path: '/submissions', body: { text, kind: 'complaint' } });
  const id = randomUUID();
  for (const [seq, stage] of stages.slice(1).entries()) {
    await ask(client, { method: 'POST', path: `/events/${id}/${seq}`, body: { stage, text } });
  }
}

function fromCitizen(path: string): Request {
  return { method: 'GET', path, headers: { 'x-forwarded-for': someAddress() } };
}

function fromOfficer(path: string, { headers }: Officers['verifier']): Request {
  return { method: 'GET', path, headers: { ...headers } };
}

function submission(path: string): Request {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': someAddress() },
    body: JSON.stringify({ text: someText(), kind: 'complaint', institution: 'kemensos' }),
  };
}

/** Gives one after the other, again from the first at the end. */
function turns<T>(all: readonly T[]): () => T {
  let next = 0;
  return () => {
    const one = all[next % all.length];
    next += 1;
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
}
