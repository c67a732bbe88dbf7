import type { ReactNode } from 'react';
import type { SecrecyLevel } from '../../src/domain/cases/words.ts';
import { useText } from '../text/text-context.tsx';
import { Icon } from './icon.tsx';

/** How closed a case is, as one or two signs that are also read out. */
export function Secrecy({
  level,
  anonymous,
}: {
  readonly level: SecrecyLevel;
  readonly anonymous: boolean;
}): ReactNode {
  const { t } = useText();
  const hidden = anonymous || level === 'L1' || level === 'L3';
  return (
    <span className="secrecy" title={t(`console.secrecy.${level}`)}>
      <span className="vh">{t(`console.secrecy.${level}`)}</span>
      {level === 'L0' ? <Icon name="eye" /> : null}
      {hidden ? <Icon name="hidden" /> : null}
      {level === 'L2' || level === 'L3' ? <Icon name="lock" /> : null}
    </span>
  );
}
