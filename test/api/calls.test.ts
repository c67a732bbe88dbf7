import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, polytechnic } from '../support/office-casts.ts';
import { matterOf } from '../support/office-citizen.ts';
import { enters, triesToEnter } from '../support/office-counter.ts';
import { codeOf, faultsOf, knock } from '../support/office-door.ts';
import { callsOf, takes, telephoneEnv, telephoneOf, wrapsUp } from '../support/office-telephone.ts';
import { instant } from '../support/office-time.ts';

// Who may announce a call, who answers it, and what is never learned from it.

const house = await testHouse({ now: instant('2026-11-24 08:15'), env: telephoneEnv });
const office = await ministry(house);
const campus = await polytechnic(house);
const agent = await office.employ({ name: 'Siska', role: 'call-agent' });
const colleague = await office.employ({ name: 'Rahmat', role: 'call-agent' });
const telephone = telephoneOf(house);

const countCalls = async () =>
  Number((await house.database.pool.query('select count(*) as n from calls')).rows[0]?.n);

test('What is not signed by the shared secret just now is not taken in', async () => {
  const said = { event: 'ringing', caller: '081200001111' } as const;
  const forged = [
    { secret: 'another-secret-of-thirty-two-letters-or-more' },
    { offBy: 86_400 },
    { offBy: -86_400 },
    { offBy: 301 },
    { header: '' },
    { header: 't=1,v1=abc' },
  ];
  for (const one of forged)
    assert.equal(codeOf(await telephone.says(said, one)), 'signature-refused', JSON.stringify(one));
  // A secret opens the calls of its own institution alone, and none opens that of a house without one.
  for (const institution of ['politeknik', 'tidak-ada'])
    assert.equal(codeOf(await telephone.says({ ...said, institution })), 'signature-refused');
  const unsigned = await knock(house, {
    path: '/calls',
    body: { institution: 'kemensos', call: '171-1', event: 'ringing' },
  });
  assert.equal(codeOf(unsigned), 'signature-refused');
  assert.equal(await countCalls(), 0);
});

test('A signature is of every letter, and what was overheard says nothing new', async () => {
  const body = { institution: 'kemensos', call: telephone.newCall(), event: 'ringing' };
  const [genuine, changed] = [body, { ...body, event: 'ended' }].map((one) => JSON.stringify(one)) as [
    string,
    string,
  ];
  const signature = telephone.sign(genuine);
  assert.equal(codeOf(await telephone.send(changed, signature)), 'signature-refused');
  assert.equal((await telephone.send(genuine, signature)).body.state, 'ringing');
  const before = await countCalls();
  assert.equal((await telephone.send(genuine, signature)).body.state, 'ringing', 'sent again: the same call');
  assert.equal(await countCalls(), before);
  await office.until('2026-11-24 08:21');
  assert.equal(
    codeOf(await telephone.send(genuine, signature)),
    'signature-refused',
    'overheard, six minutes on',
  );
});

test('The same announcement again, or late, changes nothing', async () => {
  const call = telephone.newCall();
  const before = await countCalls();
  await telephone.says({ event: 'ringing', call, caller: '081200001111', agent: agent.email });
  await telephone.says({ event: 'ringing', call, caller: '081299999999', agent: colleague.email });
  assert.equal(await countCalls(), before + 1);
  await telephone.says({ event: 'ended', call });
  assert.equal((await telephone.says({ event: 'answered', call })).body.state, 'ended');
  assert.equal((await telephone.says({ event: 'ringing', call })).body.state, 'ended');
  const [own] = (await callsOf(agent)).filter(({ sourceId }) => sourceId === call);
  assert.deepEqual([own?.caller, own?.answeredAt], ['081200001111', null]);
  assert.deepEqual(
    (await callsOf(colleague)).filter(({ sourceId }) => sourceId === call),
    [],
  );
  for (const at of ['kemarin', instant('2026-11-22 08:00'), instant('2026-11-24 09:30')])
    assert.deepEqual(faultsOf(await telephone.says({ event: 'ringing', call: 'x', at })), ['at']);
});

test('Only agents of the institution answer, one of them', async () => {
  const call = telephone.newCall();
  await telephone.says({ event: 'ringing', call, caller: '081200002222' });
  const id = (await callsOf(agent)).find(({ sourceId }) => sourceId === call)?.id ?? '';
  for (const person of [office.channelOfficer, office.verifier, office.officer, office.head]) {
    assert.equal(codeOf(await person.ask({ path: '/calls' })), 'not-authorized', person.role);
    assert.equal(codeOf(await takes(person, id)), 'not-authorized', person.role);
  }
  const abroad = await campus.employ({ name: 'Operator kampus', role: 'call-agent' });
  assert.deepEqual(await callsOf(abroad), []);
  assert.equal(codeOf(await takes(abroad, id)), 'not-found');
  assert.equal((await takes(agent, id)).status, 200);
  assert.equal(codeOf(await takes(colleague, id)), 'already-decided');
  assert.equal(codeOf(await wrapsUp(colleague, id, 'prank')), 'not-found');
  assert.equal((await takes(agent, id)).status, 200, 'pressed twice');
  assert.equal((await wrapsUp(agent, id, 'status-told')).status, 200);
  assert.equal((await wrapsUp(agent, id, 'status-told')).status, 200, 'pressed twice');
  assert.equal(codeOf(await wrapsUp(agent, id, 'prank')), 'already-decided');
  const { rows } = await house.database.pool.query(
    'select kind from ledger.inbox where subject = $1 union all select kind from ledger.entries where subject = $1 order by 1',
    [`call:${id}`],
  );
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['call.taken', 'call.wrapped-up'],
  );
});

test('An entry names a call of the agent’s own, and the number lies nowhere in the clear', async () => {
  const call = telephone.newCall();
  await telephone.says({ event: 'ringing', call, caller: '081277778888', agent: agent.email });
  const id = (await callsOf(agent)).find(({ sourceId }) => sourceId === call)?.id ?? '';
  const entry = { text: 'Bantuan saya berhenti.', channel: 'phone', call: id } as const;
  assert.deepEqual(faultsOf(await triesToEnter(colleague, entry)), ['call']);
  const key = 'the-same-entry-of-one-call';
  const first = await triesToEnter(agent, entry, key);
  assert.deepEqual((await triesToEnter(agent, entry, key)).body, first.body);
  const second = await matterOf(house, await enters(agent, { ...entry, text: 'Hal lain lagi.' }));
  assert.deepEqual((await office.verifier.sees(second)).calls, [], 'a call stands in one case');
  const { rows } = await house.database.pool.query('select row_to_json(c)::text as row from calls c');
  assert.doesNotMatch(JSON.stringify(rows), /81277778888/);
});

test('Under seal nothing tells by which call it came', async () => {
  const call = telephone.newCall();
  await telephone.says({ event: 'ringing', call, agent: agent.email });
  const id = (await callsOf(agent)).find(({ sourceId }) => sourceId === call)?.id ?? '';
  const matter = await matterOf(
    house,
    await enters(agent, { text: 'Atasan saya meminta setoran.', channel: 'phone', call: id }),
  );
  await office.verifier.seals(matter, 'Dugaan pungutan oleh pejabat.');
  const { rows } = await house.database.pool.query('select case_id from calls where id = $1', [id]);
  assert.deepEqual(rows, [{ case_id: null }]);
});
