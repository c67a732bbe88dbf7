import type { ReactNode } from 'react';
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import type { StepDocument } from './edit-steps.ts';
import { Field } from './places.tsx';
import { useSopWords } from './sop-words.ts';

interface OnwardProps {
  readonly step: StepDocument;
  readonly steps: readonly StepDocument[];
  readonly place: number;
  readonly onChange: (step: StepDocument) => void;
}

/** Where a case goes when the row is done: on, by the answer to a question, or nowhere, for it ends. */
export function OnwardFields({ step, steps, place, onChange }: OnwardProps): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const way = wayOf(step);
  const choose = (next: typeof way): void => onChange(onTheWay(step, next, steps[place + 1]?.id));
  return (
    <>
      <Field path={['steps', place, 'next']} className="whole">
        <ChoiceField
          label={t('console.draft.onward')}
          value={way}
          options={(['next', 'decide', 'end'] as const).map((id) => ({
            id,
            name: t(`console.draft.onward.${id}`),
          }))}
          onChange={choose}
        />
      </Field>
      {way === 'next' ? (
        <SelectField
          label={words.field('next')}
          value={step.next ?? ''}
          empty={t('console.draft.choose-row')}
          options={words.targets(steps, step.next ?? '')}
          onChange={(next) => onChange(withNext(step, next))}
        />
      ) : null}
      {way === 'decide' ? (
        <>
          <Field path={['steps', place, 'question']} className="whole">
            <TextField
              label={words.field('question')}
              unmarked
              value={step.question ?? ''}
              onChange={(question) => onChange({ ...step, question })}
            />
          </Field>
          {(['ya', 'tidak'] as const).map((answer) => (
            <Field key={answer} path={['steps', place, 'exits', answer]}>
              <SelectField
                label={words.field(answer)}
                value={step.exits?.[answer] ?? ''}
                empty={t('console.draft.choose-row')}
                options={words.targets(steps, step.exits?.[answer] ?? '')}
                onChange={(target) => onChange(withExit(step, answer, target))}
              />
            </Field>
          ))}
        </>
      ) : null}
    </>
  );
}

export function wayOf({ next, exits, question }: StepDocument): 'next' | 'decide' | 'end' {
  if (exits !== undefined || question !== undefined) return 'decide';
  return next === null ? 'end' : 'next';
}

function onTheWay(
  step: StepDocument,
  way: ReturnType<typeof wayOf>,
  below: string | undefined,
): StepDocument {
  const { next: _, exits, question, ...rest } = step;
  if (way === 'end') return { ...rest, next: null };
  if (way === 'next') return below === undefined ? rest : { ...rest, next: below };
  return { ...rest, question: question ?? '', exits: exits ?? (below === undefined ? {} : { ya: below }) };
}

/** Without a choice the key is left out: the linter says that something is missing, not that a row is called "". */
function withNext(step: StepDocument, next: string): StepDocument {
  const { next: _, ...rest } = step;
  return next === '' ? rest : { ...rest, next };
}

function withExit(step: StepDocument, answer: 'ya' | 'tidak', target: string): StepDocument {
  const { [answer]: _, ...others } = step.exits ?? {};
  return { ...step, exits: target === '' ? others : { ...others, [answer]: target } };
}
