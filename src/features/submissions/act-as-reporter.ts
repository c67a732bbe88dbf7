import { reporterActor } from '../../domain/access/actor.ts';
import type { CaseCommandName, CaseCommands } from '../../domain/cases/commands.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, type Result } from '../../domain/shared/result.ts';
import { keepFile, type SentFile } from '../attachments/index.ts';
import type { ReporterAct } from '../cases/contract.ts';
import { actOnCase } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import type { TrackingView } from './contract.ts';
import { findByCode, getTracking } from './get-tracking.ts';
import { storable } from './validate.ts';

/** The reporter's nouns and the domain's commands; one name differs, because officers write messages too. */
const commandOf: Readonly<Record<ReporterAct, CaseCommandName>> = {
  completion: 'completion',
  message: 'reporter-message',
  secrecy: 'reporter-secrecy',
  confirmation: 'confirmation',
  objection: 'objection',
  rating: 'rating',
  withdrawal: 'withdrawal',
};

/**
 * What the holder of the code does: completes, writes, confirms, objects, rates, withdraws, makes it
 * more secret. Answers with the tracking page as it is then. Refusals: `not-found` (code), and whatever
 * the case refuses.
 */
export async function actAsReporter(
  ctx: Context,
  code: string,
  noun: ReporterAct,
  input: object,
): Promise<Result<TrackingView, Refusal>> {
  const found = await findByCode(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  const own: Context = { ...ctx, actor: reporterActor };
  const command = commandOf[noun];
  // The body was checked against this noun's schema; each noun's shape is its command's shape.
  const cleaned = Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      typeof value === 'string' ? storable(value) : value,
    ]),
  ) as CaseCommands[typeof command];
  const acted = await actOnCase(own, found.id, command, cleaned);
  return acted.ok ? getTracking(own, code) : acted;
}

/** A file brought later: evidence, or the family card that "may follow". */
export async function addReporterFile(
  ctx: Context,
  code: string,
  sent: SentFile,
  purpose: 'evidence' | 'family-card',
): Promise<Result<TrackingView, Refusal>> {
  const found = await findByCode(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  const own: Context = { ...ctx, actor: reporterActor };
  const kept = await keepFile(own, sent, purpose, { caseId: found.id });
  return kept.ok ? getTracking(own, code) : kept;
}
