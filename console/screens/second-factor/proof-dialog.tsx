import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ownFactorsQuery, waysQuery } from '../../api/queries.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { proveByPasskey } from './passkey.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { ProofAtProvider } from './proof-at-provider.tsx';
import { ProofForm } from './proof-form.tsx';
import './second-factor.css';

/**
 * Above whatever asked for it: who acts proves who they are, and the act is done as it was typed. Whoever has a second
 * factor gives that: a password alone would be refused.
 */
export function ProofDialog({ onEnd }: { readonly onEnd: (proved: boolean) => void }): ReactNode {
  const { t } = useText();
  const { data: own } = useQuery({ ...ownFactorsQuery, staleTime: 0 });
  const provider = useQuery(waysQuery()).data?.provider ?? null;
  const hasPasskey = (own?.passkeys.length ?? 0) > 0;
  const hasFactor = own?.totpSince != null || hasPasskey;
  return (
    <Dialog title={t('console.proof.title')} onClose={() => onEnd(false)}>
      <p className="proof-note">{t('console.proof.note')}</p>
      {own === undefined ? <Skeleton lines={2} /> : null}
      {hasPasskey ? (
        <PasskeyButton
          label={t('console.proof.by-passkey')}
          className="btn primary"
          use={proveByPasskey}
          onDone={() => onEnd(true)}
        />
      ) : null}
      {own !== undefined && (hasFactor || own.hasPassword) ? (
        <ProofForm
          by={hasFactor ? 'code' : 'password'}
          hasApp={own.totpSince !== null}
          isSecond={hasPasskey}
          onEnd={onEnd}
        />
      ) : null}
      {own?.hasProvider === true && provider !== null ? (
        <ProofAtProvider name={provider.name} onProved={() => onEnd(true)} />
      ) : null}
    </Dialog>
  );
}
