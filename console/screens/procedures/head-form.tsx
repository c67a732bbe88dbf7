import type { ReactNode } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { TextField } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';
import { freeId } from './edit-actors.ts';
import { LimitField } from './limit-field.tsx';
import { LinesField } from './lines-field.tsx';
import { Field, useGoTo } from './places.tsx';
import { useSopWords } from './sop-words.ts';

interface HeadFormProps {
  readonly document: ProcedureDocument;
  readonly change: (document: ProcedureDocument, said?: string) => void;
}

const optionalTexts = ['purpose', 'scope', 'indicator'] as const;
const optionalLists = ['definitions', 'equipment', 'records', 'related', 'products', 'watchers'] as const;

/** What stands on the identity page of the form, and what is promised for the whole. */
export function HeadForm({ document, change }: HeadFormProps): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const set = (part: Partial<ProcedureDocument>): void => change({ ...document, ...part });
  const text = (name: 'title' | 'institution' | 'fee'): ReactNode => (
    <Field path={[name]}>
      <TextField
        label={words.field(name)}
        unmarked
        maxLength={400}
        value={document[name]}
        onChange={(value) => set({ [name]: value })}
      />
    </Field>
  );
  const list = (name: 'legalBasis' | 'channels' | 'notes'): ReactNode => (
    <Field path={[name]}>
      <LinesField
        label={words.field(name)}
        hint={t('console.draft.lines')}
        value={document[name]}
        onChange={(lines) => set({ [name]: lines })}
      />
    </Field>
  );
  return (
    <div className="form head-form">
      {text('title')}
      {text('institution')}
      <Decree document={document} change={change} />
      {list('legalBasis')}
      <div className="pair">
        <Field path={['overallLimit']}>
          <LimitField
            label={words.field('overallLimit')}
            value={document.overallLimit}
            onChange={(overallLimit) => set({ overallLimit })}
          />
        </Field>
        {text('fee')}
      </div>
      <Requirements document={document} change={change} />
      {list('channels')}
      {optionalTexts.map((name) => (
        <Field key={name} path={[name]}>
          <TextField
            label={words.field(name)}
            rows={2}
            maxLength={4000}
            value={document[name] ?? ''}
            onChange={(value) => change(withOptional(document, name, value === '' ? undefined : value))}
          />
        </Field>
      ))}
      {optionalLists.map((name) => (
        <Field key={name} path={[name]}>
          <LinesField
            label={words.field(name)}
            value={document[name] ?? []}
            onChange={(lines) => change(withOptional(document, name, lines.length === 0 ? undefined : lines))}
          />
        </Field>
      ))}
      {list('notes')}
    </div>
  );
}

/** A key that does not apply is left out. */
function withOptional<K extends (typeof optionalTexts)[number] | (typeof optionalLists)[number]>(
  document: ProcedureDocument,
  name: K,
  value: ProcedureDocument[K] | undefined,
): ProcedureDocument {
  const { [name]: _, ...rest } = document;
  return (value === undefined ? rest : { ...rest, [name]: value }) as ProcedureDocument;
}

function Decree({ document, change }: HeadFormProps): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const part = (name: 'number' | 'date' | 'signatory'): ReactNode => (
    <Field path={['decree', name]}>
      <TextField
        label={words.field(name)}
        {...(name === 'date' ? { type: 'date' as const } : { maxLength: 200 })}
        value={document.decree[name] ?? ''}
        onChange={(value) =>
          change({ ...document, decree: { ...document.decree, [name]: value === '' ? null : value } })
        }
      />
    </Field>
  );
  return (
    <fieldset className="group">
      <legend>{words.field('decree')}</legend>
      <p className="hint">{t('console.draft.decree.hint')}</p>
      <div className="pair">
        {part('number')}
        {part('date')}
      </div>
      {part('signatory')}
    </fieldset>
  );
}

function Requirements({ document, change }: HeadFormProps): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const words = useSopWords();
  const { requirements } = document;
  const put = (next: ProcedureDocument['requirements'], said?: string): void =>
    change({ ...document, requirements: next }, said);
  const add = (): void => {
    put([...requirements, { id: freeId('syarat', requirements), title: '' }]);
    goTo(['requirements', requirements.length, 'title']);
  };
  return (
    <fieldset className="group" data-place="requirements">
      <legend>{words.field('requirements')}</legend>
      {requirements.map((requirement, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold a code twice
        <div className="requirement" key={place}>
          <Field path={['requirements', place, 'title']}>
            <TextField
              label={t('console.draft.requirement', { number: place + 1 })}
              unmarked
              maxLength={400}
              value={requirement.title}
              onChange={(title) => put(requirements.with(place, { ...requirement, title }))}
            />
          </Field>
          <Field path={['requirements', place, 'note']}>
            <TextField
              label={words.field('note')}
              maxLength={4000}
              rows={2}
              value={requirement.note ?? ''}
              onChange={(note) => {
                const { note: _, ...rest } = requirement;
                put(requirements.with(place, note === '' ? rest : { ...rest, note }));
              }}
            />
          </Field>
          <button
            type="button"
            className="btn"
            aria-label={`${t('console.draft.actor.remove')}: ${requirement.title}`}
            onClick={() => {
              put(
                requirements.toSpliced(place, 1),
                t('console.draft.requirement.removed', { title: requirement.title }),
              );
              goTo(['requirements']);
            }}
          >
            {t('console.draft.actor.remove')}
          </button>
        </div>
      ))}
      <button type="button" className="btn" onClick={add}>
        <Icon name="plus" />
        {t('console.draft.requirement.add')}
      </button>
    </fieldset>
  );
}
