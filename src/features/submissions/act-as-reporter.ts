import { reporterActor } from '../../domain/access/actor.ts';
import type { CaseCommandName, CaseCommands } from '../../domain/cases/commands.ts';
import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import { maskOwn, type Own } from '../../domain/privacy/sealed-words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { SentFile } from '../attachments/index.ts';
import type { ReporterAct } from '../cases/contract.ts';
import { actOnCase, addFile, listEvents } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { everybodyIn, keepWritten, openReporter, type Written } from '../reporters/index.ts';
import type { TrackingView } from './contract.ts';
import { getTracking } from './get-tracking.ts';
import { findByAccess } from './reporter-access.ts';
import { visible } from './validate.ts';

/** The reporter's nouns and the domain's commands; one name differs, because officers write messages too. */
const commandOf: Readonly<Record<ReporterAct, CaseCommandName>> = {
  completion: 'completion',
  message: 'reporter-message',
  secrecy: 'reporter-secrecy',
  'lowering-consent': 'lowering-consent',
  'publication-objection': 'publication-objection',
  confirmation: 'confirmation',
  objection: 'objection',
  rating: 'rating',
  withdrawal: 'withdrawal',
  'data-request': 'data-request',
  'restriction-lifting': 'restriction-lifting',
};

/** The event that each noun leaves behind, and the field in which it keeps what was said. */
const traceOf: Readonly<Record<ReporterAct, { readonly type: CaseEventType; readonly field?: string }>> = {
  completion: { type: 'ReporterCompleted', field: 'text' },
  message: { type: 'MessageFromReporter', field: 'text' },
  secrecy: { type: 'SecrecyRaised' },
  'lowering-consent': { type: 'LoweringAnswered' },
  'publication-objection': { type: 'PublicationEnded', field: 'reason' },
  confirmation: { type: 'CaseConfirmed' },
  objection: { type: 'ObjectionRaised', field: 'reason' },
  rating: { type: 'CaseRated', field: 'comment' },
  withdrawal: { type: 'CaseWithdrawn', field: 'reason' },
  'data-request': { type: 'DataRequestReceived', field: 'reason' },
  'restriction-lifting': { type: 'RestrictionLifted' },
};

/**
 * What the holder of the code does: completes, writes, confirms, objects, rates, withdraws, makes it
 * more secret. Answers with the tracking page as it is then. `seen` is the number of the last event on the
 * page that was pressed: the same act since then is a second press of the same button, and is not done twice.
 * Refusals: `not-found` (code), and whatever the case refuses.
 */
export async function actAsReporter(
  ctx: Context,
  code: string,
  noun: ReporterAct,
  input: object,
  seen?: number,
): Promise<Result<TrackingView, Refusal>> {
  const found = await findByAccess(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  const own: Context = { ...ctx, actor: reporterActor };
  const command = commandOf[noun];
  let isRepeated = false;
  let written: readonly Written[] = [];
  const acted = await actOnCase(own, found.id, command, async (state) => {
    const hidden = hideOwn(clean(input), await whoReports(own, found.id));
    written = hidden.written;
    // The body was checked against this noun's schema; each noun's shape is its command's shape.
    const cleaned = hidden.said as CaseCommands[typeof command];
    // Under the lock, so that of two presses at the same moment the second finds the first's event.
    if (seen !== undefined && state.version > seen) {
      const since = (await listEvents(ctx.tx, found.id)).filter((event) => event.seq > seen);
      isRepeated = since.some((event) => isTraceOf(event, noun, cleaned));
    }
    return isRepeated ? err(refusal('already-decided')) : ok(cleaned);
  });
  if (acted.ok) await keepWritten(own, found.id, written);
  return acted.ok || isRepeated ? getTracking(own, code) : acted;
}

/** Nobody where the identity was destroyed. */
async function whoReports(ctx: Context, caseId: string): Promise<readonly Own[]> {
  const reporter = await openReporter(ctx, caseId);
  return reporter === undefined ? [] : everybodyIn(reporter);
}

/** What the office may read of what was said, and the originals of the rest. */
function hideOwn(input: object, own: readonly Own[]): { said: object; written: readonly Written[] } {
  const written: Written[] = [];
  const said = Object.entries(input).map(([field, value]) => {
    if (typeof value !== 'string') return [field, value];
    const original = value.trim();
    const shown = maskOwn(original, ...own);
    if (shown !== original) written.push({ shown, original });
    return [field, shown];
  });
  return { said: Object.fromEntries(said), written };
}

/** What can be stored, and nothing where nothing could be seen: zero-width characters are no answer. */
function clean(input: object): object {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      typeof value !== 'string' ? value : visible(value) === '' ? '' : storable(value),
    ]),
  );
}

function isTraceOf(event: CaseEvent, noun: ReporterAct, input: object): boolean {
  const { type, field } = traceOf[noun];
  if (event.type !== type || event.actor.kind !== 'reporter') return false;
  if (field === undefined) return true;
  const [kept, sent] = [event.data, input].map((one) => (one as Record<string, unknown>)[field]);
  return kept === (typeof sent === 'string' ? sent.trim() : sent);
}

/**
 * A file brought later: evidence, or the family card that "may follow". The same file again is the one that is
 * there, and no other event. Refusals: `not-found` (code), `attachment-refused`, `not-this-status`.
 */
export async function addReporterFile(
  ctx: Context,
  code: string,
  sent: SentFile,
  purpose: 'evidence' | 'family-card',
): Promise<Result<TrackingView, Refusal>> {
  const found = await findByAccess(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  const own: Context = { ...ctx, actor: reporterActor };
  const named = { ...sent, name: maskOwn(sent.name, ...(await whoReports(own, found.id))) };
  const added = await addFile(own, found.id, 'reporter-attachment', named, purpose);
  return added.ok ? getTracking(own, code) : added;
}
