import type { ReactNode } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../text/text-context.tsx';

interface ShownOnceProps {
  readonly title: string;
  readonly note: string;
  /** Whose account it opens. */
  readonly email: string;
  readonly name: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** What opens an account, to be noted or handed over now: the server keeps nothing that anybody could read. */
export function ShownOnce({ title, note, email, name, secret, onClose }: ShownOnceProps): ReactNode {
  const { t } = useText();
  return (
    <Dialog title={title} onClose={onClose} mustStay>
      <p>{note}</p>
      <dl className="kv">
        <div>
          <dt>{t('console.sign-in.email')}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{name}</dt>
          <dd>
            <code className="secret">{secret}</code>
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
