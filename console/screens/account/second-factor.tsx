import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { RecoveryCodes as Codes, FactorsView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { ownFactorsQuery } from '../../api/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { TotpSetup } from '../second-factor/totp-setup.tsx';
import { Passkeys } from './passkeys.tsx';

/** What the person signs in with besides the password. */
export function SecondFactor(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(ownFactorsQuery);
  return (
    <section className="block">
      <h2>{t('console.factor.title')}</h2>
      <p className="note">{t('console.factor.note')}</p>
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton lines={2} /> : null}
      {data === undefined ? null : <Own factors={data} />}
      {data === undefined ? null : <Passkeys passkeys={data.passkeys} />}
    </section>
  );
}

function Own({ factors }: { readonly factors: FactorsView }): ReactNode {
  const { t, language } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const now = useNow();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [settingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const reload = () => client.invalidateQueries({ queryKey: ['session', 'factors'] });
  const done = (said: string): void => {
    setSettingUp(false);
    setCodes(null);
    announce(t(said), { focus: true });
    void client.invalidateQueries({ queryKey: ['session', 'all'] });
  };
  const renew = async (): Promise<void> => {
    const path = '/session/second-factor/recovery-codes';
    const result = await send<Static<typeof Codes>>('POST', path);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    setCodes(result.value.recoveryCodes);
    await reload();
  };
  const remove = async (): Promise<void> => {
    const result = await send('DELETE', '/session/second-factor/totp');
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    await reload();
    done('console.factor.removed');
  };

  if (codes !== null) {
    return <RecoveryCodes codes={codes} onNoted={() => done('console.factor.renewed')} />;
  }
  if (settingUp) {
    return (
      <TotpSetup
        onDone={() => {
          void reload();
          done('console.factor.done');
        }}
        onCancel={() => setSettingUp(false)}
      />
    );
  }
  const { totpSince, recoveryCodes, required, passkeys } = factors;
  const hasAny = totpSince !== null || passkeys.length > 0;
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {hasAny ? (
        <dl className="kv">
          {totpSince === null ? null : (
            <div>
              <dt>{t('console.factor.app')}</dt>
              <dd>
                {t('console.factor.since', { moment: shortMoment(totpSince, readerZone(), language, now) })}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('console.factor.recovery')}</dt>
            <dd>{t('console.factor.recovery.left', { count: recoveryCodes })}</dd>
          </div>
        </dl>
      ) : (
        <p>{t('console.factor.none')}</p>
      )}
      <p className="row-acts">
        <button type="button" className="btn" onClick={() => setSettingUp(true)}>
          {t(totpSince === null ? 'console.factor.begin' : 'console.factor.replace')}
        </button>
        {hasAny ? (
          <button type="button" className="btn" onClick={() => void renew()}>
            {t('console.factor.recovery.renew')}
          </button>
        ) : null}
        {totpSince === null || (required && passkeys.length === 0) ? null : (
          <button type="button" className="btn" onClick={() => void remove()}>
            {t('console.factor.remove')}
          </button>
        )}
      </p>
      {required ? <p className="note">{t('console.factor.by-role')}</p> : null}
    </>
  );
}
