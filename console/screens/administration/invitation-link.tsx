import type { ReactNode } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../text/text-context.tsx';

/** Whom an invitation went to; `link` where it is to be handed over. */
export interface InvitedShown {
  readonly name: string;
  readonly email: string;
  readonly link: string | null;
}

/** The link of an invitation where no mail can be sent: shown once, the server keeps its hash alone. */
export function InvitationLink({
  shown,
  onClose,
}: {
  readonly shown: InvitedShown;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <Dialog title={t('console.invite.link.title')} onClose={onClose} mustStay>
      <p>{t('console.invite.link.note', { name: shown.name })}</p>
      <dl className="kv">
        <div>
          <dt>{t('console.sign-in.email')}</dt>
          <dd>{shown.email}</dd>
        </div>
        <div>
          <dt>{t('console.invite.link')}</dt>
          <dd>
            <code className="secret">{shown.link}</code>
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
