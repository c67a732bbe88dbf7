import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { assigneesQuery, categoriesQuery, colleaguesQuery } from '../../../api/queries.ts';
import { type Option, PickOne } from '../../../parts/pick-one.tsx';
import { useText } from '../../../text/text-context.tsx';

interface PickProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Somebody whom this case may be given to, with what is on their desk already. */
export function PickPerson({ caseId, ...props }: PickProps & { readonly caseId: string }): ReactNode {
  const { t } = useText();
  const { data } = useQuery(assigneesQuery(caseId));
  if (data === undefined) return <p className="skeleton line">{t('console.loading')}</p>;
  return (
    <PickOne
      {...props}
      options={data.map((one) => ({
        id: one.personId,
        name: one.name,
        hint: [
          one.unit?.name,
          one.roles.join(', '),
          t('console.assignee.open', { count: one.openAssignments }),
        ]
          .filter((part) => part !== undefined && part !== '')
          .join(' · '),
      }))}
    />
  );
}

/** Anybody of the institution by a part of the name, searched on the server. */
export function PickColleague({
  address,
  value,
  onChange,
  ...props
}: PickProps & { readonly address: string }): ReactNode {
  const { t } = useText();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Option | null>(null);
  const asked = useDeferredValue(text === chosen?.name ? '' : text).trim();
  const { data = [] } = useQuery(colleaguesQuery(address, asked));
  const found = asked.length < 2 ? [] : data.map(optionOf);
  const kept =
    chosen !== null && chosen.id === value && !found.some(({ id }) => id === value) ? [chosen] : [];
  return (
    <PickOne
      {...props}
      value={value}
      options={[...kept, ...found]}
      onChange={(id) => {
        const one = [...kept, ...found].find((option) => option.id === id) ?? null;
        setChosen(one);
        setText(one?.name ?? '');
        onChange(one?.id ?? null);
      }}
      onSearch={setText}
      searchText={text}
      empty={t(asked.length < 2 ? 'console.pick.type-more' : 'console.pick.none')}
    />
  );
}

function optionOf({ personId, name, unit }: { personId: string; name: string; unit: string | null }): Option {
  return { id: personId, name, hint: unit ?? undefined };
}

export function PickCategory({
  institution,
  ...props
}: PickProps & { readonly institution: string }): ReactNode {
  const { t } = useText();
  const { data } = useQuery(categoriesQuery(institution));
  if (data === undefined) return <p className="skeleton line">{t('console.loading')}</p>;
  const names = new Map(data.map((category) => [category.id, category.name]));
  return (
    <PickOne
      {...props}
      options={data
        .filter((category) => category.active || category.id === props.value)
        .map((category) => ({
          id: category.id,
          name: category.name,
          depth: category.parentId === null ? 0 : 1,
          hint: category.parentId === null ? undefined : names.get(category.parentId),
        }))}
    />
  );
}
