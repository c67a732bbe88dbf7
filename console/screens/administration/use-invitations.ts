import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Static } from 'typebox';
import type { PersonInvited, PersonView } from '../../../src/features/people/contract.ts';
import { send } from '../../api/client.ts';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';
import type { InvitedShown } from './invitation-link.tsx';

/** Inviting anew and withdrawing, and what is shown afterwards: a line, or the link to hand over. */
export function useInvitations() {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [invited, setInvited] = useState<InvitedShown | null>(null);
  const showInvited = (shown: InvitedShown): void => {
    if (shown.link === null) announce(t('console.invite.sent', { name: shown.name, email: shown.email }));
    else setInvited(shown);
  };
  const act = (what: 'invite' | 'withdraw', { id, name, email }: PersonView): void => {
    const method = what === 'invite' ? 'POST' : 'DELETE';
    void send<Static<typeof PersonInvited> | PersonView>(method, `/people/${id}/invitation`).then(
      async (result) => {
        if (!result.ok) return announce(`${result.error.title}. ${result.error.detail}`);
        await client.invalidateQueries({ queryKey: ['people'] });
        if ('link' in result.value) showInvited({ name, email, link: result.value.link });
        else announce(t('console.invite.withdrawn', { name }), { focus: true });
      },
    );
  };
  return { invited, setInvited, showInvited, act };
}
