import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInThread, ThreadStopped } from './run-in-thread.ts';

const echo = new URL('./echo.fixture.ts', import.meta.url);

test('a module of TypeScript runs in a thread of its own and answers', async () => {
  assert.equal(await runInThread(echo, { say: 'halo' }, { timeoutMs: 60_000 }), 'halo a');
});

test('what it throws comes out, and a thread that never ends is stopped', async () => {
  await assert.rejects(runInThread(echo, { say: '' }, { timeoutMs: 60_000 }), /nothing to say/);
  await assert.rejects(runInThread(echo, { say: 'x', spin: true }, { timeoutMs: 1 }), ThreadStopped);
  const gone = new AbortController();
  const spinning = runInThread(echo, { say: 'x', spin: true }, { timeoutMs: 60_000, signal: gone.signal });
  gone.abort();
  await assert.rejects(spinning, (error) => error instanceof ThreadStopped && error.reason === 'aborted');
  await assert.rejects(
    runInThread(echo, { say: 'x' }, { timeoutMs: 60_000, signal: gone.signal }),
    ThreadStopped,
  );
});
