import type { CaseState } from '../../domain/cases/case.ts';
import { formatDate, formatPlainDate, translator } from '../../platform/i18n/index.ts';
import { notificationText } from '../notifications/index.ts';
import type { ReceivingInstitution } from '../organizations/index.ts';
import type { Identity } from '../reporters/index.ts';
import type { Block, Paper } from './paint-paper.ts';

const t = translator('id');

export interface LetterParts {
  readonly state: CaseState;
  readonly reporter: Identity;
  readonly institution: ReceivingInstitution;
  readonly template: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly now: string;
  readonly publicUrl: string;
}

/**
 * An answer as a letter, by the customs of an office: to whom, about what, in reply to which letter, and how to answer
 * back. The tracking code is not in it: it is the reporter's, who has it from the receipt, and whoever prints this reads
 * along.
 */
export function letterPaper(parts: LetterParts): Paper {
  const { state, institution, template, params, now, publicUrl } = parts;
  const { subject, text } = notificationText('id', template, {
    ...params,
    number: state.number,
    link: `${publicUrl}/lacak`,
  });
  const unit = state.unit?.name ?? institution.frontUnit;
  return {
    title: t('paper.letter.title', { number: state.number }),
    author: institution.name,
    made: now,
    blocks: [
      { is: 'head', institution: institution.name, unit },
      {
        is: 'facts',
        rows: [
          [t('paper.letter.number'), state.number],
          [t('paper.letter.date'), formatDate(now, institution.zone, 'id')],
          [t('paper.letter.about'), subject],
          [t('paper.letter.to'), recipient(parts.reporter)],
        ],
      },
      { is: 'text', words: inReplyTo(parts) },
      ...text
        .trim()
        .split(/\n{2,}/)
        .map((words): Block => ({ is: 'text', words })),
      { is: 'text', words: t('paper.letter.back', { number: state.number }) },
      {
        is: 'signature',
        words: [t('paper.letter.regards'), unit ?? institution.name, '', '', '( ………………………… )'],
      },
    ],
  };
}

function recipient({ name, address, letter }: Identity): string {
  const to = name ?? letter?.sender ?? t('paper.letter.reporter');
  return [to, address].filter((line) => line !== null).join('\n');
}

function inReplyTo({ state, reporter: { letter }, institution }: LetterParts): string {
  const received = formatDate(state.receivedAt, institution.zone, 'id');
  if (letter === null || (letter.number === null && letter.date === null))
    return t('paper.letter.reply.report', { received });
  const dated = letter.date === null ? '' : formatPlainDate(letter.date, 'id');
  return t('paper.letter.reply.letter', {
    received,
    number: letter.number ?? '',
    date: dated,
    has: letter.number === null ? 'date' : letter.date === null ? 'number' : 'both',
  });
}
