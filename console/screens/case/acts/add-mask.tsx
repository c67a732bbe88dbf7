import { type ReactNode, useState } from 'react';
import {
  type Mask,
  type MaskReason,
  maskReasons,
  masksOfWords,
  type PublicPart,
} from '../../../../src/domain/privacy/redaction.ts';
import type { RedactionView } from '../../../../src/features/cases/contract.ts';
import { SelectField, TextField } from '../../../parts/fields.tsx';
import { useText } from '../../../text/text-context.tsx';
import { textOf, type Values } from './field.ts';

interface AddMaskProps {
  readonly parts: RedactionView['parts'];
  readonly values: Values;
  readonly set: (part: Values) => void;
  readonly onAdd: (masks: Readonly<Partial<Record<PublicPart, readonly Mask[]>>>) => void;
}

/** Words typed, or selected in a text, are masked wherever they stand: a name left in one place tells it in all. */
export function AddMask({ parts, values, set, onAdd }: AddMaskProps): ReactNode {
  const { t } = useText();
  const [said, setSaid] = useState('');
  const words = textOf(values, 'words');
  const reason = maskReasons.find((one) => one === textOf(values, 'because')) ?? 'name';
  const add = (): void => {
    const found = parts.map(
      ({ part, words: text }) => [part, masksOfWords(text, words, reason as MaskReason)] as const,
    );
    const count = found.reduce((sum, [, masks]) => sum + masks.length, 0);
    setSaid(t('console.redaction.added', { count, words: words.trim() }));
    if (count === 0) return;
    onAdd(Object.fromEntries(found));
    set({ words: '' });
  };
  return (
    <div className="add-mask">
      <TextField
        label={t('console.redaction.words')}
        unmarked
        maxLength={500}
        value={words}
        onChange={(typed) => set({ words: typed })}
      />
      <SelectField
        label={t('console.redaction.because')}
        unmarked
        value={reason}
        onChange={(because) => set({ because })}
        options={maskReasons.map((id) => ({ id, name: t(`console.redaction.reason.${id}`) }))}
      />
      <button type="button" className="btn" disabled={words.trim() === ''} onClick={add}>
        {t('console.redaction.add')}
      </button>
      <p className="note" role="status">
        {said === '' ? t('console.redaction.words.hint') : said}
      </p>
    </div>
  );
}
