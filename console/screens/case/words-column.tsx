import { type ReactNode, useState } from 'react';
import { hidesOwn } from '../../../src/domain/privacy/sealed-words.ts';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { Attachments } from './attachments.tsx';
import { Identity, type IdentityShown } from './identity.tsx';

/** What the citizen wrote, as it came, with what belongs to it. It stays in sight while somebody decides. */
export function WordsColumn({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const [identity, setIdentity] = useState<IdentityShown | null>(null);
  const facts: readonly (readonly [string, string | null])[] = [
    ['occurred', view.occurredOn],
    ['place', view.place],
    ['institution', view.institutionNamed],
    ['reach', t(`console.reach.${view.reach}`)],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: words longer than the screen must be scrollable by keyboard
    <section className="col words" aria-labelledby="h-words" tabIndex={0}>
      <h2 id="h-words">{t('console.words.title')}</h2>
      <p className="note">
        {t('console.words.as-is', { moment: longMoment(view.receivedAt, view.institution.zone, language) })}
      </p>
      {view.senderCheck === null ? null : (
        <p className="note">{t(`console.words.sender-${view.senderCheck}`)}</p>
      )}
      <blockquote className="quote">{view.text}</blockquote>
      {hidesOwn(view.text) ? <p className="note">{t('console.words.hidden')}</p> : null}
      {view.signals.length === 0 ? null : (
        <p className="note">
          {t('console.words.signals', {
            list: view.signals.map((signal) => t(`console.signal.${signal}`)).join(', '),
          })}
        </p>
      )}
      <Attachments view={view} opened={identity !== null} />
      <h3>{t('console.words.facts')}</h3>
      <dl className="kv tight">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`console.words.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {view.lowering === null ? null : (
        <p className="note">
          {t(`console.lowering.${view.lowering.consent === true ? 'agreed' : 'asked'}`, {
            level: t(`console.secrecy.${view.lowering.to}`),
            who: view.lowering.by.name,
            reason: view.lowering.reason,
          })}
        </p>
      )}
      <Identity view={view} identity={identity} onChange={setIdentity} />
    </section>
  );
}
