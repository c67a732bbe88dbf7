import type { ReactNode } from 'react';
import { CheckField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import type { Other } from './entry.ts';
import type { PartProps } from './part-props.ts';
import { Scans } from './scans.tsx';

/** Who files for the reporter, and who reports along; all of it is sealed like the reporter. */
export function PeopleFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  return (
    <>
      <CheckField
        label={t('console.entry.proxy')}
        hint={t('console.entry.proxy.hint')}
        value={entry.hasProxy}
        onChange={(hasProxy) => set({ hasProxy })}
      />
      {entry.hasProxy ? <ProxyFields entry={entry} set={set} errors={errors} /> : null}
      {entry.others.map((other, place) => (
        <OtherFields
          // The place is what they are: nothing else tells two empty lines apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={place}
          other={other}
          place={place}
          onChange={(part) => set({ others: entry.others.with(place, { ...other, ...part }) })}
          onRemove={() => set({ others: entry.others.filter((_, at) => at !== place) })}
        />
      ))}
      {errors.others === undefined ? null : <p className="field-error">{errors.others}</p>}
      <p className="row-acts tight">
        <button
          type="button"
          className="btn"
          onClick={() => set({ others: [...entry.others, { name: '', phone: '', nik: '' }] })}
        >
          {t('console.entry.other.add')}
        </button>
      </p>
    </>
  );
}

function ProxyFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  return (
    <fieldset className="group">
      <legend>{t('console.entry.proxy.who')}</legend>
      <div className="pair">
        <TextField
          label={t('console.identity.name')}
          required
          maxLength={120}
          value={entry.proxyName}
          onChange={(proxyName) => set({ proxyName })}
          error={errors.proxyName}
        />
        <TextField
          label={t('console.entry.proxy.relation')}
          hint={t('console.entry.proxy.relation.hint')}
          required
          maxLength={80}
          value={entry.proxyRelation}
          onChange={(proxyRelation) => set({ proxyRelation })}
          error={errors.proxyRelation}
        />
      </div>
      <TextField
        label={t('console.identity.phone')}
        type="tel"
        maxLength={30}
        value={entry.proxyPhone}
        onChange={(proxyPhone) => set({ proxyPhone })}
        error={errors.proxyPhone}
      />
      <Scans purposes={['power-of-attorney']} entry={entry} set={set} />
    </fieldset>
  );
}

function OtherFields({
  other,
  place,
  onChange,
  onRemove,
}: {
  readonly other: Other;
  readonly place: number;
  readonly onChange: (part: Partial<Other>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <fieldset className="group">
      <legend>{t('console.entry.other', { no: place + 2 })}</legend>
      <TextField
        label={t('console.identity.name')}
        required
        begin
        maxLength={120}
        value={other.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="pair">
        <TextField
          label={t('console.identity.phone')}
          type="tel"
          maxLength={30}
          value={other.phone}
          onChange={(phone) => onChange({ phone })}
        />
        <TextField
          label={t('console.identity.nik')}
          maxLength={30}
          value={other.nik}
          onChange={(nik) => onChange({ nik })}
        />
      </div>
      <button type="button" className="btn" onClick={onRemove}>
        {t('console.entry.other.remove', { no: place + 2 })}
      </button>
    </fieldset>
  );
}
