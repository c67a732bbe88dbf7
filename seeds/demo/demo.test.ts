import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { CaseEvent } from '../../src/domain/cases/events.ts';
import { caseStatuses, closureKinds, queues } from '../../src/domain/cases/words.ts';
import type { ProcedureDraft } from '../../src/domain/procedures/draft.ts';
import { validateProcedure } from '../../src/domain/procedures/validate.ts';
import { agree, logsOf } from '../../test/support/agreement.ts';
import { testHouse } from '../../test/support/house.ts';
import { chainAll, faultsOf, verified } from '../../test/support/ledger.ts';
import { knock } from '../../test/support/office-door.ts';
import { buildDemoWorld } from './index.ts';
import { emailOf, people } from './people.ts';

const house = await testHouse({ now: '2026-11-25T22:55:00.000Z', areas: true });
const db = house.database.kysely;
const said: string[] = [];
const build = () => buildDemoWorld({ ...house, clock: house.clock.now }, (line) => said.push(line));

before(async () => {
  await build();
});

test('some hundred and forty cases of three institutions, none told in the words of another', async () => {
  const cases = await db.selectFrom('cases').select(['institution_id as institution']).execute();
  const of = (institution: string) => cases.filter((one) => one.institution === institution).length;
  assert.ok(cases.length >= 110 && cases.length <= 145, `${cases.length} cases`);
  assert.ok(of('kemensos') >= 80 && of('politeknik') >= 25, `${of('kemensos')} and ${of('politeknik')}`);
  assert.equal(of('kota-ternate'), 4);
  const texts = await db.selectFrom('submissions').select('text').execute();
  // What was handed over to the sealed door has left its words behind nowhere else.
  const left = texts.map(({ text }) => text).filter((text) => text !== '');
  assert.ok(left.length < texts.length && left.length > texts.length - 5);
  assert.equal(new Set(left).size, left.length);
  for (const { text } of texts) assert.doesNotMatch(text, /\d{16}|08\d{8}/, 'no NIK and no telephone number');
});

test('a case in every status that a citizen can read, and closed in every way', async () => {
  const cases = await db.selectFrom('cases').select(['status', 'closure_kind as kind']).execute();
  const standing = new Set(cases.map(({ status }) => status));
  // Steps 1 and 2 happen in the moment of sending: `received` is passed by all and kept by none.
  const passed = await logged('StepStarted');
  assert.ok(passed.some(({ data }) => data.status === 'received'));
  assert.deepEqual(
    caseStatuses.filter((status) => status !== 'received' && !standing.has(status)),
    [],
  );
  assert.deepEqual(
    closureKinds.filter((kind) => !cases.some((one) => one.kind === kind)),
    [],
  );
});

test('every step of all three procedures was walked by somebody', async () => {
  const cases = new Map(
    (await db.selectFrom('cases').select(['id', 'procedure_id']).execute()).map((row) => [
      row.id,
      row.procedure_id,
    ]),
  );
  const walked = await logged('StepStarted');
  for (const id of new Set(cases.values())) {
    const steps = new Set(walked.filter((one) => cases.get(one.caseId) === id).map(({ data }) => data.step));
    // A referral is rated where it ended: its row is printed, and no case stands in it.
    const entered = house.office.procedures
      .latest(id)
      .steps.filter(({ act, status }) => act !== 'rate' || status !== 'referred');
    const printed = entered.map((step) => step.id);
    assert.deepEqual(
      printed.filter((step) => !steps.has(step)),
      [],
      id,
    );
  }
  assert.equal(new Set(cases.values()).size, 3);
});

test('the next version of the ministry’s SOP is drafted, sound, and waits for the other keeper', async () => {
  const drafts = await db.selectFrom('procedure_drafts').selectAll().execute();
  assert.deepEqual(
    drafts.map((one) => [one.procedure_id, one.state, one.revision]),
    [['kemensos/pengelolaan-sp4n-lapor', 'open', 3]],
  );
  const email = (key: string) => emailOf({ key, institution: 'kemensos' });
  const ids = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('email', 'in', [email('procedure-manager'), email('procedure-manager-2')])
    .execute();
  assert.equal(ids.length, 2);
  const authors = await db.selectFrom('procedure_draft_authors').select('person_id').execute();
  assert.deepEqual(
    authors.map((one) => one.person_id),
    ids.filter((one) => one.email === email('procedure-manager')).map(({ id }) => id),
  );
  const draft = { ...(drafts[0]?.document as ProcedureDraft), id: 'kemensos/uji', version: 2 };
  assert.deepEqual(
    validateProcedure(draft).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('the branches: what was sent back, contested, joined, asked, hidden and revealed', async () => {
  const seen = new Set(
    (await db.selectFrom('case_events').select('type').distinct().execute()).map(({ type }) => type),
  );
  const branches: readonly CaseEvent['type'][] = [
    'DispositionReturned',
    'CopySent',
    'AssignmentReturned',
    'AssignmentCancelled',
    'HandlingReportReturned',
    'HandlingReportCorrected',
    'ClosureReturned',
    'AnswerReturned',
    'CaseMerged',
    'MergeUndone',
    'ReporterCompleted',
    'ObjectionRaised',
    'CaseReopened',
    'SecrecyRaised',
    'IdentityRevealed',
    'CaseWithdrawn',
    'ClockBreached',
  ];
  assert.deepEqual(
    branches.filter((type) => !seen.has(type)),
    [],
  );
  const scores = new Set((await logged('CaseRated')).map(({ data }) => data.score));
  assert.deepEqual([...scores].toSorted(), [1, 2, 3, 4, 5]);
});

test('work lists look like a Thursday morning: something everywhere, some late, most not', async () => {
  const open = await db.selectFrom('cases').select(['queue', 'late']).where('queue', '<>', 'none').execute();
  assert.deepEqual(
    queues.filter((queue) => queue !== 'none' && !open.some((one) => one.queue === queue)),
    [],
  );
  const late = open.filter((one) => one.late).length;
  assert.ok(late >= 10 && late <= open.length * 0.6, `${late} of ${open.length} late`);
});

test('letters and calls came in at their true time; some people gave no name; files lie with the cases', async () => {
  const cases = await db
    .selectFrom('cases')
    .innerJoin('case_events', (join) => join.onRef('case_id', '=', 'id').on('seq', '=', 1))
    .select(['channel', 'anonymous', sql<boolean>`received_at < at`.as('lay')])
    .execute();
  assert.ok(cases.filter((one) => one.anonymous).length >= 5);
  for (const channel of ['web', 'phone', 'counter', 'letter'])
    assert.ok(
      cases.some((one) => one.channel === channel),
      channel,
    );
  for (const letter of cases.filter((one) => one.channel === 'letter'))
    assert.ok(letter.lay, 'the letter lay there before it was entered');
  const purposes = await db.selectFrom('attachments').select('purpose').distinct().execute();
  assert.deepEqual(purposes.map(({ purpose }) => purpose).toSorted(), ['evidence', 'family-card', 'report']);
});

test('somebody of every role can sign in with the password that was printed', async () => {
  const password = said.flatMap((line) => /password for all.*: (\S+)$/.exec(line)?.[1] ?? [])[0];
  const roles = await db.selectFrom('roles').select('id').execute();
  for (const { id } of roles) {
    const holder = people.find(({ roles }) => roles.some(({ role }) => role === id));
    assert.ok(holder, `nobody is ${id}`);
    const answer = await knock(house, { path: '/session', body: { email: emailOf(holder), password } });
    assert.equal(answer.status, 200, `${id}: ${answer.text}`);
    assert.ok(
      said.some((line) => line.includes(emailOf(holder))),
      `${emailOf(holder)} was not printed`,
    );
  }
});

test('the printed tracking codes open the pages of their reporters', async () => {
  const codes = said.flatMap((line) => /^ {2}(\S{4}-\S{4}-\S{4}) /.exec(line)?.[1] ?? []);
  assert.equal(codes.length, 7);
  for (const code of codes) {
    const answer = await knock<{ text: string }>(house, { path: `/tracking/${code}` });
    assert.equal(answer.status, 200, answer.text);
  }
});

test('the screens of calls, urgent cases, letters and webhooks have something to show', async () => {
  const calls = await db.selectFrom('calls').select(['wrap_up', 'case_id', 'state']).execute();
  assert.ok(calls.every(({ state }) => state === 'ended'));
  assert.equal(calls.filter((one) => one.wrap_up === null).length, 1, 'one is still to be wrapped up');
  assert.equal(calls.filter((one) => one.wrap_up !== null && one.case_id !== null).length, 2);
  const urgent = await db
    .selectFrom('cases')
    .select('id')
    .where('urgent', '=', true)
    .where('due_at', '>', house.clock.now())
    .where('queue', '<>', 'none')
    .execute();
  assert.ok(urgent.length >= 2, `${urgent.length} urgent cases with time left`);
  const letters = await db
    .selectFrom('notifications')
    .select('status')
    .where('channel', '=', 'letter')
    .execute();
  for (const status of ['queued', 'sent'])
    assert.ok(
      letters.some((one) => one.status === status),
      status,
    );
  const webhooks = await db.selectFrom('webhook_subscriptions').select(['state', 'institution_id']).execute();
  assert.deepEqual(webhooks, [{ state: 'paused', institution_id: 'kemensos' }]);
  assert.deepEqual(await db.selectFrom('webhook_deliveries').select('id').execute(), []);
});

test('what came by messages: reports that were answered, and what was set aside for each of its reasons', async () => {
  const messages = await db
    .selectFrom('messages')
    .select(['channel', 'state', 'taken_as', 'reply'])
    .execute();
  const taken = new Set(messages.map((one) => `${one.channel} ${one.state} ${one.taken_as}`));
  assert.deepEqual([...taken].toSorted(), [
    'email read report',
    'email set-aside encrypted',
    'email set-aside list',
    'sms discarded advertising',
    'sms read report',
    'sms set-aside advertising',
    'sms set-aside fraud',
    'sms set-aside no-person',
  ]);
  const answers = new Set(messages.map(({ reply }) => reply));
  for (const state of ['sent', 'delivered', 'given-up'] as const) assert.ok(answers.has(state), state);
});

test('nothing waits to be sent but letters for the printer, and what is left in the queue lies ahead', async () => {
  const outgoing = await db
    .selectFrom('notifications')
    .select('id')
    .where('status', '=', 'queued')
    .where('channel', '<>', 'letter')
    .execute();
  assert.equal(outgoing.length, 0);
  const { rows } = await sql<{ task: string; past: boolean }>`
    select t.identifier as task, bool_or(j.run_at <= ${house.clock.now()}::timestamptz) as past
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    group by 1`.execute(db);
  assert.deepEqual(rows, [{ task: 'check-deadlines', past: false }]);
});

test('its ledger is whole', async () => {
  await chainAll(house);
  const found = await verified(house);
  assert.deepEqual([faultsOf(found), found.waiting], [[], 0]);
});

test('how far each SOP was kept is what a second count finds, on the day and on days before', async (t) => {
  for (const procedure of ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online']) {
    const cases = await logsOf(house, procedure);
    for (const asOf of ['2026-11-26', '2026-11-16', '2026-10-20']) {
      await t.test(`${procedure} ${asOf}`, () =>
        agree(house, cases, { procedure, from: '2026-08-01', asOf }),
      );
    }
  }
});

test('asked for a second time, it adds nothing', async () => {
  const count = async () =>
    (
      await sql<{ n: string }>`
      select concat_ws(',', (select count(*) from case_events), (select count(*) from people),
        (select count(*) from attachments), (select count(*) from notifications)) as n`.execute(db)
    ).rows[0]?.n;
  const first = await count();
  await build();
  assert.equal(await count(), first);
});

test('told in the days after Idul Fitri, it is the same world', async (t) => {
  const feast = await testHouse({ now: '2026-03-27T03:00:00.000Z', areas: true }, t);
  await buildDemoWorld({ ...feast, clock: feast.clock.now }, () => {});
  assert.deepEqual(await countByStatus(feast), await countByStatus(house));
});

async function countByStatus({ database }: typeof house): Promise<unknown> {
  return database.kysely
    .selectFrom('cases')
    .select((sql) => ['status', 'closure_kind', sql.fn.countAll().as('cases')])
    .groupBy(['status', 'closure_kind'])
    .orderBy('status')
    .orderBy('closure_kind')
    .execute();
}

async function logged<T extends CaseEvent['type']>(
  type: T,
): Promise<readonly { readonly caseId: string; readonly data: Extract<CaseEvent, { type: T }>['data'] }[]> {
  const rows = await db
    .selectFrom('case_events')
    .select(['case_id', 'data'])
    .where('type', '=', type)
    .execute();
  return rows.map(({ case_id, data }) => ({ caseId: case_id, data: data as never }));
}
