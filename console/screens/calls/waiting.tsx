import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CallView } from '../../../src/features/calls/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** Nobody is on the line: what rings is answered here; where the telephone says nothing, the agent begins by hand. */
export function Waiting({ ringing }: { readonly ringing: readonly CallView[] }): ReactNode {
  const { t, language } = useText();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [number, setNumber] = useState('');
  const answer = async (path: string, body?: object): Promise<void> => {
    const result = await send<CallView>('POST', path, body === undefined ? {} : { body });
    setProblem(result.ok ? null : result.error);
    await client.invalidateQueries({ queryKey: ['calls'] });
  };
  return (
    <div className="pad narrow">
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div role="status">
        {ringing.length === 0 ? <p className="empty">{t('console.calls.quiet')}</p> : null}
        {ringing.map((call, place) => (
          <p key={call.id} className="ringing">
            <span>
              <b>{call.caller ?? t(call.mine ? 'console.calls.withheld' : 'console.calls.for-all')}</b>{' '}
              <span className="dim">
                {t('console.calls.since', { time: clockTime(call.beganAt, readerZone(), language) })}
              </span>
            </span>
            <button
              type="button"
              className="btn primary"
              // biome-ignore lint/a11y/noAutofocus: whoever waits for calls answers the next one by Enter
              autoFocus={place === 0}
              onClick={() => void answer(`/calls/${call.id}/taking`)}
            >
              {t('console.calls.take')}
            </button>
          </p>
        ))}
      </div>
      <form
        className="form by-hand"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void answer('/calls/own', number.trim() === '' ? {} : { caller: number });
        }}
      >
        <h2>{t('console.calls.by-hand')}</h2>
        <TextField
          label={t('console.calls.number')}
          hint={t('console.calls.number.hint')}
          type="tel"
          maxLength={40}
          value={number}
          onChange={setNumber}
        />
        <p className="row-acts">
          <button type="submit" className="btn">
            {t('console.calls.begin')}
          </button>
        </p>
      </form>
    </div>
  );
}
