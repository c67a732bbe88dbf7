import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { channelIcon, Icon } from '../../parts/icon.tsx';
import { Secrecy } from '../../parts/secrecy.tsx';
import { elsewhere, longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { timeLeft } from '../work-list/due.ts';
import { lastList } from '../work-list/list-memory.ts';
import { isSealed } from './case-address.ts';

export function CaseHead({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const { ids, search, title } = lastList();
  const place = ids.indexOf(view.id);
  const kind = view.kind === 'complaint' && view.oversight ? 'oversight' : view.kind;
  return (
    <header className="case-head">
      <p className="crumb">
        {isSealed(view) ? (
          <Link to="/wbs" className="link">
            <Icon name="back" />
            {t('console.sealed.title')}
          </Link>
        ) : (
          <Link to="/" search={search} className="link">
            <Icon name="back" />
            {title === '' ? t('console.queue.mine') : title}
          </Link>
        )}
        {place === -1 || isSealed(view) ? null : (
          <>
            <span className="dim">{t('console.case.place', { place: place + 1, count: ids.length })}</span>
            <span className="dim">
              <kbd>K</kbd> <kbd>J</kbd>
            </span>
          </>
        )}
      </p>
      <h1 id="case-title" tabIndex={-1}>
        {view.title}
      </h1>
      <p className="facts">
        <span className="strong">{view.number}</span>
        {view.onBehalfOf === null ? null : (
          <span className="strong">{t('console.actor.on-behalf', { name: view.onBehalfOf.name })}</span>
        )}
        {view.urgent ? <span className="strong">{t('console.urgent')}</span> : null}
        {isSealed(view) ? null : <span>{t(`console.kind.${kind}`)}</span>}
        {view.category === null ? null : <span>{view.category}</span>}
        {isSealed(view) ? null : (
          <span>
            <Icon name="pin" />
            {view.area ?? t('console.place.unknown')}
          </span>
        )}
        <span>
          <Icon name={channelIcon(view.channel)} />
          {t(`console.channel.${view.channel}`)}
        </span>
        {isSealed(view) ? null : (
          <span>
            <Secrecy level={view.secrecy} anonymous={view.anonymous} /> {t(`console.secrecy.${view.secrecy}`)}
          </span>
        )}
      </p>
      <State view={view} />
    </header>
  );
}

/** Where the case stands, in one sentence: whose turn, which step, until when. */
function State({ view }: { readonly view: CaseView }): ReactNode {
  const { t, knows, language } = useText();
  const now = useNow();
  // Between two statuses the step says it more exactly: examined already, not closed yet.
  const ofStep = `console.state.${view.status}.${view.step?.act ?? ''}`;
  const left = view.clock === null ? null : timeLeft(view.clock, now);
  const kind = view.closure === null ? '' : t(`console.closure.${view.closure.kind}`);
  return (
    <p className="state">
      <b>
        {t(knows(ofStep) ? ofStep : `console.state.${view.status}`, {
          unit: view.unit?.name ?? '',
          body: view.referral?.body ?? '',
          kind,
        })}
      </b>{' '}
      {view.step === null
        ? null
        : `${t('console.state.step', { no: view.step.no, count: view.steps.length })} `}
      {view.clock === null || left === null ? null : (
        <>
          {left.tone === 'held'
            ? null
            : `${t('console.state.due', { moment: `${longMoment(view.clock.due, view.clock.zone, language)}${elsewhere(view.clock.due, view.clock.zone, language)}` })} `}
          <span className={left.tone}>{t(left.key, left.values)}</span>.
        </>
      )}
    </p>
  );
}
