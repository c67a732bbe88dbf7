import { Shell } from '../parts/shell.tsx';
import { Account } from './track-account.tsx';
import type { Noted } from './track-acts.ts';
import { Answer } from './track-answer.tsx';
import { Dates } from './track-dates.tsx';
import { Drawing } from './track-drawing.tsx';
import { frontOffice, nameOf, offers, type Tracked } from './track-forms.ts';
import { headline, remarks } from './track-headline.ts';
import { History } from './track-history.tsx';
import { MoreActs } from './track-more-acts.tsx';
import { Own, Reveals } from './track-own.tsx';
import { Published } from './track-published.tsx';
import { RefusedNote } from './track-refused.tsx';
import { Sop } from './track-sop.tsx';
import { Talk } from './track-talk.tsx';
import { shortDate } from './track-when.tsx';

export interface TrackPageProps {
  readonly page: Tracked;
  /** What was noted just now; null when the page is only looked at. */
  readonly noted: Noted | null;
}

/**
 * Everything that the holder of the code sees, or the account in which the report is kept: one sentence first, then where the case stands in its SOP, the
 * dates, and what there is to do. It never shows the reporter's name.
 */
export function TrackPage({ page, noted }: TrackPageProps) {
  const { reader, view, refused } = page;
  const { t } = reader;
  const kind = view.oversight && view.kind === 'complaint' ? 'oversight' : view.kind;
  // Under seal the steps would tell who looks into it.
  const isSealed = view.status === 'sealed';
  return (
    <Shell
      reader={reader}
      title={titleOf(page)}
      current="track"
      styles={['form.css', 'track.css', 'track-sop.css', 'track-drawing.css', 'track-forms.css']}
      islands={['drawing.js']}
    >
      <div className="track-page">
        {refused !== null && <RefusedNote page={page} refused={refused} />}
        {noted !== null && (
          <p className="noted" role="status">
            {t(`track.noted.${noted}`)}
          </p>
        )}
        <p className="tag">
          {t(`kind.${kind}`)} <span className="nowrap">{nameOf(view)}</span>
        </p>
        <h1 className="status">{headline(reader, view)}</h1>
        {remarks(reader, view).map((words) => (
          <p key={words} className="lead remark">
            <bdi>{words}</bdi>
          </p>
        ))}
        <Call page={page} />
        <Answer page={page} />
        {!isSealed && (
          <div className="two track-2">
            <Sop page={page} />
            <Dates page={page} />
          </div>
        )}
        <Drawing page={page} />
        <Talk page={page} />
        <Reveals page={page} leadsOn />
        <Own page={page} />
        <Published page={page} />
        <MoreActs page={page} />
        <Account page={page} />
        <History page={page} />
      </div>
    </Shell>
  );
}

/** The one thing that waits for the reporter, with the way to it. */
function Call({ page }: { page: Tracked }) {
  const { t } = page.reader;
  const { question, timeline, zone } = page.view;
  if (question === null || !offers(page, 'completion')) return null;
  const unit =
    timeline.findLast((entry) => entry.type === 'QuestionAsked')?.actor.unit ?? frontOffice(page.view);
  const date = shortDate(page, question.askedAt, zone);
  return (
    <div className="ask call noprint">
      <p>
        <b>{t('track.ask.title')}</b> {t('track.ask.from', { unit, date })}
      </p>
      <a className="btn" href="#tanya">
        {t('track.ask.answer')}
      </a>
    </div>
  );
}

function titleOf({ reader: { t }, view, refused }: Tracked): string {
  const status = view.closure === null ? t(`track.tab.${view.status}`) : t(`track.tab.${view.closure.kind}`);
  const title = t('track.tab', { status, code: nameOf(view) });
  return refused === null ? title : `${refused.title}: ${title}`;
}
