import { encode } from 'uqr';
import type { SecrecyLevel } from '../../domain/cases/words.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { Received } from './receipt-received.tsx';
import { type LaterLimits, NextDates, Now } from './receipt-what-now.tsx';

export interface ReceiptPageProps {
  readonly reader: Reader;
  readonly view: TrackingView;
  /** Of the tracking page, with the code. */
  readonly address: string;
  readonly chosen: SecrecyLevel;
  readonly limits: LaterLimits;
}

/** The receipt: the code, and in three lines what happens now, who does it, and by which date. */
export function ReceiptPage({ reader, view, address, chosen, limits }: ReceiptPageProps) {
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={t('receipt.tab')}
      current="track"
      styles={['strip.css', 'receipt.css']}
      islands={['draft.js']}
    >
      <div className="stack" data-sent>
        <p className="tag">{t('receipt.tag')}</p>
        <h1>{t('receipt.title')}</h1>
        <p className="lead">{t('receipt.lead')}</p>
      </div>
      <section className="ticket" aria-labelledby="kode">
        <div>
          <h2 id="kode">{t('receipt.code')}</h2>
          <Code code={view.code} />
          <p>{t('receipt.code.keep')}</p>
        </div>
        <QrCode address={address} label={t('receipt.qr')} />
      </section>
      <Now reader={reader} view={view} />
      <NextDates reader={reader} view={view} limits={limits} />
      <Keep reader={reader} view={view} />
      <Received reader={reader} view={view} raisedBecause={raised(view, chosen)} />
    </Shell>
  );
}

/** Why it is kept more private than chosen; empty where it is not. */
function raised(view: TrackingView, chosen: SecrecyLevel): readonly string[] {
  return view.secrecy === chosen ? [] : view.signals;
}

/** In three groups, which may break between them and nowhere else. */
function Code({ code }: { code: string }) {
  const groups = code.split('-');
  return (
    <p className="code">
      {groups.map((group, index) => (
        <span key={group}>{index < groups.length - 1 ? `${group}-` : group}</span>
      ))}
    </p>
  );
}

function QrCode({ address, label }: { address: string; label: string }) {
  // A paper that is folded and copied loses some of it: level M repairs 15 %.
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <div className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path.join('')} fill="#000" />
      </svg>
    </div>
  );
}

function Keep({ reader: { t }, view }: { reader: Reader; view: TrackingView }) {
  return (
    <section className="sec noprint" aria-labelledby="simpan">
      <h2 id="simpan">{t('receipt.keep.title')}</h2>
      <div>
        <p className="row">
          <a className="btn" href={`/lacak/${view.code}`}>
            {t('receipt.keep.track')}
          </a>
        </p>
        <ul className="bullets gap-s">
          <li>{t('receipt.keep.print')}</li>
          <li>{t('receipt.keep.write')}</li>
          {view.reach === 'email' && <li>{t('receipt.keep.email')}</li>}
          <li>{t('receipt.keep.hour')}</li>
          <li>
            {t('receipt.keep.shared')}
            <form action="/tanda-terima/tutup" method="post">
              <button className="link" type="submit">
                {t('receipt.close')}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </section>
  );
}

/** After an hour, after closing, or on another device. */
export function NoReceiptPage({ reader, reason }: { reader: Reader; reason: 'gone' | 'closed' }) {
  const { t } = reader;
  return (
    <Shell reader={reader} title={t(`receipt.${reason}.title`)} current="track" islands={['draft.js']}>
      <div className="stack" data-sent={reason === 'closed' ? true : undefined}>
        <h1>{t(`receipt.${reason}.title`)}</h1>
        <p className="lead">{t(`receipt.${reason}.detail`)}</p>
        <p className="row gap">
          <a className="btn" href="/lacak">
            {t('receipt.keep.track')}
          </a>
        </p>
      </div>
    </Shell>
  );
}
