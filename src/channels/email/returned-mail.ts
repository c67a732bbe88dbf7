import { ownIds } from '../../features/letters/index.ts';
import { idsIn, type Mail } from './read-mail.ts';

/**
 * The ids of our own mails that a report says could not be delivered: `signed` is the one that its own address names. A
 * report that they are late says nothing yet: the mail server tries on.
 */
export function returnedIds(mail: Mail, signed: string | null, publicUrl: string): readonly string[] {
  const actions = mail.reports.flatMap((one) => [...one.matchAll(/^action\s*:\s*([a-z]+)/gim)]);
  if (actions.length > 0 && !actions.some(([, action]) => action?.toLowerCase() === 'failed')) return [];
  if (signed !== null) return [signed];
  const quoted = [mail.words, ...mail.reports].flatMap((text) =>
    [...text.matchAll(/^[\s>]*message-id\s*:\s*(.{1,400})/gim)].flatMap(([, value]) => idsIn(value)),
  );
  return [...new Set(ownIds([...mail.thread, ...quoted], publicUrl))].slice(0, 20);
}
