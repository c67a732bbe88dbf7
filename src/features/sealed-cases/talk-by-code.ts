import { reporterActor } from '../../domain/access/actor.ts';
import type { CaseCommandName, CaseCommands } from '../../domain/cases/commands.ts';
import { availableActs, decide } from '../../domain/cases/decide.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { nextClock } from '../../domain/cases/queue.ts';
import type { CaseStatus, InquiryOutcome } from '../../domain/cases/words.ts';
import { readTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { SentFile } from '../attachments/index.ts';
import type { TimelineEntry } from '../cases/contract.ts';
import { decisionContext, timelineForReporter } from '../cases/index.ts';
import type { Context, Reading } from '../context/index.ts';
import { visible } from '../submissions/index.ts';
import { actOnSealed } from './act-on-sealed.ts';
import { keepSealedFiles, mostSealedFiles, stripFile } from './file-content.ts';
import type { SealedCase } from './sealed-case.ts';
import { findSealed, listSealedEvents } from './store.ts';

/** What the holder of the code reads; never a person of the inspectorate, nor what they found. */
export interface TalkView {
  readonly code: string;
  readonly institution: string;
  readonly status: CaseStatus;
  readonly act: string | null;
  readonly receivedAt: string;
  readonly zone: string;
  readonly due: { readonly rule: string; readonly at: string } | null;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly question: string | null;
  readonly answer: {
    readonly text: string;
    readonly at: string;
    readonly outcome: InquiryOutcome | null;
  } | null;
  readonly referral: { readonly body: string; readonly reason: string } | null;
  readonly archive: { readonly reason: string; readonly explanation: string } | null;
  readonly timeline: readonly TimelineEntry[];
  readonly acts: readonly CaseCommandName[];
  readonly version: number;
}

/**
 * Opens the talk by its code in constant work: whatever was typed is hashed and looked up once. Refuses `not-found` for
 * every code that is not one of the sealed door, whatever else it may be.
 */
export async function getTalk(ctx: Reading, typed: string): Promise<Result<TalkView, Refusal>> {
  const found = await findSealed(ctx, byCode(ctx, typed));
  if (found === undefined) return err(refusal('not-found'));
  return ok(present(ctx, found, await listSealedEvents(ctx, found)));
}

/** What the writer may do from the page. */
export type TalkAct = 'completion' | 'reporter-message' | 'confirmation' | 'objection' | 'withdrawal';

/**
 * One act of the holder of the code. `seen` is the number of the last event on the page that was pressed: a second press
 * of the same button finds its own words there, and is not done twice. Refusals: `not-found`, and what the case refuses.
 */
export async function actByCode(
  ctx: Context,
  typed: string,
  act: TalkAct,
  words: string,
  seen: number,
): Promise<Result<TalkView, Refusal>> {
  const own: Context = { ...ctx, actor: reporterActor };
  let isRepeated = false;
  const acted = await actOnSealed(own, byCode(ctx, typed), act, async (found) => {
    const since = found.state.version > seen ? (await listSealedEvents(ctx, found)).slice(seen) : [];
    isRepeated = since.some((event) => isSaidIn(event, words));
    return isRepeated ? err(refusal('already-decided')) : ok({ input: inputOf(act, words) as never });
  });
  return acted.ok || isRepeated ? getTalk(own, typed) : acted;
}

/** A file brought later, stripped and sealed. Refusals: `not-found`, `attachment-refused`, what the case refuses. */
export async function addFileByCode(
  ctx: Context,
  typed: string,
  sent: SentFile,
): Promise<Result<TalkView, Refusal>> {
  const own: Context = { ...ctx, actor: reporterActor };
  const stripped = await stripFile(sent);
  if (!stripped.ok) return stripped;
  let isKnown = false;
  const acted = await actOnSealed(own, byCode(ctx, typed), 'reporter-attachment', async (found) => {
    const allowed = decide(
      found.state,
      'reporter-attachment',
      { name: '' },
      decisionContext(own, found.state),
    );
    if (!allowed.ok) return allowed;
    if (found.files.length >= mostSealedFiles)
      return err(refusal('attachment-refused', { reason: 'too-many' }));
    const files = await keepSealedFiles(ctx, found.seal, found.files, [stripped.value]);
    isKnown = files.length === found.files.length;
    return isKnown
      ? err(refusal('already-decided'))
      : ok({ input: { name: files.at(-1)?.name ?? '' }, files });
  });
  return acted.ok || isKnown ? getTalk(own, typed) : acted;
}

function byCode(ctx: Reading, typed: string) {
  const code = readTrackingCode(typed) ?? `not-a-code:${typed.slice(0, 64)}`;
  return { trackingHash: ctx.office.keys.hash('tracking', code) };
}

function inputOf(act: TalkAct, words: string): CaseCommands[TalkAct] {
  const text = visible(words) === '' ? '' : words;
  if (act === 'confirmation') return { score: null, comment: text };
  return act === 'objection' || act === 'withdrawal' ? { reason: text } : { text };
}

function isSaidIn({ actor, data }: CaseEvent, words: string): boolean {
  return actor.kind === 'reporter' && Object.values(data).some((value) => value === words.trim());
}

function present(ctx: Reading, found: SealedCase, events: readonly CaseEvent[]): TalkView {
  const { state } = found;
  const decision = decisionContext({ ...ctx, actor: reporterActor }, state);
  const clock = nextClock(state);
  const step = decision.procedure.steps.find(({ id }) => id === state.step);
  return {
    code: found.code,
    institution: found.institutionName,
    status: state.status,
    act: step?.act ?? null,
    receivedAt: state.receivedAt,
    zone: state.zone,
    due: clock?.due == null ? null : { rule: clock.rule, at: clock.due },
    text: found.text,
    files: found.files.map(({ name, bytes }) => ({ name, bytes })),
    question: state.question?.text ?? null,
    answer:
      state.answer?.releasedAt == null
        ? null
        : { text: state.answer.text, at: state.answer.releasedAt, outcome: state.inquiry?.outcome ?? null },
    referral: state.referral,
    archive: state.archive,
    timeline: timelineForReporter(events).map((entry) => ({
      ...entry,
      actor: { ...entry.actor, unit: null },
    })),
    acts: availableActs(state, decision),
    version: state.version,
  };
}
