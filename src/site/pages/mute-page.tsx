import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

export type MuteState = 'asked' | 'stopped' | 'resumed';

/** Whether news goes by mail; nothing is said of whose address it is, nor of the report. */
export function MutePage(props: {
  readonly reader: Reader;
  readonly token: string;
  readonly state: MuteState;
}) {
  const { reader, token, state } = props;
  const { t } = reader;
  return (
    <Shell reader={reader} title={t('mute.title')} fleeting styles={['form.css']}>
      <div className="stack">
        <h1>{t('mute.title')}</h1>
        <p className="lead" role={state === 'asked' ? undefined : 'status'}>
          {t(state === 'asked' ? 'mute.ask' : `mute.${state}`)}
        </p>
        <p>{t('mute.kept')}</p>
        <form className="row" action={`/surel/berhenti/${encodeURIComponent(token)}`} method="post">
          {state === 'stopped' ? (
            <button className="btn quiet" type="submit" name="do" value="again">
              {t('mute.again')}
            </button>
          ) : (
            <button className="btn" type="submit" name="do" value="stop">
              {t('mute.stop')}
            </button>
          )}
        </form>
      </div>
    </Shell>
  );
}
