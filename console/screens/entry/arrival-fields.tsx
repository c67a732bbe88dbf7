import type { ReactNode } from 'react';
import { cameLongAgo } from '../../../src/domain/cases/arrival.ts';
import { serverNow } from '../../api/client.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { type Language, longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { toInstant } from '../../text/wall-clock.ts';
import { entryChannels } from './entry.ts';
import type { PartProps } from './part-props.ts';
import { Scans } from './scans.tsx';

/** How and when it came; of a letter what stands at its head, and the paper itself. */
export function ArrivalFields({ entry, set, errors }: PartProps): ReactNode {
  const { t, language } = useText();
  return (
    <>
      <ChoiceField
        label={t('console.entry.channel')}
        value={entry.channel}
        onChange={(channel) => set({ channel })}
        options={entryChannels.map((id) => ({ id, name: t(`console.channel.${id}`) }))}
      />
      <TextField
        label={t('console.entry.received')}
        hint={`${inWords(entry.receivedAt, language)}${t('console.entry.received.hint')}`}
        type="datetime-local"
        required
        value={entry.receivedAt}
        onChange={(receivedAt) => set({ receivedAt })}
        error={errors.receivedAt}
      />
      {cameLongAgo(toInstant(entry.receivedAt, readerZone()), serverNow()) ||
      errors.enteredLate !== undefined ? (
        <TextField
          label={t('console.entry.late')}
          hint={t('console.entry.late.hint')}
          required
          maxLength={500}
          value={entry.enteredLate}
          onChange={(enteredLate) => set({ enteredLate })}
          error={errors.enteredLate}
        />
      ) : null}
      {entry.channel === 'letter' ? <LetterFields entry={entry} set={set} errors={errors} /> : null}
    </>
  );
}

function LetterFields({ entry, set, errors }: PartProps): ReactNode {
  const { t } = useText();
  return (
    <fieldset className="group">
      <legend>{t('console.entry.letter')}</legend>
      <p className="hint">{t('console.entry.letter.hint')}</p>
      <div className="pair">
        <TextField
          label={t('console.entry.letter.number')}
          maxLength={80}
          value={entry.letterNumber}
          onChange={(letterNumber) => set({ letterNumber })}
        />
        <TextField
          label={t('console.entry.letter.date')}
          type="date"
          value={entry.letterDate}
          onChange={(letterDate) => set({ letterDate })}
          error={errors.letterDate}
        />
      </div>
      <TextField
        label={t('console.entry.letter.sender')}
        hint={t('console.entry.letter.sender.hint')}
        maxLength={200}
        value={entry.letterSender}
        onChange={(letterSender) => set({ letterSender })}
      />
      <Scans purposes={['letter']} entry={entry} set={set} />
    </fieldset>
  );
}

/** The moment that was picked, as it will be read: the field itself shows it in the browser's own way. */
function inWords(wall: string, language: Language): string {
  const instant = toInstant(wall, readerZone());
  return Number.isNaN(Date.parse(instant)) ? '' : `${longMoment(instant, readerZone(), language)}. `;
}
