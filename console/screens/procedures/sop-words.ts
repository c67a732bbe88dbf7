import type { LimitDraft } from '../../../src/domain/procedures/draft.ts';
import { limitUnits, stepActs, stepStatuses } from '../../../src/domain/procedures/procedure.ts';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { useText } from '../../text/text-context.tsx';
import type { StepDocument } from './edit-steps.ts';

interface Option {
  readonly id: string;
  readonly name: string;
}

/** The closed words of a procedure in the reader's language; what is no word of them is shown as it stands. */
export interface SopWords {
  act(id: string): string;
  status(id: string): string;
  limit(limit: LimitDraft | null): string;
  field(name: string): string;
  /** What stands there is offered too, even where it is no word of the list. */
  acts(current: string): readonly Option[];
  statuses(current: string): readonly Option[];
  units(current: string): readonly Option[];
  /** Rows to lead to, each by its number and the beginning of what is done there. */
  targets(steps: readonly StepDocument[], current: string): readonly Option[];
  actor(document: Pick<ProcedureDocument, 'actors'>, id: string): string;
}

export function useSopWords(): SopWords {
  const { t, knows } = useText();
  const word = (group: string, id: string): string => {
    const key = `console.${group}.${id}`;
    if (knows(key)) return t(key);
    return id === '' ? t('console.draft.not-chosen') : t('console.draft.unknown-word', { word: id });
  };
  const options = (group: string, known: readonly string[], current: string): readonly Option[] =>
    [...known, ...(current === '' || known.includes(current) ? [] : [current])].map((id) => ({
      id,
      name: word(group, id),
    }));
  return {
    act: (id) => word('sop-act', id),
    status: (id) => word('status', id),
    limit(limit) {
      if (limit === null) return '';
      const key = `console.limit.${limit.unit ?? ''}`;
      const { amount, unit = '' } = limit;
      return knows(key) ? t(key, { count: amount }) : `${amount} ${unit}`.trim();
    },
    field: (name) => (knows(`console.draft.field.${name}`) ? t(`console.draft.field.${name}`) : name),
    acts: (current) => options('sop-act', stepActs, current),
    statuses: (current) => options('status', stepStatuses, current),
    units: (current) => options('limit-unit', limitUnits, current),
    targets(steps, current) {
      const rows = steps.map(({ id, activity }) => ({ id, name: `${id} · ${cut(activity)}` }));
      const isThere = current === '' || steps.some(({ id }) => id === current);
      return isThere
        ? rows
        : [...rows, { id: current, name: t('console.draft.no-such-row', { no: current }) }];
    },
    actor({ actors }, id) {
      const title = actors.find((one) => one.id === id)?.title;
      if (title === undefined) return t('console.draft.unknown-word', { word: id });
      return title === '' ? t('console.draft.actor.unnamed') : title;
    },
  };
}

function cut(text: string): string {
  return text.length <= 48 ? text : `${text.slice(0, 46).trimEnd()}…`;
}
