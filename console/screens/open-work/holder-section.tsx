import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { HandedOver, OpenWork } from '../../../src/features/cases/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { CheckField, TextField } from '../../parts/fields.tsx';
import { PickOne } from '../../parts/pick-one.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

interface HolderSectionProps {
  readonly holder: OpenWork['holders'][number];
  readonly people: OpenWork['people'];
}

/** One person's open tasks, and the form by which they go to another. */
export function HolderSection({ holder, people }: HolderSectionProps): ReactNode {
  const { t, language } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const now = useNow();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [toId, setToId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lacks, setLacks] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { person, tasks, active } = holder;
  const ids = tasks.map(({ assignmentId }) => assignmentId);
  const held = chosen.filter((id) => ids.includes(id));
  const submit = async (): Promise<void> => {
    setLacks(held.length === 0);
    if (held.length === 0 || toId === null) return;
    const body = { fromId: person.id, toId, assignmentIds: held, reason };
    const result = await send<Static<typeof HandedOver>>('POST', '/open-work/hand-over', { body });
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    const { done } = result.value;
    setRefused(result.value.refused.map(({ number }) => number));
    setChosen([]);
    const to = people.find(({ personId }) => personId === toId)?.name ?? '';
    if (done.length > 0) announce(t('console.work.done', { count: done.length, from: person.name, to }));
    await client.invalidateQueries({ queryKey: ['open-work'] });
  };
  return (
    <section className="block" aria-label={person.name}>
      <h2>{person.name}</h2>
      {active ? null : <p className="closed">{t('console.work.closed')}</p>}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        {refused.length === 0 ? null : (
          <p className="field-error">{t('console.work.refused', { numbers: refused.join(', ') })}</p>
        )}
        <fieldset className="group">
          <legend className="vh">{t('console.work.all', { name: person.name })}</legend>
          {tasks.length < 2 ? null : (
            <CheckField
              label={t('console.work.all', { name: person.name })}
              value={held.length === tasks.length}
              onChange={(all) => setChosen(all ? ids : [])}
            />
          )}
          {tasks.map((one) => (
            <div key={one.assignmentId} className="task">
              <CheckField
                label={t('console.work.one', { number: one.number, task: one.task })}
                hint={
                  one.due === null
                    ? t('console.work.no-due')
                    : t('console.work.due', { moment: shortMoment(one.due, one.zone, language, now) })
                }
                value={held.includes(one.assignmentId)}
                onChange={(on) =>
                  setChosen(on ? [...held, one.assignmentId] : held.filter((id) => id !== one.assignmentId))
                }
              />
              <Link to="/perkara/$id" params={{ id: one.caseId }} className="link">
                {one.title}
              </Link>
            </div>
          ))}
          {lacks ? <p className="field-error">{t('console.work.choose')}</p> : null}
        </fieldset>
        <PickOne
          label={t('console.work.to')}
          required
          value={toId}
          onChange={setToId}
          options={people
            .filter(({ personId }) => personId !== person.id)
            .map(({ personId, name, unit }) => ({ id: personId, name, hint: unit ?? undefined }))}
        />
        <TextField
          label={t('console.work.reason')}
          required
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={problem?.fields.reason}
        />
        <p className="row-acts">
          <button type="submit" className="btn primary">
            {t('console.work.send', { count: held.length })}
          </button>
        </p>
      </form>
    </section>
  );
}
