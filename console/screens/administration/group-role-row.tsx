import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { GroupRoleView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead } from '../../parts/rows.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

/** One role of one group; removing it takes the role away from whoever has it by the group, so it asks once more. */
export function GroupRoleRow({ item }: { readonly item: GroupRoleView }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = async (): Promise<void> => {
    setSure(false);
    const result = await send('DELETE', `/group-roles/${item.id}`);
    if (!result.ok) return setProblem(result.error);
    announce(t('console.groups.removed', { group: item.group }), { focus: true });
    await client.invalidateQueries({ queryKey: ['group-roles'] });
  };
  const reach = [item.unitName, item.areaName, item.categoryName].filter((part) => part !== null);
  return (
    <Row>
      <RowHead className="wrap">
        {item.group}
        {problem === null ? null : <ProblemNote problem={problem} />}
      </RowHead>
      <Cell name={t('console.people.role')}>{item.roleName}</Cell>
      <Cell name={t('console.groups.reach')}>
        {reach.length === 0 ? t('console.groups.everywhere') : reach.join('; ')}
      </Cell>
      <Cell>
        <span className="row-acts tight">
          {sure ? (
            <>
              <button type="button" className="btn" onClick={() => void remove()}>
                {t('console.groups.remove.sure')}
              </button>
              <button type="button" className="btn bare" onClick={() => setSure(false)}>
                {t('console.cancel')}
              </button>
            </>
          ) : (
            <button type="button" className="btn" onClick={() => setSure(true)}>
              {t('console.groups.remove')}
            </button>
          )}
        </span>
      </Cell>
    </Row>
  );
}
