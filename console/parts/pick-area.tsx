import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { areasQuery } from '../api/queries.ts';
import { useText } from '../text/text-context.tsx';
import { PickOne } from './pick-one.tsx';

interface PickAreaProps {
  readonly label: string;
  readonly value: string | null;
  /** The name that belongs to `value`, as it was known when the form opened. */
  readonly name: string | null;
  readonly onChange: (code: string | null, name: string | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly unmarked?: boolean;
}

/** A province, regency, district or village by a part of its name, searched on the server. */
export function PickArea({
  label,
  value,
  name,
  onChange,
  hint,
  error,
  unmarked = false,
}: PickAreaProps): ReactNode {
  const { t } = useText();
  const [text, setText] = useState(name ?? '');
  const asked = useDeferredValue(text === name ? '' : text);
  const { data } = useQuery(areasQuery(asked));
  const found = (data ?? []).map((area) => ({ id: area.code, name: area.fullName }));
  const chosen =
    value !== null && name !== null && !found.some((one) => one.id === value) ? [{ id: value, name }] : [];
  return (
    <PickOne
      label={label}
      value={value}
      options={[...chosen, ...(asked.trim().length >= 2 ? found : [])]}
      onChange={(id) => {
        const area = [...chosen, ...found].find((one) => one.id === id);
        setText(area?.name ?? '');
        onChange(area?.id ?? null, area?.name ?? null);
      }}
      onSearch={setText}
      searchText={text}
      hint={hint}
      error={error}
      unmarked={unmarked}
      empty={t(asked.trim().length < 2 ? 'console.pick.type-more' : 'console.pick.none')}
    />
  );
}
