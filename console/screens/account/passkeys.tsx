import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PasskeyView } from '../../../src/features/people/contract.ts';
import { Rows } from '../../parts/rows.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';
import { knowsPasskeys } from '../second-factor/passkey.ts';
import { PasskeySetup } from '../second-factor/passkey-setup.tsx';
import { PasskeyRow } from './passkey-row.tsx';

/** The person's own passkeys: made, named and removed. */
export function Passkeys({ passkeys }: { readonly passkeys: readonly PasskeyView[] }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const done = (said: string): void => {
    setMaking(false);
    announce(said, { focus: true });
    void client.invalidateQueries({ queryKey: ['session', 'factors'] });
    void client.invalidateQueries({ queryKey: ['session', 'all'] });
  };
  return (
    <>
      <h3>{t('console.passkey.title')}</h3>
      <p className="note">{t('console.passkey.note')}</p>
      {passkeys.length === 0 ? <p>{t('console.passkey.none')}</p> : null}
      {passkeys.length === 0 ? null : (
        <Rows
          caption={t('console.passkey.title')}
          columns={[t('console.passkey.name'), t('console.account.sessions.seen'), t('console.people.acts')]}
        >
          {passkeys.map((one) => (
            <PasskeyRow key={one.id} passkey={one} onDone={done} />
          ))}
        </Rows>
      )}
      {making ? (
        <PasskeySetup
          onDone={(_session, name) => done(t('console.passkey.added', { name }))}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      {making || !knowsPasskeys ? null : (
        <p className="row-acts">
          <button type="button" className="btn" onClick={() => setMaking(true)}>
            {t('console.passkey.begin')}
          </button>
        </p>
      )}
    </>
  );
}
