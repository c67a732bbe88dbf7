import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { VersionListItem, VersionView } from '../../../src/features/procedures/contract.ts';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { decreeDate } from './decree-date.ts';

interface VersionsProps {
  readonly id: string;
  readonly view: VersionView;
  readonly versions: readonly VersionListItem[];
}

/** Every version with what made it valid, newest first. */
export function Versions({ id, view, versions }: VersionsProps): ReactNode {
  const { t } = useText();
  return (
    <ol className="version-list" aria-label={t('console.version.part.versi')}>
      {versions.map((one) => (
        <li key={one.version}>
          <VersionEntry id={id} item={one} isShown={one.version === view.version} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly id: string;
  readonly item: VersionListItem;
  readonly isShown: boolean;
}

function VersionEntry({ id, item, isShown }: EntryProps): ReactNode {
  const { t } = useText();
  const [institution = '', name = ''] = id.split('/');
  const { version, takesNewCases, supersedes } = item;
  return (
    <>
      <h3>
        {isShown ? (
          t('console.version.shown', { version })
        ) : (
          <Link
            to="/sop/$institution/$name"
            params={{ institution, name }}
            search={{ versi: version, bagian: 'versi' }}
            className="link"
          >
            {t('console.version.name', { version })}
          </Link>
        )}{' '}
        <span className="dim">
          {takesNewCases ? t('console.version.takes-cases') : null}
          {!takesNewCases && supersedes !== null
            ? t('console.version.replaces', { version: supersedes })
            : null}
        </span>
      </h3>
      <dl className="kv">
        {useFacts(item).map(([fact, value]) => (
          <div key={fact}>
            <dt>{t(`console.version.fact.${fact}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What is known of a release, in words; what ships was released with the software. */
function useFacts(item: VersionListItem): readonly (readonly [string, string])[] {
  const { t, language } = useText();
  const { decree, legalBasis, effectiveNote, releasedAt, releasedBy, draftedBy, source } = item;
  const date = decreeDate(decree.date, language);
  const released =
    releasedAt === null
      ? t(`console.version.source.${source}`)
      : longMoment(releasedAt, readerZone(), language);
  return (
    [
      ['released', released],
      ['by', releasedBy?.name ?? ''],
      ['drafted', draftedBy.map(({ name }) => name).join(', ')],
      ['number', decree.number ?? t('console.version.no-decree')],
      ['date', date],
      ['signatory', decree.signatory ?? ''],
      ['basis', legalBasis.join('; ')],
      ['note', effectiveNote],
    ] as const
  ).filter(([, value]) => value !== '');
}
