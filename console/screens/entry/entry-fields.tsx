import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { caseKinds, secrecyLevels } from '../../../src/domain/cases/words.ts';
import { categoriesQuery, institutionsQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { useText } from '../../text/text-context.tsx';
import { type Entry, reaches } from './entry.ts';
import type { PartProps } from './part-props.ts';
import { PeopleFields } from './people-fields.tsx';
import { Scans } from './scans.tsx';

/** What it is about, where and when, as far as it is known. */
export function MatterFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  const institutions = useQuery({ ...institutionsQuery, enabled: person.institution === null });
  const categories = useQuery(categoriesQuery(entry.institution));
  return (
    <>
      <ChoiceField
        label={t('console.field.kind')}
        hint={t('console.entry.kind.hint')}
        value={entry.kind}
        onChange={(kind) => set({ kind })}
        options={['', ...caseKinds].map((id) => ({
          id: id as Entry['kind'],
          name: t(id === '' ? 'console.entry.kind.unsure' : `console.kind.${id}`),
        }))}
      />
      <div className="pair">
        {person.institution !== null ? null : (
          <SelectField
            label={t('console.institution')}
            value={entry.institution}
            onChange={(institution) => set({ institution, category: '' })}
            error={errors.institution}
            empty={t('console.entry.institution.unsure')}
            options={(institutions.data ?? [])
              .filter((one) => one.active)
              .map(({ id, name }) => ({ id, name }))}
          />
        )}
        {categories.data === undefined || categories.data.length === 0 ? null : (
          <SelectField
            label={t('console.field.category')}
            value={entry.category}
            onChange={(category) => set({ category })}
            error={errors.category}
            empty={t('console.entry.category.none')}
            options={categories.data.filter((one) => one.active).map(({ id, name }) => ({ id, name }))}
          />
        )}
      </div>
      <div className="pair">
        <PickArea
          label={t('console.field.area')}
          value={entry.areaCode}
          name={entry.areaName}
          onChange={(areaCode, areaName) => set({ areaCode, areaName })}
          error={errors.areaCode}
        />
        <TextField
          label={t('console.entry.place')}
          hint={t('console.entry.place.hint')}
          maxLength={200}
          value={entry.place}
          onChange={(place) => set({ place })}
          error={errors.place}
        />
      </div>
      <TextField
        label={t('console.entry.occurred')}
        hint={t('console.entry.occurred.hint')}
        maxLength={10}
        value={entry.occurredOn}
        onChange={(occurredOn) => set({ occurredOn })}
        error={errors.occurredOn}
      />
    </>
  );
}

/** Who reports, by which way the answer goes back, and how closed the matter is. */
export function ContactFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  const line = (field: LineField, type: 'text' | 'tel' | 'email' = 'text') => (
    <TextField
      label={t(`console.identity.${field}`)}
      type={type}
      maxLength={lengths[field]}
      value={entry[field]}
      onChange={(value) => set({ [field]: value })}
      error={errors[`contact.${field}`] ?? errors[field]}
    />
  );
  return (
    <>
      <fieldset className="group">
        <legend>{t('console.entry.contact')}</legend>
        <p className="hint">{t('console.entry.contact.hint')}</p>
        <div className="pair">
          {line('name')}
          {line('phone', 'tel')}
        </div>
        <div className="pair">
          {line('nik')}
          {line('familyCardNumber')}
        </div>
        {line('address')}
        <div className="pair">
          {line('email', 'email')}
          <SelectField
            label={t('console.entry.reach')}
            value={entry.reach}
            onChange={(reach) => set({ reach: reaches.find((one) => one === reach) ?? '' })}
            error={errors['contact.reach'] ?? errors.reach}
            empty={t('console.entry.reach.any')}
            options={reaches
              .filter((id) => id !== '')
              .map((id) => ({ id, name: t(`console.entry.reach.${id}`) }))}
          />
        </div>
        <Scans purposes={['identity-document', 'family-card']} entry={entry} set={set} />
      </fieldset>
      <PeopleFields entry={entry} set={set} errors={errors} />
      <SecrecyField entry={entry} set={set} />
    </>
  );
}

type LineField = 'name' | 'phone' | 'email' | 'address' | 'nik' | 'familyCardNumber';

const lengths: Readonly<Record<LineField, number>> = {
  name: 120,
  phone: 30,
  email: 254,
  address: 300,
  nik: 30,
  familyCardNumber: 30,
};

function SecrecyField({ entry, set }: Pick<PartProps, 'entry' | 'set'>): ReactNode {
  const { t } = useText();
  return (
    <ChoiceField
      label={t('console.field.secrecy')}
      hint={t('console.entry.secrecy.hint')}
      stacked
      value={entry.secrecy}
      onChange={(secrecy) => set({ secrecy })}
      options={secrecyLevels.map((id) => ({
        id,
        name: t(`console.secrecy.${id}`),
        hint: t(`console.secrecy.${id}.hint`),
      }))}
    />
  );
}
