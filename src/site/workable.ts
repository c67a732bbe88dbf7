import type { FastifyReply } from 'fastify';
import { contentPolicy } from '../platform/http/content-policy.ts';
import type { Puzzle } from '../platform/http/proof-of-work.ts';
import { puzzleOf } from './parts/work-note.tsx';

/** The puzzle of a refusal, and for its page the policy that lets the solver run in a thread. */
export function workable(reply: FastifyReply, refused: object | null): Puzzle | null {
  const puzzle = puzzleOf(refused);
  if (puzzle !== null) reply.header('content-security-policy', contentPolicy.solver);
  return puzzle;
}
