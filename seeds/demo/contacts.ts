import type { Arrival } from './telling.ts';

type Contact = NonNullable<Arrival['contact']>;

/** Numbers that nobody has: the exchange 0000 is not given out. `last` is four digits. */
export function sms(name: string, last: string): Contact {
  return { name, phone: `0812-0000-${last}`, reach: 'sms' };
}

export function whatsapp(name: string, last: string): Contact {
  return { name, phone: `0812-0000-${last}`, reach: 'whatsapp' };
}

/** The domain `.test` is reserved and leads nowhere. */
export function mail(name: string, mailbox: string): Contact {
  return { name, email: `${mailbox}@warga.test`, reach: 'email' };
}

export function student(name: string, mailbox: string): Contact {
  return { name, email: `${mailbox}@mahasiswa.test`, reach: 'email' };
}

/** Who asks to be answered on paper. */
export function letter(name: string, last: string, address: string): Contact {
  return { name, phone: `0812-0000-${last}`, address, reach: 'letter' };
}
