import type { DrawnPage } from '../../features/flowcharts/index.ts';
import type { ProcedureView } from '../../features/procedures/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { Scroll } from '../parts/scroll.tsx';

interface SopSheetsProps {
  readonly reader: Reader;
  readonly procedure: ProcedureView;
  readonly pages: readonly DrawnPage[];
}

/** The form as it is printed: sheets of paper, white in every scheme; the table below says the same in words. */
export function SopSheets({ reader, procedure, pages }: SopSheetsProps) {
  const { t } = reader;
  return (
    <section className="gap" aria-labelledby="bagan">
      <h2 id="bagan">{t('sop.drawing.title')}</h2>
      <p className="small gap-s">
        {t('sop.drawing.hint')} <a href="#tabel">{t('sop.drawing.words')}</a>{' '}
        <a href={`/sop/${procedure.id}/bagan.pdf?versi=${procedure.version}`}>{t('sop.drawing.pdf')}</a>{' '}
        <a href={`/api/v1/procedures/${procedure.id}/versions/${procedure.version}.bpmn`}>
          {t('sop.drawing.bpmn')}
        </a>
      </p>
      <Scroll label={t('sop.drawing.sheets')}>
        <Sheets pages={pages.filter(({ kind }) => kind === 'flowchart')} />
      </Scroll>
      <details className="gap-s">
        <summary>{t('sop.drawing.identity')}</summary>
        <Scroll label={t('sop.drawing.identity')}>
          <Sheets pages={pages.filter(({ kind }) => kind === 'identity')} />
        </Scroll>
      </details>
    </section>
  );
}

function Sheets({ pages }: Pick<SopSheetsProps, 'pages'>) {
  return (
    <div className="sheets" lang="id">
      {pages.map(({ title, svg }) => (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own painter, which escapes every word
        <div key={title} className="sheet" dangerouslySetInnerHTML={{ __html: svg }} />
      ))}
    </div>
  );
}
