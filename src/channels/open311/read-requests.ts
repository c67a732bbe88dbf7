import { err, ok, type Result } from '../../domain/shared/result.ts';
import { listClientRequests } from '../../features/api-clients/index.ts';
import { listCategories } from '../../features/organizations/index.ts';
import { listPublicTexts } from '../../features/publications/index.ts';
import type { Answer, Fault } from './answer.ts';
import { given } from './fields.ts';
import { foreignKey, jurisdictionOf } from './jurisdiction.ts';
import { presentOwn, presentPublic } from './present-request.ts';
import { readRequestId } from './request-id.ts';
import { findService } from './services.ts';
import { spanOf } from './span.ts';
import type { OfAnyone } from './ways.ts';
import type { Content } from './xml.ts';

/** How many a page holds, at most and where nothing is said. */
const pageSize = 100;
const idsAtOnce = 100;

/** One request: a public text by its id, or what this key filed by the number it was given. Everything else is 404, alike. */
export async function getRequest(asked: OfAnyone): Promise<Result<Answer, readonly Fault[]>> {
  const found = await byIds(asked, [asked.named]);
  return found.length === 0
    ? err([{ code: 404, description: asked.speaker.t('open311.fault.request') }])
    : ok({ root: 'service_requests', content: found });
}

/**
 * What is public at one institution, or the requests named as `service_request_id`. Nothing else is listed to anybody:
 * a client asks for its own by their numbers. Faults: 400 and 404 for what is asked wrongly.
 */
export async function listRequests(asked: OfAnyone): Promise<Result<Answer, readonly Fault[]>> {
  const ids = given(asked.fields.values, 'service_request_id');
  if (ids !== undefined) {
    const wanted = ids.split(',');
    if (wanted.length > idsAtOnce)
      return err([
        { code: 400, description: `service_request_id: ${asked.speaker.t('problem.field.too-many')}` },
      ]);
    const found = await byIds(asked, wanted);
    return ok({ root: 'service_requests', content: found });
  }
  const institution = await jurisdictionOf(asked);
  if (!institution.ok) return institution;
  const span = spanOf(asked);
  if (!span.ok) return span;
  const { ctx, fields, speaker } = asked;
  const categories = await listCategories(ctx.tx, institution.value.id, ctx.locale, { withInactive: true });
  const code = given(fields.values, 'service_code');
  const category = code === undefined ? undefined : findService(categories, code);
  if (code !== undefined && category === undefined)
    return err([{ code: 404, description: speaker.t('open311.fault.service') }]);
  const status = given(fields.values, 'status');
  // What is public has ended.
  if (status !== undefined && !status.split(',').includes('closed'))
    return ok({ root: 'service_requests', content: [] });
  const names = categories.find(({ id }) => id === category)?.names;
  const texts = await listPublicTexts(ctx, {
    institution: institution.value.id,
    // A text tells its month alone; the month in which the span begins is within it.
    from: `${span.value.from.slice(0, 7)}-01`,
    to: span.value.to.slice(0, 10),
    ...(names?.id === undefined ? {} : { category: names.id }),
    ...pageOf(fields.values),
  });
  const codes = new Map(categories.map(({ id, name }) => [name, id]));
  return ok({
    root: 'service_requests',
    content: texts.map((text) => presentPublic(text, codes.get(text.category ?? ''), speaker)),
  });
}

/** Always both questions and nothing in between, so that no answer takes longer because something is there. */
async function byIds(asked: OfAnyone, typed: readonly string[]): Promise<readonly Content[]> {
  const { ctx, client, fields, speaker } = asked;
  const ids = typed.map(readRequestId);
  const texts = await listPublicTexts(ctx, { ids });
  const own = client === null ? [] : await listClientRequests(ctx, client.id, ids);
  const wanted = given(fields.values, 'jurisdiction_id');
  return [
    ...texts
      .filter(({ institution }) => wanted === undefined || wanted === institution.id)
      .map((text) => presentPublic(text, undefined, speaker)),
    ...(foreignKey(asked).length > 0 ? [] : own.map((request) => presentOwn(request, speaker))),
  ];
}

function pageOf(values: Readonly<Record<string, string>>): {
  readonly limit: number;
  readonly offset: number;
} {
  const number = (name: string, most: number, otherwise: number): number => {
    const typed = given(values, name) ?? '';
    return /^[1-9]\d{0,5}$/.test(typed) ? Math.min(Number(typed), most) : otherwise;
  };
  const limit = number('page_size', pageSize, pageSize);
  return { limit, offset: (number('page', 10_000, 1) - 1) * limit };
}
