import { type ReactNode, useState } from 'react';
import type { PasskeyView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead } from '../../parts/rows.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

interface PasskeyRowProps {
  readonly passkey: PasskeyView;
  readonly onDone: (said: string) => void;
}

export function PasskeyRow({ passkey, onDone }: PasskeyRowProps): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { name } = passkey;
  const path = `/session/passkeys/${encodeURIComponent(passkey.id)}`;
  const moment = (at: string): string => shortMoment(at, readerZone(), language, now);
  const remove = async (): Promise<void> => {
    const result = await send('DELETE', path);
    setDoing(null);
    if (result.ok) onDone(t('console.passkey.removed', { name }));
    else setProblem(result.error);
  };
  return (
    <Row>
      <RowHead className="wrap">
        {name}
        <small>{t('console.passkey.since', { moment: moment(passkey.createdAt) })}</small>
        {problem === null ? null : <ProblemNote problem={problem} />}
        {doing === 'rename' ? (
          <NameForm
            path={path}
            before={name}
            onDone={(next) => {
              setDoing(null);
              onDone(t('console.passkey.renamed', { name: next }));
            }}
            onCancel={() => setDoing(null)}
          />
        ) : null}
      </RowHead>
      <Cell name={t('console.account.sessions.seen')}>
        {passkey.lastUsedAt === null ? t('console.passkey.unused') : moment(passkey.lastUsedAt)}
      </Cell>
      <Cell>
        <span className="row-acts tight">
          {doing === 'remove' ? (
            <>
              <button type="button" className="btn" onClick={() => void remove()}>
                {t('console.passkey.remove.sure', { name })}
              </button>
              <button type="button" className="btn bare" onClick={() => setDoing(null)}>
                {t('console.cancel')}
              </button>
            </>
          ) : (
            <>
              <button
                type="button"
                className="btn"
                aria-label={t('console.passkey.rename.of', { name })}
                onClick={() => setDoing('rename')}
              >
                {t('console.passkey.rename')}
              </button>
              <button
                type="button"
                className="btn"
                aria-label={t('console.passkey.remove.of', { name })}
                onClick={() => setDoing('remove')}
              >
                {t('console.passkey.remove')}
              </button>
            </>
          )}
        </span>
      </Cell>
    </Row>
  );
}

interface NameFormProps {
  readonly path: string;
  readonly before: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

function NameForm({ path, before, onDone, onCancel }: NameFormProps): ReactNode {
  const { t } = useText();
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    const result = await send('PUT', path, { body: { name } });
    if (result.ok) onDone(name);
    else setProblem(result.error);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <TextField
        label={t('console.passkey.name')}
        required
        begin
        maxLength={60}
        value={name}
        onChange={setName}
        error={problem?.fields.name}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary">
          {t('console.save')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t('console.cancel')}
        </button>
      </p>
    </form>
  );
}
