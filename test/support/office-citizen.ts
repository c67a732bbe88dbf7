import assert from 'node:assert/strict';
import type { ReporterAct } from '../../src/features/cases/contract.ts';
import type {
  SubmissionDone,
  SubmissionInput,
  TrackingView,
} from '../../src/features/submissions/contract.ts';
import type { TestHouse } from './house.ts';
import { type Answer, asForm, codeOf, knock, nextAddress } from './office-door.ts';
import { day, hour } from './office-time.ts';

/** A case as the tests speak of it: the office knows its number, the reporter its code. */
export interface Matter {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly receipt: SubmissionDone['receipt'];
}

/** Where a case stands, as its reporter reads it. */
export interface Standing {
  readonly status: string;
  readonly step: string | null;
  /** Who has it: a unit, never a person. */
  readonly with: string | null;
  /** The day by which something happens next. */
  readonly due: string | null;
}

export type Citizen = ReturnType<typeof citizenAtHome>;

/** Somebody with a telephone and something to say. */
export function citizenAtHome(house: TestHouse, institution: string) {
  const address = nextAddress();

  /** From the citizen's own telephone, whose submissions are counted; the answer as it came. */
  async function sends(
    input: Partial<SubmissionInput>,
    headers: Record<string, string> = {},
    from: string = address,
  ): Promise<Answer<SubmissionDone>> {
    const body = { institution, ...input };
    return knock<SubmissionDone>(house, {
      method: 'POST',
      path: '/submissions',
      body,
      headers,
      address: from,
    });
  }

  async function files(text: string, more: Partial<SubmissionInput> = {}): Promise<Matter> {
    const answer = await sends({ text, kind: 'complaint', ...more }, {}, nextAddress());
    assert.equal(answer.status, 201, answer.text);
    return matterOf(house, answer.body);
  }

  async function looks(matter: Pick<Matter, 'code'>): Promise<TrackingView> {
    const answer = await knock<TrackingView>(house, { path: `/tracking/${matter.code}` });
    assert.equal(answer.status, 200, answer.text);
    return answer.body;
  }

  function tries(matter: Matter, noun: ReporterAct, body: object): Promise<Answer<TrackingView>> {
    return knock<TrackingView>(house, {
      method: 'POST',
      path: `/tracking/${matter.code}/${noun}`,
      body,
    });
  }

  async function does(matter: Matter, noun: ReporterAct, body: object): Promise<TrackingView> {
    const answer = await tries(matter, noun, body);
    assert.equal(answer.status, 200, `${noun}: ${answer.text}`);
    return answer.body;
  }

  return {
    address,
    sends,
    files,
    looks,
    tries,
    isRefused: async (matter: Matter, noun: ReporterAct, body: object) =>
      codeOf(await tries(matter, noun, body)) ?? `${noun} was done`,
    completes: (matter: Matter, text: string) => does(matter, 'completion', { text }),
    writes: (matter: Matter, text: string) => does(matter, 'message', { text }),
    makesSecret: (matter: Matter, level: string) => does(matter, 'secrecy', { level }),
    confirms: (matter: Matter, score: number | null = null, comment = '') =>
      does(matter, 'confirmation', { score, comment }),
    objects: (matter: Matter, reason: string) => does(matter, 'objection', { reason }),
    rates: (matter: Matter, score: number, comment = '') => does(matter, 'rating', { score, comment }),
    withdraws: (matter: Matter, reason: string) => does(matter, 'withdrawal', { reason }),
    asksAboutData: (matter: Matter, kind: string, reason: string) =>
      does(matter, 'data-request', { kind, reason }),
    liftsRestriction: (matter: Matter) => does(matter, 'restriction-lifting', { reason: '' }),
    /** A file brought later; the answer as it came, so that a refusal can be looked at. */
    brings: (
      matter: Matter,
      file: { readonly name: string; readonly content: Buffer },
      purpose: 'evidence' | 'family-card' = 'evidence',
    ) =>
      knock<TrackingView>(house, {
        method: 'POST',
        path: `/tracking/${matter.code}/attachments?purpose=${purpose}`,
        ...asForm(file),
      }),
    /** Status, step, who has it and the next date, read from the tracking page. */
    async stands(matter: Pick<Matter, 'code'>): Promise<Standing> {
      const view = await looks(matter);
      const next = view.nextClock;
      return {
        status: view.status,
        step: view.steps.find((step) => step.state === 'here')?.no ?? null,
        with: view.unit,
        due: next?.due == null ? null : day(next.due, next.zone),
      };
    },
    /** The steps of the SOP that were walked, in the order in which they stand in it. */
    async walked(matter: Matter): Promise<string> {
      const { steps } = await looks(matter);
      return steps
        .filter((step) => step.startedAt !== null)
        .map((step) => step.no)
        .join(' ');
    },
    /** One promise of time: how it went and until when it was given. */
    async promise(matter: Matter, clockId: string): Promise<string> {
      const clock = (await looks(matter)).clocks.find((one) => one.id === clockId);
      if (clock === undefined) return 'none';
      return `${clock.outcome}: ${clock.due === null ? 'no date yet' : hour(clock.due, clock.zone)}`;
    },
    /** What the reporter was told, in the order of the events. */
    async wasTold(matter: Matter): Promise<readonly string[]> {
      await house.runJobs();
      const rows = await house.database.kysely
        .selectFrom('notifications')
        .select('template')
        .where('case_id', '=', matter.id)
        .where('recipient_kind', '=', 'reporter')
        .orderBy('event_seq')
        .execute();
      return rows.map((row) => row.template);
    },
  };
}

export async function matterOf(house: TestHouse, done: SubmissionDone): Promise<Matter> {
  const { number } = done.receipt;
  const row = await house.database.kysely
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return { id: row.id, number, code: done.trackingCode, receipt: done.receipt };
}
