import type { ReactNode } from 'react';
import { asset } from '../assets.ts';
import type { Reader } from './reader.ts';

export interface ShellProps {
  readonly reader: Reader;
  /** Words of the tab, most telling first; the product's name is added. */
  readonly title: string;
  readonly current?: 'report' | 'track' | 'sop' | 'account';
  /** Style sheets beside the shared one, by file name in `src/site/styles/`. */
  readonly styles?: readonly string[];
  /** Islands of this page, by the name they are built to (`draft.js`); the page works without them. */
  readonly islands?: readonly string[];
  /** The sealed door: no island, not to be found by a search, and the language stands in the address. */
  readonly apart?: boolean;
  /** May be taken down tomorrow: no search engine keeps a copy that would outlive it. */
  readonly fleeting?: boolean;
  readonly children: ReactNode;
}

/** The frame of every citizen's page: skip link, top bar, content, foot with the language switch. */
export function Shell(props: ShellProps) {
  const {
    reader,
    title,
    current,
    styles = [],
    islands = [],
    apart = false,
    fleeting = false,
    children,
  } = props;
  const { t, locale, path } = reader;
  const isHidden = apart || fleeting || current === 'track' || current === 'account';
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content={isHidden ? 'noindex, nofollow' : 'index, follow'} />
        <title>{`${title} · Tuntas`}</title>
        <link rel="stylesheet" href={asset('tokens.css')} />
        <link rel="stylesheet" href={asset('site.css')} />
        <link rel="stylesheet" href={asset('parts.css')} />
        {styles.map((name) => (
          <link key={name} rel="stylesheet" href={asset(name)} />
        ))}
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
      </head>
      <body>
        <a className="skip" href="#isi">
          {t('site.skip')}
        </a>
        <header className="top">
          <div className="wrap">
            <a className="brand" href="/">
              Tuntas
            </a>
            <nav aria-label={t('site.nav.main')}>
              <ul role="list">
                <NavItem href="/lapor" here={current === 'report'} label={t('site.nav.report')} />
                <NavItem href="/lacak" here={current === 'track'} label={t('site.nav.track')} />
                <NavItem href="/sop" here={current === 'sop'} label={t('site.nav.sop')} />
              </ul>
            </nav>
          </div>
        </header>
        <main id="isi" className="wrap">
          {children}
        </main>
        <footer className="foot">
          <div className="wrap">
            <nav aria-label={t('site.nav.about')}>
              <ul role="list">
                {!apart && (
                  <NavItem href="/akun" here={current === 'account'} label={t('site.nav.account')} />
                )}
                <NavItem href="/wbs" label={t('site.nav.wbs')} />
                <NavItem href="/terbuka" label={t('site.nav.published')} />
                <NavItem href="/privasi" label={t('site.nav.privacy')} />
                <NavItem href="/hari-kerja" label={t('site.nav.workingDays')} />
                <NavItem href="/aksesibilitas" label={t('site.nav.accessibility')} />
                <NavItem href="/konsol" label={t('site.nav.staff')} />
              </ul>
            </nav>
            <nav aria-label={t('site.nav.language')}>
              <ul role="list">
                <Language code="id" name="Bahasa Indonesia" current={locale} {...{ path, apart }} />
                <Language code="en" name="English" current={locale} {...{ path, apart }} />
              </ul>
            </nav>
          </div>
        </footer>
        {islands.map((name) => (
          <script key={name} type="module" src={asset(name)} />
        ))}
      </body>
    </html>
  );
}

function NavItem({ href, label, here = false }: { href: string; label: string; here?: boolean }) {
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined}>
        {label}
      </a>
    </li>
  );
}

function Language(props: {
  readonly code: 'id' | 'en';
  readonly name: string;
  readonly current: string;
  readonly path: string;
  readonly apart: boolean;
}) {
  const { code, name, current, path, apart } = props;
  return (
    <li>
      <a
        href={apart ? `${path}?lang=${code}` : `/bahasa/${code}?ke=${encodeURIComponent(path)}`}
        lang={code}
        hrefLang={code}
        aria-current={code === current ? 'true' : undefined}
      >
        {name}
      </a>
    </li>
  );
}
