import assert from 'node:assert/strict';
import { test } from 'node:test';
import { err, ok, type Result } from '../../../src/domain/shared/result.ts';
import type { DraftView, ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { Problem } from '../../api/client.ts';
import { type KeptDraft, openDesk } from './draft-desk.ts';

const document = (title: string): ProcedureDocument => ({
  institution: 'Instansi',
  title,
  decree: { number: null, date: null, signatory: null },
  legalBasis: [],
  channels: [],
  overallLimit: null,
  fee: '',
  requirements: [],
  actors: [],
  steps: [],
  notes: [],
});
const view = (revision: number, title: string) =>
  ({ id: 'd', state: 'open', revision, document: document(title) }) as DraftView;
const offline: Problem = {
  status: 0,
  code: 'offline',
  title: '',
  detail: '',
  fields: {},
  faults: [],
  more: {},
};
const changed = (current: DraftView): Problem => ({ ...offline, code: 'draft-changed', more: { current } });

/** The server at the other end of the line: keeps one draft, and now and then loses an answer or the way. */
function farServer(start: DraftView) {
  let held = start;
  let fault: 'none' | 'no way' | 'answer lost' = 'none';
  const asked: number[] = [];
  return {
    asked,
    held: () => held,
    breaks(how: typeof fault) {
      fault = how;
    },
    savesBySomebodyElse(title: string) {
      held = view(held.revision + 1, title);
    },
    async put(revision: number, sent: ProcedureDocument): Promise<Result<DraftView, Problem>> {
      asked.push(revision);
      if (fault === 'no way') return err(offline);
      if (revision !== held.revision) return err(changed(held));
      held = view(revision + 1, sent.title);
      return fault === 'answer lost' ? err(offline) : ok(held);
    },
  };
}

function desk(server: ReturnType<typeof farServer>, kept: KeptDraft | null = null, first = server.held()) {
  let memory = kept;
  let due: (() => void) | null = null;
  const opened = openDesk(first, {
    put: server.put,
    memory: {
      read: () => memory,
      write: (next) => {
        memory = next;
      },
      forget: () => {
        memory = null;
      },
    },
    later(save) {
      due = save;
      return () => {
        due = null;
      };
    },
  });
  opened.attach();
  return {
    ...opened,
    kept: () => memory,
    types: (title: string) => opened.change(document(title)),
    /** The pause is over, and the answer is there. */
    async pauses() {
      due?.();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}

test('what is typed is saved after a pause, on the revision before it', async () => {
  const server = farServer(view(1, 'a'));
  const mine = desk(server);
  mine.types('b');
  mine.types('bc');
  assert.equal(mine.kept()?.document.title, 'bc');
  await mine.pauses();
  assert.deepEqual([server.held().document.title, server.asked], ['bc', [1]]);
  assert.deepEqual([mine.state().isSaved, mine.state().view.revision, mine.kept()], [true, 2, null]);
});

test('after a broken connection nothing of somebody else is written over', async () => {
  const server = farServer(view(1, 'a'));
  const mine = desk(server);
  server.breaks('no way');
  mine.types('mine');
  await mine.pauses();
  assert.equal(mine.state().problem?.code, 'offline');
  assert.equal(mine.state().theirs, null);
  server.breaks('none');
  server.savesBySomebodyElse('theirs');
  mine.retry();
  await mine.pauses();
  assert.deepEqual(server.asked, [1, 1], 'tried again on the revision that was looked at');
  assert.equal(server.held().document.title, 'theirs');
  assert.equal(mine.state().theirs?.document.title, 'theirs');
  assert.equal(mine.state().document.title, 'mine');
  assert.equal(await mine.leave(), true, 'kept in this tab');
});

test('only who saw both texts can put his own over the other', async () => {
  const server = farServer(view(1, 'a'));
  const mine = desk(server);
  server.savesBySomebodyElse('theirs');
  mine.types('mine');
  await mine.pauses();
  server.savesBySomebodyElse('theirs, later');
  mine.saveMine();
  await mine.pauses();
  assert.equal(mine.state().theirs?.document.title, 'theirs, later', 'that one was not seen yet');
  mine.saveMine();
  await mine.pauses();
  assert.deepEqual([server.held().document.title, mine.state().isSaved], ['mine', true]);
});

test('the other text can be taken instead', async () => {
  const server = farServer(view(1, 'a'));
  const mine = desk(server);
  server.savesBySomebodyElse('theirs');
  mine.types('mine');
  await mine.pauses();
  mine.takeTheirs();
  assert.deepEqual([mine.state().document.title, mine.state().isSaved, mine.kept()], ['theirs', true, null]);
  mine.types('theirs and mine');
  await mine.pauses();
  assert.equal(server.held().document.title, 'theirs and mine');
});

test('an answer that was lost is no conflict with oneself, also after more was typed', async () => {
  const server = farServer(view(1, 'a'));
  const mine = desk(server);
  server.breaks('answer lost');
  mine.types('b');
  await mine.pauses();
  assert.equal(mine.state().problem?.code, 'offline');
  server.breaks('none');
  mine.types('bc');
  await mine.pauses();
  await mine.pauses();
  assert.equal(mine.state().theirs, null);
  assert.deepEqual([server.held().document.title, mine.state().isSaved], ['bc', true]);
});

test('what was typed outlives a reload: on the same revision it is saved, on another it is shown beside it', async () => {
  const server = farServer(view(3, 'a'));
  const again = desk(server, { revision: 3, document: document('typed'), sent: null });
  assert.equal(again.state().document.title, 'typed');
  await again.pauses();
  assert.equal(server.held().document.title, 'typed');
  const late = desk(server, { revision: 3, document: document('older'), sent: null });
  assert.equal(late.state().theirs?.document.title, 'typed');
  await late.pauses();
  assert.equal(server.held().document.title, 'typed');
  const own = desk(server, { revision: 3, document: document('typed more'), sent: document('typed') });
  assert.equal(own.state().theirs, null, 'sent from here before the reload');
});

test('a change that can be taken back is, until the next one', () => {
  const mine = desk(farServer(view(1, 'a')));
  mine.change(document('without a row'), 'Langkah dihapus.');
  assert.equal(mine.state().undo?.said, 'Langkah dihapus.');
  mine.takeBack();
  assert.equal(mine.state().document.title, 'a');
  mine.change(document('without a row'), 'Langkah dihapus.');
  mine.types('b');
  assert.equal(mine.state().undo, null);
});
