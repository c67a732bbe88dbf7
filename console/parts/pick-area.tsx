import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { areaQuery, areasQuery } from '../api/queries.ts';
import { useText } from '../text/text-context.tsx';
import { PickOne } from './pick-one.tsx';

interface PickAreaProps {
  readonly label: string;
  readonly value: string | null;
  /** The name that belongs to `value`; where it is not known, null, and it is asked for. */
  readonly name: string | null;
  readonly onChange: (code: string | null, name: string | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly unmarked?: boolean;
}

/** A province, regency, district or village by a part of its name, searched on the server. */
export function PickArea(props: PickAreaProps): ReactNode {
  const { label, value, onChange, hint, error, unmarked = false } = props;
  const { t } = useText();
  const unnamed = value !== null && props.name === null;
  const known = useQuery({ ...areaQuery(value ?? ''), enabled: unnamed });
  const name = props.name ?? (unnamed ? (known.data?.fullName ?? null) : null);
  const [text, setText] = useState(name ?? '');
  useEffect(() => {
    if (known.data !== undefined && known.data !== null) setText(known.data.fullName);
  }, [known.data]);
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
