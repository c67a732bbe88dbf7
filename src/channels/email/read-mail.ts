import { type Address, type Attachment, addressParser, type Email } from 'postal-mime';
import { htmlWords } from './html-words.ts';
import { parseMail } from './parse-mail.ts';
import { type Headers, headersOf, roughWords } from './rough-mail.ts';
import { clearText, isEncrypted, unpackSigned } from './signed-mail.ts';

export interface MailFile {
  readonly name: string;
  readonly content: Buffer;
}

/** One mail, as far as we read it. */
export interface Mail {
  readonly headers: Headers;
  /** In small letters; empty where there is none. */
  readonly from: string;
  readonly fromName: string;
  /** Everybody whom it was addressed or delivered to, in small letters. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** With its angle brackets; null where it has none. */
  readonly id: string | null;
  /** What it answers, oldest first, with angle brackets. */
  readonly thread: readonly string[];
  readonly words: string;
  readonly files: readonly MailFile[];
  /** It could not be taken apart: files that may have been in it are not there. */
  readonly isBroken: boolean;
  readonly isEncrypted: boolean;
  /** Parts of reports that machines write (`multipart/report`), as text. */
  readonly reports: readonly string[];
}

/** Reads a mail as it came. Never throws: what breaks the rules of MIME is read as text, so that no word is lost. */
export async function readMail(raw: Buffer): Promise<Mail> {
  const headers = headersOf(raw);
  const parsed = await parseMail(raw);
  const inner = parsed === null ? null : await openSigned(parsed);
  const email = inner ?? parsed;
  const from = senderOf(headers, parsed?.from);
  const words = clearText(wordsOf(email, raw));
  return {
    headers,
    from: from.address,
    fromName: from.name,
    recipients: recipientsOf(headers),
    subject: (parsed?.subject ?? headers.get('subject')?.[0] ?? '').replaceAll(/\s+/g, ' ').trim(),
    id: idsIn(headers.get('message-id')?.[0])[0] ?? null,
    thread: [
      ...new Set([
        ...idsIn(headers.get('references')?.join(' ')),
        ...idsIn(headers.get('in-reply-to')?.join(' ')),
      ]),
    ].slice(-30),
    words,
    files: filesOf(email),
    isBroken: email === null,
    isEncrypted: inner === null && isEncrypted(headers, words),
    reports: reportsOf(parsed),
  };
}

/** The mail inside an opaque S/MIME signature. */
async function openSigned({ attachments }: Email): Promise<Email | null> {
  const sealed = attachments.find(({ mimeType }) => /^application\/(?:x-)?pkcs7-mime$/.test(mimeType));
  const inside = sealed === undefined ? null : unpackSigned(bytesOf(sealed.content));
  return inside === null ? null : parseMail(inside);
}

/** Characters: more than anybody writes, and more is not read. */
const mostWords = 3_000_000;

/** Plain text where there is some, else what the HTML says, else the body as it stands. */
function wordsOf(email: Email | null, raw: Buffer): string {
  const plain = (email?.text ?? '').slice(0, mostWords).trim();
  const html = email?.html === undefined ? '' : htmlWords(email.html.slice(0, mostWords));
  // Some programs put a line in front of an HTML mail that says only that it is one.
  const isStub = plain.length < 200 && html.length > plain.length * 3;
  const words = plain === '' || isStub ? html : plain;
  if (words !== '') return words.replaceAll('\u0000', '');
  const isFile = (email?.attachments ?? []).some(isOfAKind);
  return isFile ? '' : roughWords(raw);
}

/** What says of itself nothing that could be understood is no file but the body. */
function isOfAKind({ mimeType }: Attachment): boolean {
  return /^[a-z]+\/\S+$/.test(mimeType);
}

const signatures = /^application\/(?:(?:x-)?pkcs7-(?:signature|mime)|pgp-(?:signature|keys|encrypted))$/;
const reportParts = /^message\/(?:delivery-status|disposition-notification|feedback-report)$/;
const machines =
  /^message\/(?:delivery-status|disposition-notification|feedback-report|rfc822)$|^text\/rfc822-headers$/;

function filesOf(email: Email | null): readonly MailFile[] {
  return (email?.attachments ?? [])
    .filter((one) => isOfAKind(one) && !signatures.test(one.mimeType) && !reportParts.test(one.mimeType))
    .map(({ filename, description, content }) => ({
      name: (filename ?? description ?? '').trim(),
      content: bytesOf(content),
    }));
}

function reportsOf(email: Email | null): readonly string[] {
  return (email?.attachments ?? [])
    .filter(({ mimeType }) => machines.test(mimeType))
    .slice(0, 20)
    .map(({ content }) => bytesOf(content).toString('latin1').slice(0, 100_000));
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
}

const addressed = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'resent-to'];

function recipientsOf(headers: Headers): readonly string[] {
  const all = addressed
    .flatMap((name) => headers.get(name) ?? [])
    .flatMap((value) => addressParser(value.slice(0, 20_000), { flatten: true }))
    .flatMap(({ address }) => (address === undefined || address === '' ? [] : [address.toLowerCase()]));
  return [...new Set(all)].slice(0, 200);
}

/** Who wrote it, the address in small letters; empty where nobody is named. */
export function senderOf(headers: Headers, parsed?: Address): { name: string; address: string } {
  const found = parsed ?? addressParser((headers.get('from')?.[0] ?? '').slice(0, 2_000))[0];
  const one = found?.group === undefined ? found : found.group[0];
  return { name: one?.name ?? '', address: (one?.address ?? '').toLowerCase() };
}

/** Message ids, with their angle brackets. */
export function idsIn(value: string | undefined): readonly string[] {
  return (value ?? '').match(/<[^<>\s]{1,300}>/g) ?? [];
}
