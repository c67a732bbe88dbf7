import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type WrapUp, wrapUps } from '../../../src/domain/calls/call.ts';
import type { CallView } from '../../../src/features/calls/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { ChoiceField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';

/** What came of the call; what was taken down is proposed. The number is destroyed with it, and the next call may come. */
export function WrapUpForm({
  call,
  taken,
  onDone,
}: {
  readonly call: CallView;
  /** What follows from what was taken down; null: nothing was. */
  readonly taken: WrapUp | null;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useText();
  const client = useQueryClient();
  const [wrapUp, setWrapUp] = useState<WrapUp | ''>('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (taken !== null) setWrapUp(taken);
  }, [taken]);
  // What stands in a case is not told to be nothing, and the other way round.
  const open = wrapUps.filter((one) => reports.includes(one) === (taken !== null));
  const end = async (): Promise<void> => {
    if (wrapUp === '' || busy) return;
    setBusy(true);
    const result = await send('POST', `/calls/${call.id}/wrap-up`, { body: { wrapUp } });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    onDone();
    await client.invalidateQueries({ queryKey: ['calls'] });
  };
  return (
    <form
      className="form wrap-up"
      onSubmit={(event) => {
        event.preventDefault();
        void end();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <ChoiceField
        label={t('console.calls.wrap-up')}
        value={wrapUp}
        onChange={setWrapUp}
        options={open.map((id) => ({ id, name: t(`console.call.${id}`) }))}
      />
      <p className="row-acts">
        <button
          type="submit"
          className={taken === null ? 'btn' : 'btn primary'}
          disabled={busy || wrapUp === ''}
        >
          {t(busy ? 'console.sending' : 'console.calls.wrap-up.send')}
        </button>
      </p>
    </form>
  );
}

const reports: readonly WrapUp[] = ['report-taken', 'urgent-handed-over'];
