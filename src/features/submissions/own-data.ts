import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { translate } from '../../platform/i18n/index.ts';
import { isReportersOwn } from '../cases/index.ts';
import { getOwnAccount, type OwnAccount } from '../citizen-accounts/index.ts';
import type { Context } from '../context/index.ts';
import { presentRules } from '../privacy/index.ts';
import { besideReporter, openReporter } from '../reporters/index.ts';
import { readPeriod } from '../retention/index.ts';
import type { OwnData, TrackingView } from './contract.ts';
import { getTracking } from './get-tracking.ts';
import { findByAccess } from './reporter-access.ts';

/**
 * Everything that is kept about the holder of the code in this case (UU 27/2022, art. 7): who they are, what they gave
 * and wrote, the notices to them, who opened their identity, and for how long it is kept. Of a sealed case nothing is
 * said of who opened it: that would tell who looks into the matter. Refuses `not-found`.
 */
export async function getOwnData(ctx: Context, code: string): Promise<Result<OwnData, Refusal>> {
  const found = await findByAccess(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  const tracking = await getTracking(ctx, code);
  if (!tracking.ok) return tracking;
  const view = tracking.value;
  const reporter = await openReporter(ctx, found.id);
  const { period } = await readPeriod(ctx, view.institution.id);
  const account = view.inAccount === true ? await getOwnAccount(ctx) : null;
  return ok({
    code: view.code,
    institution: view.institution.name,
    receivedAt: view.receivedAt,
    channel: view.channel,
    zone: view.zone,
    secrecy: view.secrecy,
    isKept: reporter !== undefined,
    anonymous: view.anonymous,
    identity:
      reporter === undefined || view.anonymous
        ? null
        : {
            name: reporter.name,
            phone: reporter.phone,
            email: reporter.email,
            nik: reporter.nik,
            familyCardNumber: reporter.familyCardNumber,
            address: reporter.address,
            reach: reporter.reach,
            beside: besideReporter(reporter),
          },
    account: account?.ok === true ? accountData(account.value) : null,
    earlier: (reporter?.earlier ?? []).map((one) => ({ ...one })),
    title: view.title,
    text: view.text,
    occurredOn: view.occurredOn,
    area: view.area,
    place: view.place,
    written: writtenBy(view),
    files: view.attachments.map(({ name, purpose, bytes, sealed, addedAt }) => ({
      name,
      purpose,
      bytes,
      sealed,
      addedAt,
    })),
    notices: await noticesTo(ctx, found.id),
    openedBy: view.status === 'sealed' ? null : [...view.reveals],
    restricted: view.restricted,
    requests: [...view.dataRequests],
    retention: presentRules(ctx.office.privacy, ctx.locale)
      .retention.filter(({ id }) => ownClasses(account !== null).includes(id))
      .map(({ id, name, covers, keep, law }) => ({
        id,
        name,
        covers,
        keep: id === 'reporter-identity' ? period : keep,
        law,
      })),
  });
}

/** What is kept of one's own, by its class of retention. */
function ownClasses(withAccount: boolean): readonly string[] {
  return ['reporter-identity', 'case-file', ...(withAccount ? ['citizen-account'] : [])];
}

/** Every word of the reporter that stands in the log. */
function writtenBy({ timeline }: TrackingView): OwnData['written'] {
  return timeline.flatMap((entry) => {
    const { at, data } = entry;
    const words = [data.text, data.reason, data.comment].find((one) => typeof one === 'string' && one !== '');
    return isReportersOwn(entry) && typeof words === 'string' ? [{ at, text: words }] : [];
  });
}

async function noticesTo({ tx, locale }: Context, caseId: string): Promise<OwnData['notices']> {
  const rows = await tx
    .selectFrom('notifications')
    .select(['template', 'params', 'channel', 'status', 'created_at as at'])
    .where('case_id', '=', caseId)
    .where('recipient_kind', '=', 'reporter')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ template, params, channel, status, at }) => ({
    at,
    subject: translate(locale, `notification.${template}.subject`, params),
    channel,
    status,
  }));
}

function accountData({ address, createdAt, lastSeenAt }: OwnAccount): OwnData['account'] {
  return { address, createdAt, lastSeenAt };
}
