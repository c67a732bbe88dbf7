import type { ReactNode } from 'react';
import { useText } from '../../text/text-context.tsx';
import { ShownOnce } from './shown-once.tsx';

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
    <ShownOnce
      title={t('console.invite.link.title')}
      note={t('console.invite.link.note', { name: shown.name })}
      email={shown.email}
      name={t('console.invite.link')}
      secret={shown.link ?? ''}
      onClose={onClose}
    />
  );
}
