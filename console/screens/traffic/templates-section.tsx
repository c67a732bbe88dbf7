import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { templatesQuery } from '../../api/traffic-queries.ts';
import { useHolds } from '../../app/session.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';

/** Every notice to a reporter as a channel sends it, with the words of a case of the reader's reach. */
export function TemplatesSection({ channels }: { readonly channels: readonly string[] }): ReactNode {
  const { t, language } = useText();
  const holds = useHolds();
  const [channel, setChannel] = useState(channels[0] ?? 'email');
  const [locale, setLocale] = useState<string>(language);
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const { data, error, refetch } = useQuery(templatesQuery(channel, locale, number));
  return (
    <section aria-labelledby="h-templates">
      <h2 id="h-templates">{t('console.traffic.templates')}</h2>
      {holds('case.read') ? <p className="note">{t('console.traffic.templates.case.hint')}</p> : null}
      <form
        className="traffic-filters"
        onSubmit={(event) => {
          event.preventDefault();
          setNumber(typed.trim());
        }}
      >
        <SelectField
          label={t('console.traffic.channel')}
          value={channel}
          options={channels.map((id) => ({ id, name: t(`console.delivery-channel.${id}`) }))}
          onChange={setChannel}
        />
        <SelectField
          label={t('console.traffic.language')}
          value={locale}
          options={['id', 'en'].map((id) => ({ id, name: t(`console.traffic.language.${id}`) }))}
          onChange={setLocale}
        />
        {holds('case.read') ? (
          <TextField
            label={t('console.traffic.templates.case')}
            unmarked
            value={typed}
            onChange={setTyped}
            maxLength={20}
          />
        ) : null}
        {holds('case.read') ? (
          <p className="row-acts">
            <button type="submit" className="btn">
              {t('console.traffic.templates.show')}
            </button>
          </p>
        ) : null}
      </form>
      {data === undefined && error === null ? <Skeleton /> : null}
      {data === undefined && error !== null ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      <ul className="traffic-templates">
        {(data ?? []).map(({ template, subject, text, isReal }) => (
          <li key={template}>
            <h3>{subject}</h3>
            {number === '' || !isReal ? null : (
              <p className="note">{t('console.traffic.templates.real', { number })}</p>
            )}
            <p className="traffic-words">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
