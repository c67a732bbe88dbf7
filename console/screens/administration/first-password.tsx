import type { ReactNode } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../text/text-context.tsx';

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
    <Dialog title={t('console.people.password.title')} onClose={onClose} mustStay>
      <p>{t('console.people.password.note', { name: shown.name })}</p>
      <dl className="kv">
        <div>
          <dt>{t('console.sign-in.email')}</dt>
          <dd>{shown.email}</dd>
        </div>
        <div>
          <dt>{t('console.sign-in.password')}</dt>
          <dd>
            <code className="secret">{shown.password}</code>
          </dd>
        </div>
      </dl>
      <p className="row-acts">
        <button type="button" className="btn primary" onClick={onClose}>
          {t('console.people.password.noted')}
        </button>
      </p>
    </Dialog>
  );
}
