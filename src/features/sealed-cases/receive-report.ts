import { randomUUID } from 'node:crypto';
import { firstWords } from '../../domain/cases/first-words.ts';
import { openCase } from '../../domain/cases/opening.ts';
import { sealedChannel } from '../../domain/cases/words.ts';
import { localDate } from '../../domain/clocks/calendar.ts';
import { formatTrackingCode, trackingCodeFrom } from '../../domain/privacy/tracking-code.ts';
import { sealedProcedure } from '../../domain/procedures/procedure.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import { randomBytes } from '../../platform/crypto/random.ts';
import type { SentFile } from '../attachments/index.ts';
import { decisionContext } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import type { StoredEntry } from '../ledger/index.ts';
import { textLimit } from '../submissions/contract.ts';
import { visible } from '../submissions/index.ts';
import { keepSealedFiles, mostSealedFiles, type StrippedFile, stripFile } from './file-content.ts';
import { listHolders, namedIn } from './keep-out.ts';
import { noteForInspectorate } from './notices.ts';
import { findOpenDoor } from './open-doors.ts';
import type { SealedCase } from './sealed-case.ts';
import { addSealed, findSealed } from './store.ts';

/** What the form asks for; nothing in it says who writes. */
interface ReportInput {
  readonly institution: string;
  readonly text: string;
  readonly occurredOn: string;
  readonly place: string;
  readonly files: readonly SentFile[];
  /** One-time key of the form: the same form sent twice is one report. */
  readonly formKey: string;
}

export interface ReportDone {
  /** Formatted; all that its writer will ever need. */
  readonly code: string;
  readonly institution: string;
  /** ISO 8601 UTC: until when somebody of the inspectorate has looked at it. Null while no calendar says. */
  readonly checkedBy: string | null;
  readonly zone: string;
}

/**
 * Takes in what came by the sealed door (WBS). Nothing of who sent it is asked, kept or looked at. Refusals:
 * `invalid-input` with the fields at fault (`text`, `institution`, `files`).
 */
export async function receiveReport(ctx: Context, input: ReportInput): Promise<Result<ReportDone, Refusal>> {
  const formHash = ctx.office.keys.hash('sealed-form', input.formKey);
  const earlier = await findSealed(ctx, { formHash });
  if (earlier !== undefined) return ok(doneOf(earlier));
  const door = await findOpenDoor(ctx, input.institution);
  const stripped = await stripAll(input.files);
  const fields: Record<string, string> = {
    ...(visible(input.text) === '' ? { text: 'required' } : {}),
    ...(input.text.length > textLimit ? { text: 'too-long' } : {}),
    ...(door === undefined ? { institution: input.institution === '' ? 'required' : 'unknown' } : {}),
    ...(stripped.ok ? {} : { files: String(stripped.error.details?.reason ?? 'unreadable') }),
  };
  if (door === undefined || !stripped.ok || Object.keys(fields).length > 0)
    return err({ code: 'invalid-input', fields });

  const text = storable(input.text);
  const holders = await listHolders(ctx, door.id);
  const filed = await fileSealed(ctx, {
    door,
    text,
    title: firstWords(text),
    receivedAt: ctx.now,
    occurredOn: orNull(input.occurredOn),
    place: orNull(input.place),
    kept: namedIn(`${text} ${input.place}`, holders),
    code: trackingCodeFrom(randomBytes(64)),
    trackingHash: null,
    formHash,
    files: stripped.value,
  });
  return ok(filed.done);
}

interface Filing {
  readonly door: { readonly id: string; readonly name: string; readonly zone: string };
  readonly text: string;
  readonly title: string;
  readonly receivedAt: string;
  readonly occurredOn: string | null;
  readonly place: string | null;
  readonly kept: readonly string[];
  /** Empty where the writer has one already, whose hash is handed over. */
  readonly code: string;
  readonly trackingHash: Buffer | null;
  readonly formHash: Buffer | null;
  readonly files: readonly StrippedFile[];
  readonly former?: readonly StoredEntry[];
}

/** Opens a case of the sealed door; also for what an ordinary channel hands over. */
export async function fileSealed(
  ctx: Context,
  filing: Filing,
): Promise<{ readonly id: string; readonly done: ReportDone }> {
  const { door, code } = filing;
  const procedure = ctx.office.procedures.latest(sealedProcedure);
  const { state, events } = openCase(decisionContext(ctx, { procedure }), {
    id: randomUUID(),
    number: numberOf(localDate(ctx.now, door.zone)),
    institution: door.id,
    zone: door.zone,
    channel: sealedChannel,
    receivedAt: filing.receivedAt,
    anonymous: true,
    kind: 'complaint',
    title: filing.title,
    categoryId: null,
    areaCode: null,
    secrecy: 'L3',
  });
  const { wrappedKey, seal } = ctx.office.keys.newSeal(state.id);
  const content = {
    state,
    text: filing.text,
    occurredOn: filing.occurredOn,
    place: filing.place,
    code: formatTrackingCode(code),
    files: await keepSealedFiles(ctx, seal, [], filing.files),
    kept: filing.kept,
    ...(filing.former === undefined ? {} : { former: filing.former }),
  };
  const trackingHash = filing.trackingHash ?? ctx.office.keys.hash('tracking', code);
  const { formHash } = filing;
  await addSealed(ctx, { content, events, trackingHash, formHash, seal, wrappedKey });
  const opened = { ...content, institutionName: door.name, institutionZone: door.zone, seal };
  await noteForInspectorate(ctx, opened);
  return { id: state.id, done: doneOf(opened) };
}

async function stripAll(sent: readonly SentFile[]): Promise<Result<readonly StrippedFile[], Refusal>> {
  if (sent.length > mostSealedFiles)
    return err({ code: 'attachment-refused', details: { reason: 'too-many' } });
  const stripped: StrippedFile[] = [];
  for (const file of sent) {
    const one = await stripFile(file);
    if (!one.ok) return one;
    stripped.push(one.value);
  }
  return ok(stripped);
}

function doneOf(filed: SealedCase): ReportDone {
  const clock = filed.state.clocks.find(({ rule }) => rule === 'sealed-report-first-check');
  return {
    code: filed.code,
    institution: filed.institutionName,
    checkedBy: clock?.due ?? null,
    zone: filed.state.zone,
  };
}

/** Four letters by chance: a running number would tell one institution how many came to another. */
function numberOf(date: string): string {
  return `WBS-${date.slice(2, 4)}${date.slice(5, 7)}-${trackingCodeFrom(randomBytes(64)).slice(0, 4)}`;
}

function orNull(typed: string): string | null {
  const kept = storable(typed).trim();
  return kept === '' ? null : kept.slice(0, 400);
}
