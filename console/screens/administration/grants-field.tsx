import type { ReactNode } from 'react';
import type { PersonInput } from '../../../src/features/people/contract.ts';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';
import { OneGrant } from './one-grant.tsx';

type Grant = PersonInput['grants'][number];

interface GrantsFieldProps {
  readonly institution: string;
  readonly value: readonly Grant[];
  readonly onChange: (grants: Grant[]) => void;
  readonly error?: string | undefined;
}

/** Roles with their reach: a unit with all below it, AND an area, AND a category. Empty means everywhere. */
export function GrantsField({ institution, value, onChange, error }: GrantsFieldProps): ReactNode {
  const { t } = useText();
  const add = (): void =>
    onChange([...value, { roleId: '', unitId: null, areaCode: null, categoryId: null }]);
  return (
    <fieldset className="group">
      <legend>{t('console.account.roles')}</legend>
      <p className="hint">{t('console.people.grants.hint')}</p>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      {value.map((grant, index) => (
        <OneGrant
          // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no identity but its place until it is saved
          key={index}
          legend={t('console.people.grant', { number: index + 1 })}
          removeLabel={t('console.people.grant.remove', { number: index + 1 })}
          institution={institution}
          grant={grant}
          onChange={(next) => onChange(value.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <button type="button" className="btn" onClick={add}>
        <Icon name="plus" />
        {t('console.people.grants.add')}
      </button>
    </fieldset>
  );
}
