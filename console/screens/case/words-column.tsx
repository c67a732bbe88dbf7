import type { ReactNode } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { Attachments } from './attachments.tsx';
import { Identity } from './identity.tsx';

/** What the citizen wrote, as it came, with what belongs to it. It stays in sight while somebody decides. */
export function WordsColumn({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const facts: readonly (readonly [string, string | null])[] = [
    ['occurred', view.occurredOn],
    ['place', view.place],
    ['institution', view.institutionNamed],
    ['reach', t(`console.reach.${view.reach}`)],
  ];
  return (
    <section className="col words" aria-labelledby="h-words">
      <h2 id="h-words">{t('console.words.title')}</h2>
      <p className="note">
        {t('console.words.as-is', { moment: longMoment(view.receivedAt, view.institution.zone, language) })}
      </p>
      <blockquote className="quote">{view.text}</blockquote>
      <Attachments view={view} />
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
      <Identity view={view} />
    </section>
  );
}
