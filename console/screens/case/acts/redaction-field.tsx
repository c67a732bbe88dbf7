import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { joinMasks, type Mask, type PublicPart } from '../../../../src/domain/privacy/redaction.ts';
import type { RedactionView } from '../../../../src/features/cases/contract.ts';
import { redactionQuery } from '../../../api/queries.ts';
import { PageProblem } from '../../../parts/page-problem.tsx';
import { Skeleton } from '../../../parts/skeleton.tsx';
import { useText } from '../../../text/text-context.tsx';
import { AddMask } from './add-mask.tsx';
import type { Values } from './field.ts';
import { masksIn, type PartMasks } from './publication-forms.ts';
import { RedactedPart } from './redacted-part.tsx';
import './redaction.css';

export interface RedactionFieldProps {
  readonly caseId: string;
  /** False: the text is read before it is passed, and nothing is changed. */
  readonly edits: boolean;
  readonly values: Values;
  readonly set: (part: Values) => void;
}

/** The texts of a case with their masks, and beside each what everybody will read. */
export function RedactionField({ caseId, edits, values, set }: RedactionFieldProps): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(redactionQuery(caseId));
  const kept = edits ? masksIn(values) : null;
  const isKept = kept !== null;
  const number = data?.saved?.number;
  useEffect(() => {
    if (data === undefined) return;
    // What is sent is what stands here to be read.
    if (!edits) set({ redaction: number === undefined ? '' : String(number) });
    else if (!isKept) set({ masks: JSON.stringify(masksOf(data)) });
  }, [data, edits, isKept, number, set]);
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={6} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} />
    );
  }
  const shown = kept ?? masksOf(data);
  const change = (masks: PartMasks): void => set({ masks: JSON.stringify(masks) });
  return (
    <div className="redaction">
      {data.saved === null ? (
        <p className="note">{t('console.redaction.proposed')}</p>
      ) : (
        <p className="note">{t('console.redaction.by', { who: data.saved.by.name })}</p>
      )}
      {edits ? (
        <AddMask
          parts={data.parts}
          values={values}
          set={set}
          onAdd={(added) => change(withMore(data, shown, added))}
        />
      ) : null}
      {data.parts.map((one) => (
        <RedactedPart
          key={one.part}
          part={one}
          masks={shown[one.part] ?? []}
          {...(edits
            ? {
                onSelect: (words: string) => set({ words }),
                onRemove: (gone: Mask) =>
                  change({ ...shown, [one.part]: (shown[one.part] ?? []).filter((mask) => mask !== gone) }),
              }
            : {})}
        />
      ))}
    </div>
  );
}

function masksOf({ parts }: RedactionView): PartMasks {
  return Object.fromEntries(parts.map(({ part, masks }) => [part, masks]));
}

function withMore(
  { parts }: RedactionView,
  before: PartMasks,
  added: Readonly<Partial<Record<PublicPart, readonly Mask[]>>>,
): PartMasks {
  return Object.fromEntries(
    parts.map(({ part, words }) => [
      part,
      joinMasks(words, [...(before[part] ?? []), ...(added[part] ?? [])]),
    ]),
  );
}
