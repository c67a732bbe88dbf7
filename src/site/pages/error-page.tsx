import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../platform/http/locale-of.ts';
import type { Problem } from '../../platform/http/problem.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { sendPage } from '../send-page.tsx';

/**
 * A page for whatever went wrong outside a form of ours: what happened, what was kept, what to do next. It
 * needs no database. The address is not repeated on it: it may hold a tracking code.
 */
export function sendErrorPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const reader = readerOf(localeOf(request), '/');
  return sendPage(reply, <ErrorPage reader={reader} problem={problem} />, { status: problem.status });
}

function ErrorPage({ reader, problem }: { reader: Reader; problem: Problem }) {
  const { t } = reader;
  const kind = kinds[problem.status] ?? (problem.status >= 500 ? 'fault' : 'refused');
  return (
    <Shell reader={reader} title={problem.title}>
      <div className="stack">
        <h1>{problem.title}</h1>
        <p className="lead">{problem.detail}</p>
      </div>
      <dl className="facts pairs after-lead">
        <div>
          <dt>{t('site.error.kept')}</dt>
          <dd className="plain">{t(`site.error.${kind}.kept`)}</dd>
        </div>
        <div>
          <dt>{t('site.error.todo')}</dt>
          <dd className="plain">{t(`site.error.${kind}.todo`)}</dd>
        </div>
        <div>
          <dt>{t('site.error.incident')}</dt>
          <dd>
            <code>{problem.requestId}</code> <span className="soft">{t('site.error.incidentUse')}</span>
          </dd>
        </div>
      </dl>
      <p className="row gap">
        <a className="btn" href="/lapor">
          {t('site.error.report')}
        </a>{' '}
        <a className="btn quiet" href="/lacak">
          {t('site.error.track')}
        </a>
      </p>
    </Shell>
  );
}

const kinds: Readonly<Record<number, 'lost' | 'large' | 'often' | 'away'>> = {
  404: 'lost',
  413: 'large',
  429: 'often',
  503: 'away',
};
