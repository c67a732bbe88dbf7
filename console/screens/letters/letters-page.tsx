import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { LetterItem } from '../../../src/features/papers/contract.ts';
import { serverNow } from '../../api/client.ts';
import { lettersQuery } from '../../api/letter-queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { ChoiceField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { PrintButton } from './print-button.tsx';
import './letters.css';

const states = ['waiting', 'printed'] as const;

/** Answers to those who are answered on paper, oldest first, to be printed and sent off. */
export function LettersPage(): ReactNode {
  const { t } = useText();
  const [state, setState] = useState<(typeof states)[number]>('waiting');
  const { data, error, refetch } = useQuery(lettersQuery({ state }));
  useTitle(t('console.letters.title'));
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.letters.title')}</h1>
        <p className="facts">{t('console.letters.intro')}</p>
      </div>
      <div className="pad">
        <ChoiceField
          label={t('console.letters.show')}
          value={state}
          onChange={setState}
          options={states.map((id) => ({ id, name: t(`console.letters.show.${id}`) }))}
        />
        {data === undefined ? (
          error === null ? (
            <Skeleton lines={6} />
          ) : (
            <PageProblem error={error} retry={() => void refetch()} />
          )
        ) : data.items.length === 0 ? (
          <p className="empty">{t(`console.letters.none.${state}`)}</p>
        ) : (
          <ul className="letters">
            {data.items.map((letter) => (
              <Letter key={letter.id} letter={letter} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Letter({ letter }: { readonly letter: LetterItem }): ReactNode {
  const { t, language } = useText();
  const moment = (at: string) => shortMoment(at, readerZone(), language, serverNow());
  return (
    <li>
      <div>
        <p>
          <Link to="/perkara/$id" params={{ id: letter.caseId }} className="link">
            {letter.number}
          </Link>{' '}
          <bdi>{letter.title}</bdi>
        </p>
        <p className="note">
          {letter.subject}.{' '}
          {letter.printedAt === null
            ? t('console.letters.written', { moment: moment(letter.writtenAt) })
            : t('console.letters.printed', { moment: moment(letter.printedAt) })}
        </p>
      </div>
      <div>
        <PrintButton letter={letter} />
      </div>
    </li>
  );
}
