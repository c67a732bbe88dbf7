import type { ReactNode } from 'react';
import { useText } from '../../text/text-context.tsx';
import { ShownOnce } from './shown-once.tsx';

export interface FirstPasswordShown {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Shown once; the server keeps no copy that anybody could read. */
export function FirstPassword({
  shown,
  onClose,
}: {
  readonly shown: FirstPasswordShown;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <ShownOnce
      title={t('console.people.password.title')}
      note={t('console.people.password.note', { name: shown.name })}
      email={shown.email}
      name={t('console.sign-in.password')}
      secret={shown.password}
      onClose={onClose}
    />
  );
}
