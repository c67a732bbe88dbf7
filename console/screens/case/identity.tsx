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
  const { t, language } = useText();
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
        <Shown
          identity={identity}
          zone={view.institution.zone}
          isSealed={view.status === 'sealed'}
          onHide={() => setIdentity(null)}
        />
      )}
      {view.hold === null ? null : (
        <p className="note">{t('console.identity.hold', { reason: view.hold })}</p>
      )}
      {view.identityDestroyedAt === null ? null : (
        <p className="note">
          {t('console.identity.destroyed.note', {
            moment: shortMoment(view.identityDestroyedAt, view.institution.zone, language, serverNow()),
          })}
        </p>
      )}
      {view.anonymous ? <p className="note">{t(anonymousNote(view))}</p> : null}
      {view.restricted ? <p className="note">{t('console.identity.restricted')}</p> : null}
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

/** Numbers may lie sealed also where nobody gave a name. */
function anonymousNote(view: CaseView): string {
  return view.acts.includes('reveal')
    ? 'console.identity.anonymous.words'
    : 'console.identity.anonymous.note';
}

function headingOf(view: CaseView, identity: IdentityShown | null): string {
  if (view.identityDestroyedAt !== null) return 'console.identity.destroyed';
  if (view.anonymous) return 'console.identity.anonymous';
  return identity === null ? 'console.identity.sealed' : 'console.identity.opened';
}

function Shown({
  identity,
  zone,
  isSealed,
  onHide,
}: {
  readonly identity: IdentityShown;
  readonly zone: string;
  /** In the whistle-blowing system, where the reporter is not told who reads. */
  readonly isSealed: boolean;
  readonly onHide: () => void;
}): ReactNode {
  const { t, language } = useText();
  const asked = ['name', 'phone', 'email'] as const;
  const ifGiven = ['nik', 'familyCardNumber', 'address'] as const;
  const rows = [...asked, ...ifGiven.filter((name) => identity[name] !== undefined)].map(
    (name) => [name, identity[name]] as const,
  );
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
      {identity.beside === undefined ? null : <Beside beside={identity.beside} />}
      {identity.written === undefined ? null : (
        <>
          <h4>{t('console.identity.written')}</h4>
          {identity.written.map((words) => (
            <blockquote key={words} className="quote">
              {words}
            </blockquote>
          ))}
        </>
      )}
      <p className="note">
        {t(`console.identity.until${isSealed ? '.sealed' : ''}`, {
          time: `${clockTime(identity.until, zone, language)} ${zoneName(zone)}`,
        })}
      </p>
      <button type="button" className="btn" onClick={onHide}>
        {t('console.identity.hide')}
      </button>
    </div>
  );
}

/** Who files for the reporter, who reports along, the letter by which it came. */
function Beside({ beside }: { readonly beside: NonNullable<IdentityShown['beside']> }): ReactNode {
  const { t } = useText();
  return (
    <dl className="kv tight">
      {beside.map((one) => (
        <div key={`${one.as} ${one.name} ${one.nik} ${one.about}`}>
          <dt>{t(`console.identity.beside.${one.as}`)}</dt>
          <dd>
            {[one.name, one.about, one.phone, one.nik, one.address]
              .filter((part) => part !== null)
              .join(', ')}
          </dd>
        </div>
      ))}
    </dl>
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
