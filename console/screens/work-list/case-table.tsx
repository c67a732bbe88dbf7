import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseListItem } from '../../../src/features/cases/contract.ts';
import type { ListSearch } from '../../app/list-search.ts';
import { useNow } from '../../app/use-now.ts';
import { channelIcon, Icon } from '../../parts/icon.tsx';
import { Secrecy } from '../../parts/secrecy.tsx';
import {
  clockTime,
  dayKey,
  longDay,
  nextDayKey,
  readerZone,
  shortDay,
  shortMoment,
  zoneName,
} from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { isSealed } from '../case/case-address.ts';
import { type DueGroup, groupByDue, timeLeft } from './due.ts';
import { EmptyList } from './empty-list.tsx';
import { rememberRow } from './list-memory.ts';
import { regencyOf } from './place.ts';
import { marksTurn, StepCell } from './step-cell.tsx';
import { shortUnitName } from './unit-name.ts';

interface CaseTableProps {
  readonly items: readonly CaseListItem[];
  readonly title: string;
  readonly search: ListSearch;
  readonly filtered: boolean;
  /** There are further pages, before or after: the groups are counted on this one only. */
  readonly onePageOfMany: boolean;
}

/** The rows under their due dates; the roles are named because narrow screens lay the table out anew. */
export function CaseTable({ items, title, search, filtered, onePageOfMany }: CaseTableProps): ReactNode {
  const { t } = useText();
  const now = useNow();
  if (items.length === 0) return <EmptyList search={search} filtered={filtered} />;
  const byDue =
    (search.sort ?? (search.q === undefined && search.status === undefined ? 'due' : '-received')) === 'due';
  const marked = marksTurn(search);
  const groups = byDue ? groupByDue(items, now) : [{ group: null, items }];
  return (
    <table className="list" role="table">
      <caption className="vh">{t('console.list.caption', { title, count: items.length })}</caption>
      <colgroup>
        <col className="c-left" />
        <col className="c-due" />
        <col className="c-no" />
        <col />
        <col className="c-kind" />
        <col className="c-place" />
        <col className="c-unit" />
        <col className="c-step" />
        <col className="c-sec" />
      </colgroup>
      <Columns byDue={byDue} />
      {groups.map((group) => (
        <tbody key={group.group ?? 'all'} role="rowgroup">
          {group.group === null ? null : (
            <GroupHead group={group.group} count={group.items.length} here={onePageOfMany} now={now} />
          )}
          {group.items.map((item) => (
            <Row key={item.id} item={item} now={now} marked={marked} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Columns({ byDue }: { readonly byDue: boolean }): ReactNode {
  const { t } = useText();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader" {...(byDue ? { 'aria-sort': 'ascending' as const } : {})}>
          {t('console.column.left')}
        </th>
        <th scope="col" role="columnheader">
          {t('console.column.due')}
        </th>
        <th scope="col" role="columnheader">
          {t('console.column.number')}
        </th>
        <th scope="col" role="columnheader">
          {t('console.column.words')}
        </th>
        <th scope="col" role="columnheader">
          <abbr title={t('console.column.kind')}>{t('console.column.kind.short')}</abbr>
        </th>
        <th scope="col" role="columnheader">
          {t('console.column.place')}
        </th>
        <th scope="col" role="columnheader">
          {t('console.column.unit')}
        </th>
        <th scope="col" role="columnheader">
          {t('console.column.step')}
        </th>
        <th scope="col" role="columnheader" className="num">
          <abbr title={t('console.column.secrecy')}>{t('console.column.secrecy.short')}</abbr>
        </th>
      </tr>
    </thead>
  );
}

function GroupHead({
  group,
  count,
  here,
  now,
}: {
  readonly group: DueGroup;
  readonly count: number;
  readonly here: boolean;
  readonly now: number;
}): ReactNode {
  const { t, language } = useText();
  const zone = readerZone();
  const today = dayKey(now, zone);
  const day = group === 'today' ? today : group === 'tomorrow' ? nextDayKey(today) : null;
  const name = t(`console.group.${group}`);
  return (
    <tr className="grp" role="row">
      {/* biome-ignore lint/a11y/useSemanticElements: it is a th already; the role survives the narrow layout */}
      <th scope="rowgroup" role="rowheader" colSpan={9}>
        <b>{day === null ? name : `${name}, ${longDay(`${day}T05:00:00Z`, zone, language)}`}</b>
        {t(here ? 'console.cases.here' : 'console.cases', { count })}
        {group === 'paused' || group === 'reporter' ? `; ${t(`console.group.${group}.note`)}` : null}
      </th>
    </tr>
  );
}

interface RowProps {
  readonly item: CaseListItem;
  readonly now: number;
  /** Among cases of others: whether it is the reader's turn is told. */
  readonly marked: boolean;
}

function Row({ item, now, marked }: RowProps): ReactNode {
  const { t } = useText();
  const left = item.clock === null ? null : timeLeft(item.clock, now);
  const place = item.area ?? t('console.place.unknown');
  const short = item.area === null ? place : regencyOf(item.area);
  const unit = item.unit?.name ?? t('console.unit.none');
  const kind = item.kind === 'complaint' && item.oversight ? 'oversight' : item.kind;
  return (
    <tr data-case={item.id} role="row">
      <td role="cell" className={left === null ? 'left' : `left ${left.tone}`}>
        {left === null ? t(`console.status.${item.status}`) : t(left.key, left.values)}
      </td>
      <td role="cell" className="due">
        <Due item={item} now={now} />
      </td>
      <td role="cell" className="no">
        {item.number}
      </td>
      <td role="cell" className="say">
        <Icon name={channelIcon(item.channel)} label={t(`console.channel.${item.channel}`)} />
        <Link
          to={isSealed(item) ? '/wbs/$id' : '/perkara/$id'}
          params={{ id: item.id }}
          data-row={item.id}
          onFocus={() => rememberRow(item.id)}
        >
          {item.onBehalfOf === null ? null : (
            <span className="for" title={item.onBehalfOf.name}>
              {t('console.for.whom', { name: firstName(item.onBehalfOf.name) })}{' '}
            </span>
          )}
          {item.urgent ? <b>{t('console.urgent')} </b> : null}
          {item.excerpt === '' ? item.title : item.excerpt}
        </Link>
      </td>
      <td role="cell" className="kind">
        <abbr title={t(`console.kind.${kind}`)}>{t(`console.kind.${kind}.short`)}</abbr>
      </td>
      <td role="cell" className="place" title={place}>
        {short}
      </td>
      <td role="cell" className="unit" title={unit}>
        {shortUnitName(unit)}
      </td>
      <StepCell item={item} more={`${item.number} · ${short} · ${shortUnitName(unit)}`} marked={marked} />
      <td role="cell" className="sec">
        <Secrecy level={item.secrecy} anonymous={item.anonymous} />
      </td>
    </tr>
  );
}

function Due({ item, now }: { readonly item: CaseListItem; readonly now: number }): ReactNode {
  const { t, language } = useText();
  const { clock } = item;
  if (clock === null) return shortDay(item.receivedAt, readerZone(), language, now);
  const today = dayKey(now, clock.zone);
  const due = dayKey(clock.due, clock.zone);
  const zone = clock.zone === readerZone() ? '' : `\u00a0${zoneName(clock.zone)}`;
  const text =
    due === today
      ? `${clockTime(clock.due, clock.zone, language)}${zone}`
      : nextDayKey(due) === today
        ? t('console.yesterday')
        : shortDay(clock.due, clock.zone, language, now);
  return (
    <time dateTime={clock.due} title={shortMoment(clock.due, clock.zone, language, now, true)}>
      {text}
    </time>
  );
}

/** Enough for whoever stands in for them; the whole name is where the list is narrowed. */
function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
