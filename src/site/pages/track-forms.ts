import { levelsAbove } from '../../domain/privacy/levels-above.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';
import type { Reader } from '../parts/reader.ts';

/** Everything the reporter can send from the page, by the last part of its address. */
export const formPaths = {
  completion: 'jawaban',
  message: 'pesan',
  /** Confirms, objects or rates an answer: one form, one choice. */
  verdict: 'tanggapan',
  objection: 'keberatan',
  rating: 'penilaian',
  secrecy: 'kerahasiaan',
  'lowering-consent': 'izin',
  'publication-objection': 'turunkan-teks',
  withdrawal: 'pencabutan',
  attachments: 'berkas',
  'family-card': 'kartu-keluarga',
  'contact-correction': 'pembetulan',
  'data-request': 'permintaan-data',
  'restriction-lifting': 'cabut-pembatasan',
} as const;
export type FormName = keyof typeof formPaths;

/** The forms that stand on the page of the reporter's own data. */
export const dataForms: readonly FormName[] = ['contact-correction', 'data-request', 'restriction-lifting'];

export function formOf(path: string): FormName | undefined {
  return (Object.keys(formPaths) as FormName[]).find((name) => formPaths[name] === path);
}

export function addressOf(code: string, form: FormName): string {
  return `/lacak/${code}/${formPaths[form]}`;
}

/** Why a form was not taken, and everything that was typed into it. */
export interface Refused {
  readonly form: FormName;
  readonly typed: ReadonlyMap<string, string>;
  readonly title: string;
  readonly detail: string;
  /** What is wrong with which field, in the reader's words. */
  readonly faults: Readonly<Record<string, string>>;
}

/** What every part of the tracking page is drawn from. */
export interface Tracked {
  readonly reader: Reader;
  readonly view: TrackingView;
  /** The version that the case opened with; null where this server has not read it yet. */
  readonly procedure: Procedure | null;
  /** ISO 8601 UTC. */
  readonly now: string;
  /** Whether citizens may have an account here. */
  readonly offersAccounts: boolean;
  /** Whether notices go out by mail at all. */
  readonly sendsMail: boolean;
  readonly refused: Refused | null;
}

/** What was typed into this field of this form, where the form came back. */
export function typedIn({ refused }: Tracked, form: FormName, field: string): string {
  return refused?.form === form ? (refused.typed.get(field) ?? '') : '';
}

export function faultIn({ refused }: Tracked, form: FormName, field: string): string | undefined {
  return refused?.form === form ? refused.faults[field] : undefined;
}

/** The field's id, and where a link to its fault leads. */
export function fieldId(form: FormName, field: string): string {
  return `${formPaths[form]}-${field}`;
}

/** Whether the page offers the form now; the acts are what the case allows the holder of the code. */
export function offers({ view }: Pick<Tracked, 'view'>, form: FormName): boolean {
  const may = (act: string): boolean => view.acts.includes(act);
  switch (form) {
    case 'message':
      return may('reporter-message');
    case 'attachments':
      return may('reporter-attachment');
    case 'verdict':
      return may('confirmation');
    case 'objection':
    case 'rating':
      return may(form) && !may('confirmation');
    case 'secrecy':
      return may('reporter-secrecy') && levelsAbove(view.secrecy).length > 0;
    case 'family-card':
      return view.familyCardAsked && may('reporter-attachment');
    default:
      return may(form);
  }
}

/** What the page calls the report: its code for whoever came by it, its number for whoever came by their account. */
export function nameOf({ byAccount, code, number }: TrackingView): string {
  return byAccount ? number : code;
}

/** Whose name stands for an officer of no unit: the front office, which checks what comes in. */
export function frontOffice(view: TrackingView): string {
  return view.steps.find((row) => row.act === 'verify')?.by ?? view.institution.name;
}

/** The last event that the page shows; sent along, so that a second press is known as one. */
export function lastSeen(view: TrackingView): number {
  return view.timeline.at(-1)?.seq ?? 0;
}
