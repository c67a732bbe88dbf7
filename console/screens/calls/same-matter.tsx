import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { sameMatterQuery } from '../../api/call-queries.ts';
import { useHolds } from '../../app/session.ts';
import { useText } from '../../text/text-context.tsx';
import { closest, tellingWords } from './telling-words.ts';

/** Cases that may be about the same, while one types; a hint, since whoever calls again is taken down all the same. */
export function SameMatter({ text }: { readonly text: string }): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const q = useDeferredValue(tellingWords(text).join(' or '));
  const { data } = useQuery({ ...sameMatterQuery(q), enabled: q !== '' && holds('case.read') });
  if (q === '' || data === undefined || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('console.calls.same')}</h2>
      <p className="note">{t('console.calls.same.hint')}</p>
      <ul className="plain">
        {closest(data.items, tellingWords(text)).map((item) => (
          <li key={item.id}>
            <Link to="/perkara/$id" params={{ id: item.id }} className="link">
              {item.number}
            </Link>{' '}
            <bdi>{item.title}</bdi>
            <span className="note">
              {' '}
              {t(`console.status.${item.status}`)}
              {item.area === null ? null : `, ${item.area}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
