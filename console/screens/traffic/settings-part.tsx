import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ChannelSetting } from '../../../src/features/channel-settings/contract.ts';
import { channelsQuery } from '../../api/traffic-queries.ts';
import { TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';
import { TemplatesSection } from './templates-section.tsx';

/** What channels there are, a test of each line, and the words of every notice. */
export function SettingsPart(): ReactNode {
  const { t } = useText();
  const [tested, setTested] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(channelsQuery);
  if (data === undefined)
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  return (
    <div className="traffic">
      <div>
        <p className="note">{t('console.traffic.settings.note')}</p>
        {data.length === 0 ? (
          <p className="empty">{t('console.traffic.settings.none')}</p>
        ) : (
          <Rows
            caption={t('console.traffic.part.setelan')}
            columns={[
              t('console.traffic.channel'),
              t('console.traffic.settings.source'),
              t('console.traffic.settings.set-in'),
              t('console.traffic.settings.limits'),
              ...(data.some(({ mayTest }) => mayTest) ? [t('console.traffic.act')] : []),
            ]}
          >
            {data.map((one) => (
              <SettingRow key={one.account} one={one} onTest={() => setTested(one.account)} />
            ))}
          </Rows>
        )}
      </div>
      <TemplatesSection channels={['sms', 'email']} />
      {tested === null ? null : <TestDialog account={tested} onClose={() => setTested(null)} />}
    </div>
  );
}

function SettingRow({
  one,
  onTest,
}: {
  readonly one: ChannelSetting;
  readonly onTest: () => void;
}): ReactNode {
  const { t } = useText();
  const { channel, account, source, variable, isEncrypted, perSecond, attempts, hours, mayTest } = one;
  return (
    <Row>
      <RowHead>
        {account}
        <small>{t(`console.delivery-channel.${channel}`)}</small>
      </RowHead>
      <Cell name={t('console.traffic.settings.source')}>{source}</Cell>
      <Cell name={t('console.traffic.settings.set-in')}>
        {variable}
        <small>{t(`console.traffic.settings.${isEncrypted ? 'encrypted' : 'plain'}`)}</small>
      </Cell>
      <Cell name={t('console.traffic.settings.limits')}>
        {perSecond === 0 ? null : `${t('console.traffic.settings.rate', { count: perSecond })}; `}
        {t('console.traffic.settings.patience', { attempts, hours })}
      </Cell>
      {mayTest ? (
        <Cell>
          <button type="button" className="btn" onClick={onTest}>
            {t('console.traffic.test')}
          </button>
        </Cell>
      ) : null}
    </Row>
  );
}

function TestDialog({
  account,
  onClose,
}: {
  readonly account: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const [to, setTo] = useState('');
  return (
    <EditDialog
      title={t('console.traffic.test.title', { account })}
      method="POST"
      path="/channels/sms/test"
      body={() => ({ account, to })}
      refresh={[['traffic']]}
      said={t('console.traffic.test.done')}
      act={t('console.traffic.test.act')}
      onClose={onClose}
    >
      {(errors) => (
        <TextField
          label={t('console.traffic.test.to')}
          hint={t('console.traffic.test.hint')}
          type="tel"
          required
          begin
          maxLength={40}
          value={to}
          onChange={setTo}
          error={errors.to}
        />
      )}
    </EditDialog>
  );
}
