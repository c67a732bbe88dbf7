import type { ReactNode } from 'react';
import type { TrackingView } from '../../features/submissions/contract.ts';
import type { Reader } from '../parts/reader.ts';

interface ReceivedProps {
  readonly reader: Reader;
  readonly view: TrackingView;
  readonly raisedBecause: readonly string[];
}

/** The words as they came, and what was noted with them. */
export function Received({ reader, view, raisedBecause }: ReceivedProps) {
  const { t } = reader;
  return (
    <section className="sec" aria-labelledby="isi-l">
      <div className="side">
        <h2 id="isi-l">{t('receipt.got.title')}</h2>
        <p className="small">{t('receipt.got.hint')}</p>
      </div>
      <div>
        <blockquote className="say" dir="auto">
          {view.text}
        </blockquote>
        <dl className="facts pairs gap-s">
          <Fact name={t('receipt.got.at')}>
            {reader.dateTime(view.receivedAt, view.zone)}, {t(`channel-via.${view.channel}`)}
          </Fact>
          <Fact name={t('receipt.got.kind')}>{t(`kind.${view.kind}`)}</Fact>
          {view.area !== null && <Fact name={t('receipt.got.where')}>{view.area}</Fact>}
          {view.occurredOn !== null && (
            <Fact name={t('receipt.got.when')}>{reader.plainDate(view.occurredOn)}</Fact>
          )}
          <Fact name={t('receipt.got.institution')}>{view.institution.name}</Fact>
          <Fact name={t('receipt.got.secrecy')}>
            {t(`secrecy.${view.secrecy}.name`)}.{' '}
            {t(view.anonymous ? 'receipt.got.anonymous' : 'receipt.got.sealed')}
            {raisedBecause.length > 0 && ` ${raisedWords(reader, raisedBecause)}`}
          </Fact>
          <Files reader={reader} view={view} />
          <Fact name={t('receipt.got.fee')}>{t('receipt.got.fee.none')}</Fact>
        </dl>
      </div>
    </section>
  );
}

function Files({ reader: { t }, view }: { reader: Reader; view: TrackingView }) {
  const evidence = view.attachments.filter((file) => file.purpose !== 'family-card').length;
  const hasCard = view.attachments.some((file) => file.purpose === 'family-card');
  return (
    <>
      {evidence > 0 && (
        <Fact name={t('receipt.got.files')}>{t('receipt.got.files.count', { count: evidence })}</Fact>
      )}
      {view.familyCardAsked && (
        <Fact name={t('receipt.got.card')}>
          {t(hasCard ? 'receipt.got.card.kept' : 'receipt.got.card.later')}
        </Fact>
      )}
    </>
  );
}

function raisedWords({ t }: Reader, reasons: readonly string[]): string {
  return t('receipt.raised', { reasons: reasons.map((one) => t(`receipt.raised.${one}`)).join(', ') });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
