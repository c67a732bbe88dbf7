import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '../../src/domain/access/permissions.ts';
import { queues } from '../../src/domain/cases/words.ts';
import { countsQuery, sealedListQuery } from '../api/queries.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { lastList } from '../screens/work-list/list-memory.ts';
import { useText } from '../text/text-context.tsx';
import { type ListQueue, readListSearch } from './list-search.ts';
import { readsCases, useHolds } from './session.ts';

/** The router marks the current link by itself, and would count every list as the first one. */
const exactly = { exact: true, includeSearch: true } as const;

/** A work list in the menu: the queues that the person holds, in the order of the work. */
const queueIcons: Readonly<Record<ListQueue, IconName>> = {
  mine: 'work',
  assigned: 'person',
  verification: 'check',
  distribution: 'send',
  acceptance: 'receive',
  handling: 'tool',
  answering: 'answer',
  release: 'send',
  review: 'doc',
  closing: 'flag',
  finishing: 'flag',
  reporter: 'wait',
  none: 'all',
  all: 'all',
};

type Target =
  | '/pusat-kendali'
  | '/kepatuhan'
  | '/serah-terima'
  | '/pengganti'
  | '/catat'
  | '/cari-pelapor'
  | '/surat'
  | '/telepon'
  | '/mendesak'
  | '/sop'
  | '/kalender'
  | '/instansi'
  | '/unit'
  | '/kategori'
  | '/petugas'
  | '/hak-akses'
  | '/lalu-lintas'
  | '/webhook'
  | '/data-pribadi';

const governance: readonly {
  readonly to: Target;
  readonly text: string;
  readonly icon: IconName;
  /** Any of these; null: everybody. */
  readonly needs: readonly Permission[] | null;
}[] = [
  { to: '/pusat-kendali', text: 'console.leader.title', icon: 'board', needs: ['statistics.read'] },
  { to: '/kepatuhan', text: 'console.compliance.title', icon: 'check', needs: ['statistics.read'] },
  { to: '/serah-terima', text: 'console.work.title', icon: 'send', needs: ['case.assign'] },
  {
    to: '/pengganti',
    text: 'console.deputies.title',
    icon: 'person',
    needs: ['case.close', 'people.manage'],
  },
  { to: '/sop', text: 'console.procedures.title', icon: 'procedure', needs: null },
  { to: '/kalender', text: 'console.calendar.title', icon: 'calendar', needs: null },
  { to: '/instansi', text: 'console.institutions.title', icon: 'office', needs: ['organization.manage'] },
  { to: '/unit', text: 'console.units.title', icon: 'tree', needs: ['organization.manage'] },
  { to: '/kategori', text: 'console.categories.title', icon: 'tag', needs: ['organization.manage'] },
  { to: '/petugas', text: 'console.people.title', icon: 'person', needs: ['people.manage'] },
  { to: '/hak-akses', text: 'console.rights.title', icon: 'eye', needs: null },
  {
    to: '/lalu-lintas',
    text: 'console.traffic.menu',
    icon: 'mail',
    needs: ['notification.read', 'message.handle'],
  },
  { to: '/webhook', text: 'console.webhooks.menu', icon: 'api', needs: ['webhook.manage'] },
  {
    to: '/data-pribadi',
    text: 'console.privacy.menu',
    icon: 'lock',
    needs: ['privacy.manage', 'privacy.oversee'],
  },
];

export function Rail(): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const reads = readsCases(holds);
  const { data } = useQuery({ ...countsQuery, enabled: reads });
  const held = data?.queues ?? {};
  const work: readonly ListQueue[] = [
    'mine',
    ...(['assigned', ...queues] as const).filter((name) => name in held && name !== 'none'),
  ];
  return (
    <nav className="rail" aria-label={t('console.menu')}>
      {reads ? (
        <ul>
          {work.map((queue) => (
            <QueueLink key={queue} queue={queue} open={queue === 'mine' ? mineOf(held) : held[queue]?.open} />
          ))}
          {holds('case.read') ? <QueueLink queue="all" open={undefined} /> : null}
        </ul>
      ) : null}
      {holds('case.read-sealed') ? <SealedLink /> : null}
      <DeskLinks />
      <p>{t('console.menu.governance')}</p>
      <ul>
        {governance
          .filter(({ needs }) => needs === null || needs.some(holds))
          .map(({ to, text, icon }) => (
            <PlainLink key={to} to={to} text={text} icon={icon} />
          ))}
      </ul>
    </nav>
  );
}

/** What is done with citizens rather than with cases. */
const desk: readonly {
  readonly to: Target;
  readonly text: string;
  readonly icon: IconName;
  readonly needs: Permission;
}[] = [
  { to: '/mendesak', text: 'console.urgent.title', icon: 'flag', needs: 'urgent.coordinate' },
  { to: '/telepon', text: 'console.calls.title', icon: 'phone', needs: 'call.take' },
  { to: '/catat', text: 'console.entry.title', icon: 'pen', needs: 'submission.enter' },
  { to: '/cari-pelapor', text: 'console.find.title', icon: 'find', needs: 'identity.search' },
  { to: '/surat', text: 'console.letters.title', icon: 'mail', needs: 'letter.print' },
];

function DeskLinks(): ReactNode {
  const holds = useHolds();
  const links = desk.filter(({ needs }) => holds(needs));
  return links.length === 0 ? null : (
    <ul>
      {links.map(({ to, text, icon }) => (
        <PlainLink key={to} to={to} text={text} icon={icon} />
      ))}
    </ul>
  );
}

/** The sealed door: in the menu of the inspectorate only, with how many wait for this person. */
function SealedLink(): ReactNode {
  const { t } = useText();
  const { data } = useQuery(sealedListQuery);
  const mine = data?.items.filter(({ myTurn }) => myTurn).length;
  const name = t('console.sealed.title');
  return (
    <ul>
      <li>
        <Link to="/wbs" title={name} activeProps={{ 'aria-current': 'page' }}>
          <Icon name="lock" />
          <span className="t">{name}</span>
          {mine === undefined ? null : <span className={mine === 0 ? 'n zero' : 'n'}>{mine}</span>}
        </Link>
      </li>
    </ul>
  );
}

function QueueLink({
  queue,
  open,
}: {
  readonly queue: ListQueue;
  readonly open: number | undefined;
}): ReactNode {
  const { t } = useText();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const name = t(`console.queue.${queue}`);
  return (
    <li>
      <Link
        to="/"
        search={queue === 'mine' ? {} : { queue }}
        activeOptions={exactly}
        aria-current={queueAt(pathname, search) === queue ? 'page' : undefined}
        title={name}
      >
        <Icon name={queueIcons[queue]} />
        <span className="t">{name}</span>
        {open === undefined ? null : <span className={open === 0 ? 'n zero' : 'n'}>{open}</span>}
      </Link>
    </li>
  );
}

/** The list that is shown, or the one from which the case shown was opened. */
function queueAt(path: string, search: object): ListQueue | null {
  if (/^(?:\/konsol)?\/?$/.test(path)) {
    return readListSearch(search as Readonly<Record<string, unknown>>).queue ?? 'mine';
  }
  const { ids, search: last } = lastList();
  return path.includes('/perkara/') && ids.length > 0 ? (last.queue ?? 'mine') : null;
}

function PlainLink({
  to,
  text,
  icon,
}: {
  readonly to: Target;
  readonly text: string;
  readonly icon: IconName;
}): ReactNode {
  const { t } = useText();
  return (
    <li>
      <Link to={to} title={t(text)} activeProps={{ 'aria-current': 'page' }}>
        <Icon name={icon} />
        <span className="t">{t(text)}</span>
      </Link>
    </li>
  );
}

/** Everything whose turn is mine. Where assignments stand beside other lists a case may be in both: no number then. */
function mineOf(held: Readonly<Record<string, { readonly open: number }>>): number | undefined {
  const names = Object.keys(held).filter((name) => name !== 'reporter' && name !== 'none');
  if (names.length > 1 && names.includes('assigned')) return undefined;
  return names.reduce((sum, name) => sum + (held[name]?.open ?? 0), 0);
}
