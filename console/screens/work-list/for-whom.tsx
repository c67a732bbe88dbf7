import type { ReactNode } from 'react';
import type { ListSearch } from '../../app/list-search.ts';
import { useSession } from '../../app/session.ts';
import { useText } from '../../text/text-context.tsx';

interface ForWhomProps {
  readonly search: ListSearch;
  readonly onChange: (search: ListSearch) => void;
}

/** Whose work the list shows, for whoever stands in for somebody: all of it, their own, that of one absent person. */
export function ForWhom({ search, onChange }: ForWhomProps): ReactNode {
  const { t } = useText();
  const { standsInFor } = useSession();
  if (standsInFor.length === 0) return null;
  const { for: chosen, cursor: _cursor, ...base } = search;
  const choices = [
    { id: undefined, name: t('console.for.all') },
    { id: 'own', name: t('console.for.own') },
    ...standsInFor.map(({ id, name }) => ({ id, name })),
  ];
  return (
    <span className="for-whom">
      {t('console.for')}
      {choices.map(({ id, name }) => (
        <button
          key={id ?? 'all'}
          type="button"
          className="btn bare"
          aria-pressed={id === chosen}
          onClick={() => onChange(id === undefined ? base : { ...base, for: id })}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
