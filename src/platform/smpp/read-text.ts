import type { Pdu } from 'smpp';

/** One short message as an operator hands it over; a long one comes as several. */
export interface ShortMessage {
  /** Telephone number of the sender, as the operator writes it. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Where it is a part of a longer one. */
  readonly part: Part | null;
}

export interface Part {
  readonly reference: number;
  readonly total: number;
  /** From 1. */
  readonly number: number;
}

/** What became of a message that we sent, by the id that the operator gave it. */
export interface DeliveryReceipt {
  readonly id: string;
  readonly state: 'delivered' | 'failed' | 'under-way';
}

/** What a `deliver_sm` holds: words of somebody, or a receipt (bit 2 of `esm_class`). */
export function readDelivered(pdu: Pdu): ShortMessage | DeliveryReceipt {
  const text = textOf(pdu);
  if (((pdu.esm_class ?? 0) & 0x3c) === 0x04) return readReceipt(pdu, text);
  return { from: pdu.source_addr ?? '', to: pdu.destination_addr ?? '', text, part: partOf(pdu) };
}

export function isReceipt(delivered: ShortMessage | DeliveryReceipt): delivered is DeliveryReceipt {
  return 'state' in delivered;
}

/** `message_payload` takes the place of an empty `short_message` (SMPP 3.4, 5.3.2.32). */
function textOf({ short_message: short, message_payload: payload }: Pdu): string {
  const inShort = wordsOf(short?.message);
  if (inShort !== '') return inShort;
  return Buffer.isBuffer(payload) ? payload.toString('latin1') : wordsOf(payload?.message);
}

// In a coding that nobody knows the bytes are kept, one character each: nothing is thrown away.
function wordsOf(message: string | Buffer | undefined): string {
  if (message === undefined) return '';
  return typeof message === 'string' ? message : message.toString('latin1');
}

/** By a user data header (3GPP TS 23.040, 9.2.3.24.1 and .8) or by the `sar_` fields. */
function partOf(pdu: Pdu): Part | null {
  for (const element of pdu.short_message?.udh ?? []) {
    const [kind, length] = element;
    // A header that is shorter than it says is none: the words count.
    if (length !== element.length - 2) continue;
    if (kind === 0x00 && length === 3) return part(element[2], element[3], element[4]);
    if (kind === 0x08 && length === 4) return part(element.readUInt16BE(2), element[4], element[5]);
  }
  return part(pdu.sar_msg_ref_num, pdu.sar_total_segments, pdu.sar_segment_seqnum);
}

function part(reference?: number, total?: number, number?: number): Part | null {
  if (reference === undefined || total === undefined || number === undefined) return null;
  return total < 2 || number < 1 || number > total ? null : { reference, total, number };
}

// Appendix B of SMPP 3.4: "id:… sub:… dlvrd:… … stat:DELIVRD …". Some operators give the fields beside it.
function readReceipt(pdu: Pdu, text: string): DeliveryReceipt {
  const id = pdu.receipted_message_id ?? /\bid:\s*(\S+)/i.exec(text)?.[1] ?? '';
  const word = /\bstat:\s*(\w+)/i.exec(text)?.[1]?.toUpperCase() ?? states[pdu.message_state ?? 0] ?? '';
  if (word.startsWith('DELIV')) return { id, state: 'delivered' };
  return { id, state: failed.some((one) => word.startsWith(one)) ? 'failed' : 'under-way' };
}

const states: Readonly<Record<number, string>> = {
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  8: 'REJECTD',
};
const failed = ['EXPIR', 'DELET', 'UNDEL', 'REJEC'];
