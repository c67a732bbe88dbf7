import type { ReactNode } from 'react';
import type { CaseListItem } from '../../../src/features/cases/contract.ts';
import type { ListSearch } from '../../app/list-search.ts';
import { useText } from '../../text/text-context.tsx';
import { leadingAct } from '../case/acts/leading-act.ts';

/** Whether a list says where it is the reader's turn: their own list need not, it holds nothing else. */
export function marksTurn({ queue, q, status }: ListSearch): boolean {
  return queue === 'all' || q !== undefined || status !== undefined;
}

/** Where the status says more than the step at which the case stands meanwhile. */
const aside: readonly string[] = ['reopened', 'awaiting-reporter', 'merged', 'sealed'];

interface StepCellProps {
  readonly item: CaseListItem;
  /** What a narrow screen has no columns for. */
  readonly more: string;
  readonly marked: boolean;
}

/** Where the case stands, with a dot where it waits for the reader. */
export function StepCell({ item, more, marked }: StepCellProps): ReactNode {
  const { t } = useText();
  const step =
    item.step === null || aside.includes(item.status)
      ? t(`console.status.${item.status}`)
      : t(`console.step.${item.step.act}`);
  return (
    <td role="cell" className="step" data-more={more} title={step}>
      {item.step === null ? null : <b>{item.step.no}</b>}
      {step}
      {marked && leadingAct(item) !== null ? (
        <span className="turn">
          <span className="vh">, {t('console.list.your-turn')}</span>
        </span>
      ) : null}
    </td>
  );
}
