import type { ReactNode } from 'react';
import type { DrawnPage } from '../../features/flowcharts/index.ts';
import type { InstitutionView } from '../../features/organizations/contract.ts';
import type { ProcedureView } from '../../features/procedures/contract.ts';
import { limitWords } from '../../platform/i18n/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { SopSheets } from './sop-sheets.tsx';
import { SopTable } from './sop-table.tsx';

interface SopPageProps {
  readonly reader: Reader;
  readonly procedure: ProcedureView;
  readonly pages: readonly DrawnPage[];
  /** Every released version, oldest first. */
  readonly versions: readonly number[];
  /** The institutions that take in reports by it. */
  readonly users: readonly InstitutionView[];
}

/** The texts of the form are the office's own and stay Indonesian in every language. */
export function SopPage({ reader, procedure, pages, versions, users }: SopPageProps) {
  const { t } = reader;
  const notes = [
    ...procedure.notes,
    ...procedure.actors.flatMap(({ note }) => note ?? []),
    ...procedure.requirements.flatMap(({ note }) => note ?? []),
  ];
  return (
    <Shell reader={reader} title={procedure.title} current="sop" styles={['sop.css']}>
      <div className="heading">
        <p className="tag">{t('sop.tag')}</p>
        <h1 lang="id">{procedure.title}</h1>
        <p className="lead" lang="id">
          {procedure.institution}
        </p>
        {users.every(({ name }) => name !== procedure.institution) && (
          <p className="small">
            {users.length === 0
              ? t('sop.list.unused')
              : `${t('sop.list.used-by')} ${users.map(({ name }) => name).join(', ')}`}
          </p>
        )}
        {users.length > 0 && (
          <p className="row gap-s">
            {users.map(({ id, name }) => (
              <a key={id} className="btn" href={`/lapor?instansi=${encodeURIComponent(id)}`}>
                {users.length === 1 ? t('sop.report') : t('sop.report.to', { institution: name })}
              </a>
            ))}
          </p>
        )}
      </div>
      <SopSheets reader={reader} procedure={procedure} pages={pages} />
      <section className="gap" aria-labelledby="tabel">
        <h2 id="tabel">{t('sop.table.title')}</h2>
        <p className="small gap-s">{t('sop.table.hint')}</p>
        <SopTable reader={reader} procedure={procedure} />
      </section>
      <Facts reader={reader} procedure={procedure} versions={versions} />
      {notes.length > 0 && (
        <section className="sec" aria-labelledby="catatan">
          <div className="side">
            <h2 id="catatan">{t('sop.notes.title')}</h2>
            <p className="small">{t('sop.notes.hint')}</p>
          </div>
          <ul className="bullets prose" lang="id">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </Shell>
  );
}

function Facts({ reader, procedure, versions }: Omit<SopPageProps, 'pages' | 'users'>) {
  const { t } = reader;
  const { number, date, signatory } = procedure.decree;
  const decree = [number, date, signatory].flatMap((part) => part ?? []).join(', ');
  const { overall } = procedure.time;
  return (
    <section className="sec" aria-labelledby="keterangan">
      <h2 id="keterangan">{t('sop.facts.title')}</h2>
      <dl className="facts pairs">
        <Fact name={t('sop.facts.decree')}>{decree === '' ? t('sop.facts.decree.none') : decree}</Fact>
        <Fact name={t('sop.facts.version')}>
          {procedure.version}
          {versions
            .filter((version) => version !== procedure.version)
            .map((version) => (
              <span key={version}>
                {' '}
                <a href={`/sop/${procedure.id}?versi=${version}`}>
                  {t('sop.facts.other-version', { version })}
                </a>
              </span>
            ))}
        </Fact>
        <Fact name={t('sop.facts.overall')}>
          {overall === null ? t('sop.facts.overall.none') : limitWords(reader, overall)}
        </Fact>
        <Fact name={t('sop.facts.fee')} own>
          {procedure.fee}
        </Fact>
        <Listed name={t('sop.facts.requirements')} items={procedure.requirements.map(({ title }) => title)} />
        <Listed name={t('sop.facts.channels')} items={procedure.channels} />
        <Listed name={t('sop.facts.products')} items={procedure.products} />
        <Listed
          name={t('sop.facts.indicator')}
          items={procedure.indicator === null ? [] : [procedure.indicator]}
        />
        <Listed name={t('sop.facts.watchers')} items={procedure.watchers} />
        <Listed name={t('sop.facts.legal')} items={procedure.legalBasis} />
      </dl>
    </section>
  );
}

function Listed({ name, items }: { name: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Fact name={name} own>
      {items.length === 1 ? (
        items[0]
      ) : (
        <ul className="bullets">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </Fact>
  );
}

/** `own`: the office's words, Indonesian in every language. */
function Fact({ name, own = false, children }: { name: string; own?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="plain" lang={own ? 'id' : undefined}>
        {children}
      </dd>
    </div>
  );
}
