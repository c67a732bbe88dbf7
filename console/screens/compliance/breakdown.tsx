import type { ReactNode } from 'react';
import type { FigureSearch } from '../../app/compliance-search.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { useText } from '../../text/text-context.tsx';
import { FigureLink } from './figure-link.tsx';
import { shareWords } from './figure-words.ts';
import { ShareBar } from './share-bar.tsx';

export interface Line {
  readonly key: string;
  readonly name: ReactNode;
  readonly ran: number;
  readonly within: number;
  readonly late: number;
  readonly running: number;
  readonly share: number | null;
  /** Where the cases behind its figures are listed. */
  readonly list: FigureSearch;
}

/** Runs with a limit, by somebody: who kept it how often. */
export function Breakdown({
  caption,
  column,
  lines,
}: {
  readonly caption: string;
  readonly column: string;
  readonly lines: readonly Line[];
}): ReactNode {
  const { t, language } = useText();
  return (
    <Rows
      caption={caption}
      className="breakdown tree"
      columns={[
        column,
        { name: t('console.compliance.figure.ran'), figures: true },
        { name: t('console.compliance.figure.within'), figures: true },
        { name: t('console.compliance.figure.late'), figures: true },
        t('console.compliance.figure.share'),
      ]}
    >
      {lines.map((line) => (
        <Row key={line.key}>
          <RowHead>{line.name}</RowHead>
          <Cell name={t('console.compliance.figure.ran')} className="num">
            <FigureLink
              count={line.ran}
              figure={t('console.compliance.figure.ran')}
              search={{ ...line.list, measure: 'ran' }}
            />
          </Cell>
          <Cell name={t('console.compliance.figure.within')} className="num">
            <FigureLink
              count={line.within}
              figure={t('console.compliance.figure.within')}
              search={{ ...line.list, measure: 'within' }}
            />
          </Cell>
          <Cell
            name={t('console.compliance.figure.late')}
            className={line.late === 0 ? 'num zero' : 'num late'}
          >
            <FigureLink
              count={line.late}
              figure={t('console.compliance.figure.late')}
              search={{ ...line.list, measure: 'late' }}
              tone="late"
            />
          </Cell>
          <Cell name={t('console.compliance.figure.share')} className="kept">
            {line.share === null ? (
              <span className="dim">{t('console.compliance.no-limit')}</span>
            ) : (
              <>
                {shareWords(line.share, language)}%
                <ShareBar within={line.within} late={line.late} running={line.running} />
              </>
            )}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
