import type { ReportDone } from '../../features/sealed-cases/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { here } from './wbs-page.tsx';

/** The receipt of the sealed door: the code, said once and nowhere else, and what happens now. */
export function WbsReceiptPage({ reader, done }: { reader: Reader; done: ReportDone }) {
  const { t } = reader;
  const { code, institution, checkedBy, zone } = done;
  const by = checkedBy === null ? t('wbs.receipt.by-undated') : reader.date(checkedBy, zone);
  return (
    <Shell reader={reader} title={t('wbs.receipt.title')} styles={['receipt.css', 'wbs.css']} apart>
      <div className="stack">
        <p className="tag">{t('wbs.tag')}</p>
        <h1>{t('wbs.receipt.title')}</h1>
        <p className="lead">{t('wbs.receipt.lead')}</p>
      </div>
      <section className="ticket" aria-labelledby="kode">
        <div>
          <h2 id="kode">{t('wbs.receipt.code')}</h2>
          <Code code={code} />
          <p>{t('wbs.receipt.code.keep')}</p>
        </div>
      </section>
      <section className="sec" aria-labelledby="sekarang">
        <h2 id="sekarang">{t('wbs.receipt.now')}</h2>
        <dl className="three">
          {(['what', 'who', 'when'] as const).map((part) => (
            <div key={part}>
              <dt>{t(`wbs.receipt.${part}`)}</dt>
              <dd>{t(`wbs.receipt.${part}.text`, { institution, by })}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="sec noprint" aria-labelledby="simpan">
        <h2 id="simpan">{t('wbs.receipt.keep')}</h2>
        <div>
          <ul className="bullets">
            {(['write', 'come', 'leave'] as const).map((point) => (
              <li key={point}>{t(`wbs.receipt.keep.${point}`)}</li>
            ))}
          </ul>
          <form className="gap-s" action={here(reader, '/wbs/lacak')} method="post">
            <input type="hidden" name="code" value={code} />
            <button className="btn quiet" type="submit">
              {t('wbs.receipt.open')}
            </button>
          </form>
        </div>
      </section>
    </Shell>
  );
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
