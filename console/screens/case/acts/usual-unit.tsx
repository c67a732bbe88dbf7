import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../../src/features/cases/contract.ts';
import { categoriesQuery, unitsQuery } from '../../../api/queries.ts';
import { useText } from '../../../text/text-context.tsx';
import { idOf, type Values } from './field.ts';

/** The unit that usually handles the category chosen: proposed, and never chosen by itself. */
export function UsualUnit({
  view,
  values,
  set,
}: {
  readonly view: CaseView;
  readonly values: Values;
  readonly set: (part: Values) => void;
}): ReactNode {
  const { t } = useText();
  const categories = useQuery(categoriesQuery(view.institution.id));
  const units = useQuery(unitsQuery(view.institution.id));
  const category = categories.data?.find((one) => one.id === idOf(values, 'categoryId'));
  const unit = units.data?.find((one) => one.id === category?.defaultUnitId && one.active);
  if (category === undefined || unit === undefined || unit.id === idOf(values, 'unitId')) return null;
  return (
    <p className="usual">
      {t('console.verify.usual', { category: category.name })}{' '}
      <button type="button" className="btn" onClick={() => set({ unitId: unit.id })}>
        {unit.name}
      </button>
    </p>
  );
}
