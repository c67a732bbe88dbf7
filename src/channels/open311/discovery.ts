import { ok, type Result } from '../../domain/shared/result.ts';
import type { Answer, Fault } from './answer.ts';
import type { OfAnyone } from './ways.ts';

/** Where this API is and what it speaks; the same for everybody. */
export async function discover(
  { speaker: { t } }: OfAnyone,
  publicUrl: string,
): Promise<Result<Answer, readonly Fault[]>> {
  const content = {
    changeset,
    contact: t('open311.discovery.contact', { url: publicUrl }),
    key_service: t('open311.discovery.keys'),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${publicUrl}/open311/v2`,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
  return ok({ root: 'discovery', content });
}

/** When these ways last changed. */
const changeset = '2026-11-28T00:00:00Z';
