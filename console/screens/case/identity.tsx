import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Static } from 'typebox';
import type { CaseView, IdentityView } from '../../../src/features/cases/contract.ts';
import { serverNow } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { clockTime, shortMoment, zoneName } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { ActForm } from './acts/act-form.tsx';

export type IdentityShown = Static<typeof IdentityView>;

/** The sealed identity: opened for a purpose, for a while, and written down where the reporter reads it. */
export function Identity({
  view,
  identity,
  onChange: setIdentity,
}: {
  readonly view: CaseView;
  /** What is open now; the sealed files are open for as long. */
  readonly identity: IdentityShown | null;
  readonly onChange: (identity: IdentityShown | null) => void;
}): ReactNode {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const heading = useId();

  // When the time is up the name goes away by itself.
  useEffect(() => {
    if (identity === null) return undefined;
    const timer = window.setTimeout(
      () => setIdentity(null),
      Math.max(0, Date.parse(identity.until) - serverNow()),
    );
    return () => window.clearTimeout(timer);
  }, [identity, setIdentity]);

  const mayReveal = view.acts.includes('reveal');
  return (
    <section className="seal" aria-labelledby={heading}>
      <h3 id={heading}>
        <Icon name="lock" />
        {t(headingOf(view, identity))}
      </h3>
      {identity === null ? null : (
        <Shown identity={identity} zone={view.institution.zone} onHide={() => setIdentity(null)} />
      )}
      {view.anonymous ? <p className="note">{t('console.identity.anonymous.note')}</p> : null}
      {mayReveal && identity === null && !asking ? (
        <p>
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {t('console.act.reveal')}
          </button>
        </p>
      ) : null}
      {mayReveal && asking ? (
        <ActForm
          view={view}
          act="reveal"
          onCancel={() => setAsking(false)}
          onDone={(done) => {
            setAsking(false);
            setIdentity(done.identity ?? null);
          }}
        />
      ) : null}
      <LastReveal view={view} />
    </section>
  );
}

function headingOf(view: CaseView, identity: IdentityShown | null): string {
  if (view.anonymous) return 'console.identity.anonymous';
  return identity === null ? 'console.identity.sealed' : 'console.identity.opened';
}

function Shown({
  identity,
  zone,
  onHide,
}: {
  readonly identity: IdentityShown;
  readonly zone: string;
  readonly onHide: () => void;
}): ReactNode {
  const { t, language } = useText();
  const rows = [
    ['name', identity.name],
    ['phone', identity.phone],
    ['email', identity.email],
  ] as const;
  return (
    <div className="revealed" role="status">
      <dl className="kv tight">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`console.identity.${name}`)}</dt>
            <dd>{value ?? t('console.identity.none')}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {t('console.identity.until', {
          time: `${clockTime(identity.until, zone, language)} ${zoneName(zone)}`,
        })}
      </p>
      <button type="button" className="btn" onClick={onHide}>
        {t('console.identity.hide')}
      </button>
    </div>
  );
}

function LastReveal({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const last = view.timeline.findLast((entry) => entry.type === 'IdentityRevealed');
  if (last === undefined) return null;
  return (
    <p className="note">
      {t('console.identity.last', {
        moment: shortMoment(last.at, view.institution.zone, language, serverNow()),
        who: last.actor.name ?? '',
      })}
    </p>
  );
}
