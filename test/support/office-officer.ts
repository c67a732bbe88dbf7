import assert from 'node:assert/strict';
import type { Limit } from '../../src/domain/procedures/procedure.ts';
import type { ActDone, ActInput, CaseList, CaseView, OfficerAct } from '../../src/features/cases/contract.ts';
import type { SessionView, SignInStep } from '../../src/features/people/contract.ts';
import type { TestHouse } from './house.ts';
import type { Matter } from './office-citizen.ts';
import { type Answer, codeOf, knock, nextAddress, type Question } from './office-door.ts';
import { finishSignIn, proofOf } from './second-factor.ts';

/** Everybody in the tests has the same password; its hash is made once. */
export const everyonesPassword = 'kata sandi semua orang 2026';

export interface Employed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly unit: string | null;
}

/** Somebody at work: signs in when asked for the first time, and again after a pause or a night. */
export type Officer = ReturnType<typeof officerAtWork>;

/** What is asked when a unit, a UPT or a field worker is given a task. */
export interface Task {
  readonly unitId?: string;
  readonly person?: Officer;
  readonly task: string;
  readonly limit: Limit;
  /** The assignment below which this one stands. */
  readonly under?: string;
}

export const classification = {
  kind: 'complaint',
  oversight: false,
  urgent: false,
  title: 'Bantuan belum diterima',
  categoryId: null,
  areaCode: null,
} as const;

export const handled: ActInput<'handling-report'>['content'] = {
  findings: 'Kartu tertelan mesin sejak Agustus.',
  actions: 'Kartu pengganti diminta dan diserahkan.',
  evidence: 'Tanda terima kartu.',
  basis: 'Pedoman penyaluran.',
  outcome: 'met-fully',
  answer: 'Kartu Anda sudah diganti dan bantuan dapat diambil.',
};

export function officerAtWork(house: TestHouse, person: Employed) {
  const address = nextAddress();
  let session: { cookie: string; csrf: string; since: number; seen: number; proved: number } | null = null;

  async function signIn(): Promise<{ cookie: string; csrf: string }> {
    const now = Date.parse(house.clock.now());
    const idle = session === null ? 0 : now - session.seen;
    const old = session === null ? 0 : now - session.since;
    if (session !== null && idle < 50 * 60_000 && old < 11 * 3_600_000) {
      session.seen = now;
      return session;
    }
    const answer = await knock<SessionView | SignInStep>(house, {
      path: '/session',
      body: { email: person.email, password: everyonesPassword },
      address: nextAddress(),
    });
    const opened = await finishSignIn(house, person, answer);
    session = { ...opened, since: now, seen: now, proved: now };
    return session;
  }

  /** Signed in, with a proof young enough for every act. */
  async function signInFresh(): Promise<{ cookie: string; csrf: string }> {
    const opened = await signIn();
    if (session !== null && Date.parse(house.clock.now()) - session.proved > 5 * 60_000) await prove(opened);
    return opened;
  }

  async function prove({ cookie, csrf }: { cookie: string; csrf: string }): Promise<void> {
    const headers = { cookie, 'x-csrf-token': csrf };
    const body = proofOf(house, person) ?? { password: everyonesPassword };
    const answer = await knock(house, { path: '/session/proof', body, headers, address: nextAddress() });
    assert.equal(answer.status, 200, `${person.name} proves who they are: ${answer.text}`);
    if (session !== null) session.proved = Date.parse(house.clock.now());
  }

  async function ask<T>(question: Question): Promise<Answer<T>> {
    const { cookie, csrf } = await signIn();
    const headers = { cookie, 'x-csrf-token': csrf, ...question.headers };
    const answer = await knock<T>(house, { address, ...question, headers });
    if (codeOf(answer) !== 'step-up-needed') return answer;
    // As the console does: prove it, and do the same again.
    await prove({ cookie, csrf });
    return knock<T>(house, { address, ...question, headers });
  }

  function tries<N extends OfficerAct>(
    matter: Pick<Matter, 'id'>,
    noun: N,
    body: ActInput<N>,
    headers: Record<string, string> = {},
  ): Promise<Answer<ActDone>> {
    return ask<ActDone>({ method: 'POST', path: `/cases/${matter.id}/${noun}`, body, headers });
  }

  async function does<N extends OfficerAct>(matter: Matter, noun: N, body: ActInput<N>): Promise<ActDone> {
    const answer = await tries(matter, noun, body);
    assert.equal(answer.status, 200, `${person.name}, ${noun}: ${answer.text}`);
    return answer.body;
  }

  async function sees(matter: Pick<Matter, 'id'>): Promise<CaseView> {
    const answer = await ask<CaseView>({ path: `/cases/${matter.id}` });
    assert.equal(answer.status, 200, `${person.name} opens ${matter.id}: ${answer.text}`);
    return answer.body;
  }

  async function list(query: string): Promise<CaseList> {
    const answer = await ask<CaseList>({ path: `/cases?${query}` });
    assert.equal(answer.status, 200, `${person.name} lists ${query}: ${answer.text}`);
    return answer.body;
  }

  return {
    ...person,
    signIn,
    signInFresh,
    ask,
    tries,
    does,
    sees,
    list,

    /** The code of the refusal; an act that is done after all fails the test. */
    async isRefused<N extends OfficerAct>(matter: Matter, noun: N, body: ActInput<N>): Promise<string> {
      const answer = await tries(matter, noun, body);
      return codeOf(answer) ?? `${noun} was done`;
    },
    mayDo: async (matter: Matter) => (await sees(matter)).acts,
    cannotFind: async (matter: Pick<Matter, 'id'>) =>
      (await ask({ path: `/cases/${matter.id}` })).status === 404,
    /** Numbers of the cases on one of the person's lists, in their order. */
    workList: async (query: string) => (await list(query)).items.map((item) => item.number),

    verifies: (matter: Matter, given: Partial<ActInput<'verification'>> = {}) =>
      does(matter, 'verification', { ...classification, note: '', ...given }),
    reclassifies: (matter: Matter, given: Partial<ActInput<'classification'>> & { reason: string }) =>
      does(matter, 'classification', { ...classification, ...given }),
    refers: (matter: Matter, body: string, reason: string) => does(matter, 'referral', { body, reason }),
    archives: (matter: Matter, reason: ActInput<'archive'>['reason'], explanation: string) =>
      does(matter, 'archive', { reason, explanation }),
    asks: (matter: Matter, text: string) => does(matter, 'question', { text }),
    seals: (matter: Matter, reason: string) => does(matter, 'seal', { reason }),
    merges: (matter: Matter, into: Matter) => does(matter, 'merger', { intoNumber: into.number }),
    undoesMerger: (matter: Matter) => does(matter, 'merger-undoing', {}),
    sendsTo: (matter: Matter, unitId: string, copyUnitIds: string[] = []) =>
      does(matter, 'disposition', { unitId, copyUnitIds, note: '' }),
    accepts: (matter: Matter) => does(matter, 'acceptance', {}),
    returns: (matter: Matter, reason: string) => does(matter, 'disposition-return', { reason }),
    copies: (matter: Matter, unitId: string) => does(matter, 'copy', { unitId }),
    /** Gives a task; the answer is the assignment's id. */
    async assigns(matter: Matter, given: Task): Promise<string> {
      const { unitId = null, person: worker, task, limit, under = null } = given;
      const known = new Set((await sees(matter)).assignments.map((one) => one.id));
      const personId = worker?.id ?? null;
      await does(matter, 'assignment', {
        parentId: under,
        unitId,
        personId,
        task,
        limit: { amount: limit.amount, unit: limit.unit },
      });
      const added = (await sees(matter)).assignments.find((one) => !known.has(one.id));
      assert.ok(added, 'the new assignment is on the page');
      return added.id;
    },
    reports: (matter: Matter, assignmentId: string, given: Partial<typeof handled> = {}) =>
      does(matter, 'assignment-report', { assignmentId, content: { ...handled, ...given } }),
    returnsTask: (matter: Matter, assignmentId: string, reason: string) =>
      does(matter, 'assignment-return', { assignmentId, reason }),
    handsOver: (matter: Matter, assignmentId: string, personId: string, reason: string) =>
      does(matter, 'assignment-hand-over', { assignmentId, personId, reason }),
    cancelsTask: (matter: Matter, assignmentId: string, reason: string) =>
      does(matter, 'assignment-cancellation', { assignmentId, reason }),
    writesReport: (matter: Matter, given: Partial<typeof handled> = {}) =>
      does(matter, 'handling-report', { content: { ...handled, ...given } }),
    corrects: (matter: Matter, given: Partial<typeof handled>, note: string) =>
      does(matter, 'report-correction', { content: { ...handled, ...given }, note }),
    sendsReportBack: (matter: Matter, reason: string, assignmentId: string | null = null) =>
      does(matter, 'report-return', { reason, assignmentId }),
    approves: (matter: Matter) => does(matter, 'report-approval', { note: '' }),
    closesReport: (matter: Matter) => does(matter, 'closure', { note: '' }),
    sendsClosureBack: (matter: Matter, reason: string) => does(matter, 'closure-return', { reason }),
    finishes: (matter: Matter, answer: string = handled.answer) => does(matter, 'finish', { answer }),
    answers: (matter: Matter, text: string) => does(matter, 'answer', { text }),
    sendsAnswerBack: (matter: Matter, reason: string) => does(matter, 'answer-return', { reason }),
    releases: (matter: Matter) => does(matter, 'release', {}),
    writes: (matter: Matter, text: string, substantive = false) =>
      does(matter, 'message', { text, substantive }),
    notes: (matter: Matter, text: string) => does(matter, 'note', { text }),
    reveals: (matter: Matter, reason: string) => does(matter, 'reveal', { purpose: 'answer', reason }),

    /** What the person was told about this case, newest first. */
    async wasTold(matter: Matter): Promise<readonly string[]> {
      await house.runJobs();
      const answer = await ask<{ items: { caseId: string; template: string }[] }>({ path: '/notifications' });
      return answer.body.items.filter((item) => item.caseId === matter.id).map((item) => item.template);
    },
  };
}
