import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { unitsQuery } from '../../api/queries.ts';
import type { ListSearch } from '../../app/list-search.ts';
import { useSession } from '../../app/session.ts';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';
import { ForWhom } from './for-whom.tsx';

interface FilterLineProps {
  readonly search: ListSearch;
  readonly onChange: (search: ListSearch) => void;
  readonly onFilter: () => void;
}

/** What the list is narrowed to, each part removable by its own button. */
export function FilterLine({ search, onChange, onFilter }: FilterLineProps): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  const units = useQuery({ ...unitsQuery(person.institution?.id ?? ''), enabled: search.unit !== undefined });
  const { cursor: _cursor, ...base } = search;
  const without = (...names: readonly (keyof ListSearch)[]): ListSearch =>
    Object.fromEntries(Object.entries(base).filter(([name]) => !names.includes(name as keyof ListSearch)));
  const byDue =
    (search.sort ?? (search.q === undefined && search.status === undefined ? 'due' : '-received')) === 'due';
  return (
    <fieldset className="chips">
      <legend className="vh">{t('console.filter')}</legend>
      {search.q === undefined ? null : (
        <Chip
          name={t('console.filter.words')}
          value={search.q}
          remove={() => onChange(without('q', 'queue'))}
        />
      )}
      {search.unit === undefined ? null : (
        <Chip
          name={t('console.filter.unit')}
          value={units.data?.find((unit) => unit.id === search.unit)?.name ?? '…'}
          remove={() => onChange(without('unit'))}
        />
      )}
      {search.kind === undefined ? null : (
        <Chip
          name={t('console.filter.kind')}
          value={t(`console.kind.${search.kind}`)}
          remove={() => onChange(without('kind'))}
        />
      )}
      {search.status === undefined ? null : (
        <Chip
          name={t('console.filter.status')}
          value={t(`console.status.${search.status}`)}
          remove={() => onChange(without('status'))}
        />
      )}
      {search.area === undefined ? null : (
        <Chip
          name={t('console.filter.area')}
          value={search.place ?? search.area}
          remove={() => onChange(without('area', 'place'))}
        />
      )}
      <ForWhom search={search} onChange={onChange} />
      <button type="button" className="chip add" onClick={onFilter}>
        <Icon name="plus" />
        {t('console.filter.add')} <kbd>F</kbd>
      </button>
      <span className="end">
        {t('console.sort')}
        {(['due', '-received'] as const).map((sort) => (
          <button
            key={sort}
            type="button"
            className="btn bare"
            aria-pressed={byDue === (sort === 'due')}
            onClick={() => onChange({ ...base, sort })}
          >
            {t(sort === 'due' ? 'console.sort.due' : 'console.sort.received')}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

function Chip({
  name,
  value,
  remove,
}: {
  readonly name: string;
  readonly value: string;
  readonly remove: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <button type="button" className="chip" onClick={remove}>
      <span>
        {name}: <b>{value}</b>
      </span>
      <Icon name="close" label={t('console.filter.remove', { name })} />
    </button>
  );
}
