import { type Mask, type PublicPart, publicParts } from '../../../../src/domain/privacy/redaction.ts';
import { type ActForms, textOf, type Values } from './field.ts';

/** The masks of each part, as the form keeps them. */
export type PartMasks = Readonly<Partial<Record<PublicPart, readonly Mask[]>>>;

/** Null before the texts have come. */
export function masksIn(values: Values): PartMasks | null {
  const kept = textOf(values, 'masks');
  return kept === '' ? null : (JSON.parse(kept) as PartMasks);
}

const onlyReason: ActForms<'take-down'>['take-down'] = {
  fields: () => [{ kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true }],
  start: () => ({ reason: '' }),
  body: (values) => ({ reason: textOf(values, 'reason').trim() }),
};

/** How a case becomes public, and how it stops being so. */
export const publicationForms: ActForms<'redaction' | 'redaction-return' | 'publication' | 'take-down'> = {
  redaction: {
    fields: () => [{ kind: 'redaction', name: 'masks', label: 'masks', edits: true, required: true }],
    start: () => ({ masks: '', words: '', because: 'name' }),
    body: (values) => ({
      parts: publicParts.flatMap((part) => {
        const masks = masksIn(values)?.[part];
        return masks === undefined
          ? []
          : [{ part, masks: masks.map(({ from, to, reason }) => ({ from, to, reason })) }];
      }),
    }),
  },
  'redaction-return': onlyReason,
  publication: {
    fields: () => [{ kind: 'redaction', name: 'redaction', label: 'masks', edits: false, required: true }],
    start: () => ({ redaction: '' }),
    body: (values) => ({ redaction: Number(textOf(values, 'redaction')) }),
  },
  'take-down': onlyReason,
};
