import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DraftView } from '../../../src/features/procedures/contract.ts';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** A draft that is over: how it ended, by whom, and where to go on. */
export function EndNote({ view }: { readonly view: DraftView }): ReactNode {
  const { t, language } = useText();
  if (view.state === 'open') return null;
  const [institution = '', name = ''] = view.procedureId.split('/');
  const values = {
    name: view.endedBy?.name ?? '',
    date: view.endedAt === null ? '' : longMoment(view.endedAt, readerZone(), language),
    version: view.releasedVersion ?? 0,
  };
  return (
    <div className="pad">
      <div className="end-note">
        <p>
          <b>{t(`console.draft.end.${view.state}`, values)}</b>
        </p>
        {view.state === 'released' ? (
          <>
            <p>{t('console.draft.end.cases', values)}</p>
            <p>
              <Link
                to="/sop/$institution/$name"
                params={{ institution, name }}
                search={{ versi: values.version, bagian: 'tabel' }}
                className="link"
              >
                {t('console.draft.end.read', values)}
              </Link>
            </p>
          </>
        ) : (
          <p>{t('console.draft.end.kept')}</p>
        )}
      </div>
    </div>
  );
}
