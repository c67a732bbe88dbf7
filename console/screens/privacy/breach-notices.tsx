import { type ReactNode, useState } from 'react';
import { type Audience, audiences } from '../../../src/domain/privacy/breach.ts';
import type { BreachView } from '../../../src/features/breaches/contract.ts';
import { serverNow } from '../../api/client.ts';
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { toInstant, wallOf } from '../../text/wall-clock.ts';
import { EditDialog } from '../administration/edit-dialog.tsx';

/** The two notices that the law asks for: written from the facts, sent by a person, noted here. */
export function BreachNotices({ breach }: { readonly breach: BreachView }): ReactNode {
  const { t, language } = useText();
  const [writing, setWriting] = useState<Audience | null>(null);
  return (
    <section aria-labelledby="h-notices">
      <h2 id="h-notices">{t('console.breach.notices')}</h2>
      <p className="note">{t('console.breach.notices.about')}</p>
      <Rows
        caption={t('console.breach.notices')}
        columns={[t('console.breach.notices'), t('console.breach.state'), t('console.breach.notice.text')]}
      >
        {audiences.map((audience) => {
          const told = breach.told[audience];
          return (
            <Row key={audience}>
              <RowHead>{t(`console.breach.audience.${audience}`)}</RowHead>
              <Cell name={t('console.breach.state')}>
                {told === null
                  ? t('console.breach.untold')
                  : t('console.breach.told', { when: longMoment(told, readerZone(), language) })}
              </Cell>
              <Cell name={t('console.breach.notice.text')}>
                {breach.acts.includes('tell') ? (
                  <button
                    type="button"
                    className={told === null ? 'btn primary' : 'btn'}
                    onClick={() => setWriting(audience)}
                  >
                    {t('console.breach.notice.write')}
                    <span className="vh"> {t(`console.breach.audience.${audience}`)}</span>
                  </button>
                ) : (
                  '–'
                )}
              </Cell>
            </Row>
          );
        })}
      </Rows>
      {writing === null ? null : (
        <NoticeDialog breach={breach} audience={writing} onClose={() => setWriting(null)} />
      )}
    </section>
  );
}

const means = ['letter', 'email', 'in-person', 'announcement'] as const;

function NoticeDialog({
  breach,
  audience,
  onClose,
}: {
  readonly breach: BreachView;
  readonly audience: Audience;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const [language, setLanguage] = useState<'id' | 'en'>('id');
  const [texts, setTexts] = useState(breach.notices[audience]);
  const [by, setBy] = useState<(typeof means)[number]>('letter');
  const [sent, setSent] = useState(() => wallOf(new Date(serverNow()), readerZone()));
  return (
    <EditDialog
      title={t(`console.breach.audience.${audience}`)}
      method="POST"
      path={`/privacy/breaches/${breach.id}/notice`}
      body={() => ({ audience, text: texts[language], means: by, sentAt: toInstant(sent, readerZone()) })}
      refresh={[['privacy']]}
      said={t('console.breach.notice.kept')}
      act={t('console.breach.notice.keep')}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <ChoiceField
            label={t('console.breach.notice.language')}
            value={language}
            onChange={setLanguage}
            options={(['id', 'en'] as const).map((id) => ({
              id,
              name: t(`console.breach.notice.language.${id}`),
            }))}
          />
          <TextField
            label={t('console.breach.notice.text')}
            rows={14}
            required
            maxLength={20_000}
            value={texts[language]}
            onChange={(text) => setTexts({ ...texts, [language]: text })}
            error={errors.text}
          />
          <CopyButton text={texts[language]} />
          <SelectField
            label={t('console.breach.notice.means')}
            value={by}
            onChange={(value) => setBy(means.find((one) => one === value) ?? 'letter')}
            options={means.map((id) => ({ id, name: t(`console.breach.means.${id}`) }))}
          />
          <TextField
            label={t('console.breach.notice.sent')}
            type="datetime-local"
            required
            value={sent}
            onChange={setSent}
            error={errors.sentAt}
          />
        </>
      )}
    </EditDialog>
  );
}

function CopyButton({ text }: { readonly text: string }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const [said, setSaid] = useState('');
  const say = (words: string): void => {
    setSaid(words);
    announce(words);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say(t('console.breach.notice.copied'));
    } catch {
      say(t('console.breach.notice.not-copied'));
    }
  };
  return (
    <p className="row-acts">
      <button type="button" className="btn" onClick={() => void copy()}>
        {t('console.breach.notice.copy')}
      </button>
      <span className="hint">{said}</span>
    </p>
  );
}
