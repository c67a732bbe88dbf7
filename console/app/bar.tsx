import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { notificationsQuery } from '../api/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { clockTime, longMoment, readerZone } from '../text/dates.ts';
import { useText } from '../text/text-context.tsx';
import { AccountMenu } from './account-menu.tsx';
import { readsCases, useHolds } from './session.ts';
import { useNow } from './use-now.ts';

/** Search, the time that counts here, notifications and the person's own menu. */
export function Bar({ onHelp }: { readonly onHelp: () => void }): ReactNode {
  const { t, language } = useText();
  const holds = useHolds();
  const now = new Date(useNow()).toISOString();
  const zone = readerZone();
  return (
    <header className="bar">
      <Link className="brand" to="/">
        Tuntas
      </Link>
      {readsCases(holds) ? <SearchBox /> : null}
      <time className="now" dateTime={now}>
        <span className="wide-only">{longMoment(now, zone, language)}</span>
        <span className="narrow-only">{clockTime(now, zone, language)}</span>
      </time>
      <Bell />
      <button type="button" className="btn bare help" onClick={onHelp} aria-label={t('console.keys.title')}>
        <kbd>?</kbd>
      </button>
      <AccountMenu />
    </header>
  );
}

function SearchBox(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false });
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  return (
    <search className="find-place">
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = text.trim();
          void navigate({ to: '/', search: wanted === '' ? {} : { queue: 'all', q: wanted } });
        }}
      >
        <label className="vh" htmlFor="search">
          {t('console.search')}
        </label>
        <Icon name="find" />
        <input
          id="search"
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('console.search.hint')}
          autoComplete="off"
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

function Bell(): ReactNode {
  const { t } = useText();
  const { data } = useQuery(notificationsQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link
      className="btn bare bell"
      to="/pemberitahuan"
      aria-label={t('console.notifications.unread', { count: unread })}
    >
      <Icon name="bell" />
      {unread === 0 ? null : <span className="n">{unread}</span>}
    </Link>
  );
}
