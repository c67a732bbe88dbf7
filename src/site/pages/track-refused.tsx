import { addressOf, fieldId, lastSeen, offers, type Refused, type Tracked } from './track-forms.ts';

/** Why something was not noted, on top, with the way to each field; read out at once. */
export function RefusedNote({ page, refused }: { page: Tracked; refused: Refused }) {
  const { t } = page.reader;
  const faults = Object.entries(refused.faults);
  const hasForm = offers(page, refused.form);
  return (
    <div className="sum" role="alert">
      <h2>{refused.title}</h2>
      {faults.length === 0 ? (
        <p>{refused.detail}</p>
      ) : (
        <ul role="list">
          {faults.map(([field, words]) => (
            <li key={field}>
              <a href={`#${fieldId(refused.form, field)}`}>{words}</a>
            </li>
          ))}
        </ul>
      )}
      {hasForm ? (
        <p>{t(`track.refused.${hasFile(refused) ? 'kept-file' : 'kept'}`)}</p>
      ) : (
        <Left {...{ page, refused }} />
      )}
    </div>
  );
}

function hasFile({ form }: Refused): boolean {
  return form === 'attachments' || form === 'family-card';
}

/** The form is gone from the page, since the case has moved on; what was typed into it is not. */
function Left({ page, refused }: { page: Tracked; refused: Refused }) {
  const { reader, view } = page;
  const { t } = reader;
  const words = ['text', 'reason', 'comment']
    .map((field) => refused.typed.get(field) ?? '')
    .filter((typed) => typed.trim() !== '')
    .join('\n\n');
  if (words === '') return null;
  if (!offers(page, 'message'))
    return (
      <>
        <p>
          <label htmlFor="tulisan">{t('track.refused.yours')}</label>
        </p>
        <textarea className="in" id="tulisan" rows={5} readOnly defaultValue={words} />
      </>
    );
  return (
    <form action={addressOf(view.code, 'message')} method="post">
      <input type="hidden" name="seen" value={lastSeen(view)} />
      <p>
        <label htmlFor="tulisan">{t('track.refused.as-message')}</label>
      </p>
      <textarea className="in" id="tulisan" name="text" rows={5} defaultValue={words} />
      <button className="btn" type="submit">
        {t('track.talk.send')}
      </button>
    </form>
  );
}
