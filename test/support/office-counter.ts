import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { SubmissionDone } from '../../src/features/submissions/contract.ts';
import type { EntryInput } from '../../src/features/submissions/contract-entry.ts';
import { type Answer, asForm } from './office-door.ts';
import type { Officer } from './office-officer.ts';

/** What an officer enters for somebody else; the answer as it came. */
export function triesToEnter(
  officer: Officer,
  input: EntryInput,
  key: string = randomUUID(),
): Promise<Answer<SubmissionDone>> {
  return officer.ask<SubmissionDone>({
    method: 'POST',
    path: '/entries',
    body: input,
    headers: { 'idempotency-key': key },
  });
}

export async function enters(officer: Officer, input: EntryInput): Promise<SubmissionDone> {
  const answer = await triesToEnter(officer, input);
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

/** A paper laid on the scanner. */
export async function scans(
  officer: Officer,
  purpose: string,
  name: string,
  content: string,
): Promise<{ readonly id: string; readonly name: string; readonly sealed: boolean }> {
  const { headers, payload } = asForm({ name, content: Buffer.from(content) });
  const answer = await officer.ask<{ id: string; name: string; sealed: boolean }>({
    method: 'POST',
    path: `/entries/uploads?purpose=${purpose}`,
    headers,
    payload,
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

export function prints(officer: Officer, letter: string): Promise<Answer<unknown>> {
  return officer.ask({ method: 'POST', path: `/letters/${letter}/printing` });
}
