import type { ReactNode } from 'react';
import type { YearView } from '../../../src/features/calendars/contract.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { civilDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** Days on which offices are shut, each with its decree where it is not the year's own. */
export function DaysTable({
  title,
  days,
  decree,
  areas = false,
}: {
  readonly title: string;
  readonly days: YearView['holidays'];
  readonly decree: string | null;
  readonly areas?: boolean;
}): ReactNode {
  const { t, language } = useText();
  const column = (name: string): string => t(`console.calendar.column.${name}`);
  return (
    <Rows
      caption={title}
      className="holidays"
      columns={[column('date'), ...(areas ? [column('area')] : []), column('name'), column('kind')]}
    >
      {days.map((day) => (
        <Row key={`${day.date} ${day.area?.code ?? ''}`}>
          <RowHead>{civilDay(day.date, language)}</RowHead>
          {areas ? <Cell>{day.area?.name ?? ''}</Cell> : null}
          <Cell>
            <span lang="id">{day.name}</span>
            {day.decree === decree ? null : (
              <small>{t('console.calendar.by-decree', { decree: day.decree })}</small>
            )}
          </Cell>
          <Cell>{t(`console.calendar.kind.${day.kind}`)}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
