import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { translate } from '../../platform/i18n/index.ts';
import type { Reading } from '../context/index.ts';
import type { ReadingInput, ReadingView } from './contract.ts';
import { areaFaults, faultRefusal } from './entries.ts';
import { readDecreeFile } from './read-decree-file.ts';
import { keepsCalendars } from './rights.ts';

/**
 * What a file would lay in, with the line of each entry; saves nothing. Refuses `not-authorized`, `invalid-input`
 * (content is not base64), `calendar-refused` with line and reason of every fault.
 */
export async function readUpload(ctx: Reading, input: ReadingInput): Promise<Result<ReadingView, Refusal>> {
  if (!keepsCalendars(ctx.actor)) return err(refusal('not-authorized'));
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(input.content)) {
    return err({ code: 'invalid-input', fields: { content: 'not-understood' } });
  }
  const read = readDecreeFile(Buffer.from(input.content, 'base64'), input, ctx.office.calendar);
  if (!read.ok) return err(faultRefusal(read.error));
  const { entries, lines, notes } = read.value;
  const unknown = await areaFaults(ctx, entries, lines);
  if (unknown.length > 0) return err(faultRefusal(unknown));
  return ok({
    entries: entries as ReadingView['entries'],
    lines: [...lines],
    notes: notes.map(({ line, code, params }) => ({
      line,
      code,
      text: translate(ctx.locale, `calendar.note.${code}`, params),
    })),
  });
}
