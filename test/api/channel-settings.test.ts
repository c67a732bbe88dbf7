import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Static } from 'typebox';
import type { ChannelSetting, TemplatePreviews } from '../../src/features/channel-settings/contract.ts';
import { messageDesk } from '../support/message-desk.ts';
import { codeOf } from '../support/office-door.ts';

/** How channels are set up, tried, and what they say. */
const { operator, house, office, admin, elsewhere, outgoing, entries } = await messageDesk();
const tests = (who: typeof admin, body: object) =>
  who.ask({ method: 'POST', path: '/channels/sms/test', body });
const previews = (who: typeof admin, query: string) =>
  who.ask<Static<typeof TemplatePreviews>>({ path: `/channels/templates?${query}` });

test('what is set up is told without its secrets', async () => {
  const { body, text } = await admin.ask<ChannelSetting[]>({ path: '/channels' });
  assert.deepEqual(
    body.map(({ channel, account, source, variable, mayTest }) => [
      channel,
      account,
      source,
      variable,
      mayTest,
    ]),
    [['sms', 'telkomsel', '1708', 'SMS_LINES', true]],
  );
  assert.doesNotMatch(text, /rahasia|tuntas:|127\.0\.0\.1/);
  const { body: read } = await office.verifier.ask<ChannelSetting[]>({ path: '/channels' });
  assert.equal(read[0]?.mayTest, false);
  assert.equal((await office.officer.ask({ path: '/channels' })).status, 403);
});

test('a test goes out, what becomes of it is told, and its number lies nowhere readable', async () => {
  const sent = await tests(admin, { account: 'telkomsel', to: '0812 0000 7777' });
  assert.equal(sent.status, 201);
  await house.runJobs();
  const sms = operator.taken.find(({ to }) => to === '+6281200007777');
  assert.match(sms?.text ?? '', /pesan uji/);
  await operator.tells(sms?.id ?? '', 'DELIVRD');
  const [line] = await outgoing(admin);
  assert.deepEqual([line?.about, line?.state], ['test', 'delivered']);
  assert.deepEqual(await entries(`answer:${line?.id}`), [`channel.tested person:${admin.id}`]);
  const { rows } = await house.database.pool.query<{ all: string }>(
    `select string_agg(t::text, ' ') as all from (
       select m::text from messages m union all select l::text from ledger.inbox l) t`,
  );
  assert.doesNotMatch(rows[0]?.all ?? '', /81200007777/);
});

test('nobody else tests, no other line, no number abroad, and not without end', async () => {
  for (const who of [office.verifier, office.liaison, elsewhere.admin])
    assert.equal((await tests(who, { account: 'telkomsel', to: '081200007777' })).status, 403);
  assert.equal((await tests(admin, { account: 'indosat', to: '081200007777' })).status, 404);
  const abroad = await tests(admin, { account: 'telkomsel', to: '+1 202 555 0100' });
  assert.deepEqual(
    [abroad.status, (abroad.body as { fields: { to: string } }).fields.to !== ''],
    [422, true],
  );
  for (let n = 0; n < 9; n += 1) await tests(admin, { account: 'telkomsel', to: '081200007777' });
  const refused = await tests(admin, { account: 'telkomsel', to: '081200007777' });
  assert.equal(codeOf(refused), 'too-many-requests');
});

test('every notice is shown as its channel sends it, in both languages, with no code', async () => {
  for (const query of ['channel=sms&language=id', 'channel=email&language=en']) {
    const { body } = await previews(admin, query);
    assert.equal(body.length, 19);
    for (const { subject, text, template } of body) {
      assert.ok(subject.length > 5 && text.length > 10, template);
      assert.doesNotMatch(text, /[{}]|notification\./, template);
    }
  }
  const { body } = await previews(admin, 'channel=sms&language=id');
  for (const { text } of body) assert.ok(text.length <= 306);
  assert.equal((await previews(admin, 'channel=fax&language=id')).status, 404);
});

test('with a case of one’s reach its words stand there; any other case is none', async () => {
  const matter = await office.citizen().files('Bantuan ibu saya berhenti.');
  const text = 'Bawa KK 7371012345678901 ke kantor desa.';
  await office.verifier.asks(matter, text);
  await house.runJobs();
  const query = `channel=sms&language=id&case=${matter.number}`;
  const { body } = await previews(office.verifier, query);
  const question = body.find(({ template }) => template === 'question');
  assert.equal(question?.isReal, true);
  assert.match(question?.text ?? '', /Bawa KK •+8901 ke kantor desa/);
  assert.match(question?.text ?? '', /••••-••••-••••/);
  assert.equal(body.find(({ template }) => template === 'answered')?.isReal, false);
  assert.equal((await previews(admin, query)).status, 404, 'an administrator reads no case');
  assert.equal((await previews(elsewhere.admin, query)).status, 404, 'another institution');
  const about = { personId: office.verifier.id, unitId: null, reason: 'Disebut.' };
  await office.secondVerifier.does(matter, 'conflict', about);
  assert.equal((await previews(office.verifier, query)).status, 404, 'a case about them');
});
