import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { unitsQuery } from '../api/queries.ts';
import { useText } from '../text/text-context.tsx';
import { Icon } from './icon.tsx';
import { type Option, PickOne } from './pick-one.tsx';
import { placeUnits } from './unit-tree.ts';

interface PickUnitProps {
  readonly institution: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly unmarked?: boolean;
  /** Units that may not be chosen here. */
  readonly without?: ReadonlySet<string>;
}

/** A unit of the institution's tree; inactive ones are left out unless already chosen. */
export function PickUnit({ institution, without, ...props }: PickUnitProps): ReactNode {
  const { t } = useText();
  const options = useUnitOptions(institution, props.value, without);
  if (options === undefined) return <p className="skeleton line">{t('console.loading')}</p>;
  return <PickOne {...props} options={options} />;
}

interface PickUnitsProps {
  readonly institution: string;
  readonly label: string;
  readonly addLabel: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly hint?: string | undefined;
}

/** Several units, one added at a time, each removable by its own button. */
export function PickUnits({
  institution,
  label,
  addLabel,
  value,
  onChange,
  hint,
}: PickUnitsProps): ReactNode {
  const { t } = useText();
  const options = useUnitOptions(institution, null, new Set(value));
  const all = useUnitOptions(institution, null);
  if (options === undefined || all === undefined)
    return <p className="skeleton line">{t('console.loading')}</p>;
  return (
    <div className="stack">
      {value.length === 0 ? null : (
        <ul className="picked" aria-label={label}>
          {value.map((id) => {
            const name = all.find((option) => option.id === id)?.name ?? id;
            return (
              <li key={id}>
                {name}
                <button
                  type="button"
                  className="btn bare"
                  onClick={() => onChange(value.filter((one) => one !== id))}
                >
                  <Icon name="close" label={t('console.pick.remove', { name })} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <PickOne
        key={value.join()}
        label={value.length === 0 ? label : addLabel}
        value={null}
        options={options}
        onChange={(id) => (id === null ? undefined : onChange([...value, id]))}
        hint={hint}
      />
    </div>
  );
}

function useUnitOptions(
  institution: string,
  chosen: string | null,
  without?: ReadonlySet<string>,
): readonly Option[] | undefined {
  const { data } = useQuery(unitsQuery(institution));
  return useMemo(
    () =>
      data === undefined
        ? undefined
        : placeUnits(data)
            .filter(({ unit }) => (unit.active || unit.id === chosen) && without?.has(unit.id) !== true)
            .map(({ unit, depth, trail }) => ({ id: unit.id, name: unit.name, depth, hint: trail.at(-1) })),
    [data, chosen, without],
  );
}
