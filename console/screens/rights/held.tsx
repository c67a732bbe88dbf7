import type { ReactNode } from 'react';
import type { CaseRights } from '../../../src/features/rights/contract.ts';
import { civilDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

type HeldRole = Pick<
  CaseRights['people'][number]['grants'][number],
  'roleName' | 'unit' | 'area' | 'category' | 'onBehalfOf'
>;

/** Because of what: a role, and how far it is held. */
export function Held({ grant }: { readonly grant: HeldRole }): ReactNode {
  const { t, language } = useText();
  const { roleName, unit, area, category, onBehalfOf } = grant;
  const limits = [
    unit === null ? t('rights.held.everywhere') : t('rights.held.unit', { unit }),
    area === null ? null : t('rights.held.area', { area }),
    category === null ? null : t('rights.held.category', { category }),
  ].filter((part) => part !== null);
  return (
    <>
      <b>{roleName}</b> <span className="dim">{limits.join(', ')}</span>
      {onBehalfOf === null ? null : (
        <small>
          {t('rights.held.deputy', {
            name: onBehalfOf.name,
            until: civilDay(onBehalfOf.until, language),
          })}
        </small>
      )}
    </>
  );
}
