import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { caseKinds, secrecyLevels } from '../../../src/domain/cases/words.ts';
import { categoriesQuery, institutionsQuery } from '../../api/queries.ts';
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { useText } from '../../text/text-context.tsx';
import { type Entry, reaches } from './entry.ts';

interface PartProps {
  readonly entry: Entry;
  readonly set: (part: Partial<Entry>) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** What it is about, where and when, as far as it is known. */
export function MatterFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  const institutions = useQuery(institutionsQuery);
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

/** How the reporter is reached, if at all, and how closed the matter is. */
export function ContactFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  return (
    <>
      <fieldset className="group">
        <legend>{t('console.entry.contact')}</legend>
        <p className="hint">{t('console.entry.contact.hint')}</p>
        <div className="pair">
          <TextField
            label={t('console.identity.name')}
            maxLength={120}
            value={entry.name}
            onChange={(name) => set({ name })}
            error={errors['contact.name']}
          />
          <TextField
            label={t('console.identity.phone')}
            type="tel"
            maxLength={30}
            value={entry.phone}
            onChange={(phone) => set({ phone })}
            error={errors['contact.phone'] ?? errors.phone}
          />
        </div>
        <div className="pair">
          <TextField
            label={t('console.identity.email')}
            type="email"
            maxLength={254}
            value={entry.email}
            onChange={(email) => set({ email })}
            error={errors['contact.email'] ?? errors.email}
          />
          <SelectField
            label={t('console.entry.reach')}
            value={entry.reach}
            onChange={(reach) => set({ reach: reaches.find((one) => one === reach) ?? '' })}
            error={errors['contact.reach'] ?? errors.reach}
            empty={t('console.entry.reach.any')}
            options={reaches.filter((id) => id !== '').map((id) => ({ id, name: t(`console.reach.${id}`) }))}
          />
        </div>
      </fieldset>
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
    </>
  );
}
