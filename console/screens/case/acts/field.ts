import type { ActInput, CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';

/** What stands in a form: everything typed and chosen, as it is kept in a draft. */
export type Value = string | boolean | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

/**
 * A field of an act's form. Its label is the text `console.field.<label>`, its hint
 * `console.field.<label>.hint` where there is one.
 */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  /** Asked only while this holds of what has been filled in. */
  readonly when?: (values: Values) => boolean;
} & (
  | { readonly kind: 'line'; readonly max: number }
  | { readonly kind: 'text'; readonly max: number; readonly rows: number }
  | {
      readonly kind: 'choice';
      /** Names are the texts `console.<words>.<option>`. */
      readonly words: string;
      readonly options: readonly string[];
      readonly disabled?: readonly string[];
      readonly stacked?: boolean;
    }
  | { readonly kind: 'check' }
  | { readonly kind: 'unit'; readonly without?: readonly string[] }
  | { readonly kind: 'units' }
  | { readonly kind: 'person' }
  /** Anybody of the institution, searched by name. */
  | { readonly kind: 'colleague' }
  | { readonly kind: 'listed'; readonly among: CaseView['conflicts'] }
  | {
      readonly kind: 'assignment';
      readonly among: readonly CaseView['assignments'][number][];
      readonly none?: string;
    }
  | { readonly kind: 'limit' }
  /** The texts that are to become public, with their masks. */
  | { readonly kind: 'redaction'; readonly edits: boolean }
  | { readonly kind: 'area' }
  | { readonly kind: 'category' }
  | {
      readonly kind: 'report';
      /** A correction shows what it changes. */
      readonly compare: boolean;
      /** It goes up with an answer; only a task's report, which others put together, may be without. */
      readonly withAnswer: boolean;
    }
);

/** How one act is filled in: its fields, what they begin with, and the body they become. */
export interface ActForm<N extends OfficerAct> {
  readonly fields: (view: CaseView) => readonly Field[];
  readonly start: (view: CaseView) => Values;
  readonly body: (values: Values) => ActInput<N>;
}

export type ActForms<N extends OfficerAct> = { readonly [K in N]: ActForm<K> };

export function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** The id chosen, or null for none. */
export function idOf(values: Values, name: string): string | null {
  const value = textOf(values, name);
  return value === '' ? null : value;
}

export function flagOf(values: Values, name: string): boolean {
  return values[name] === true;
}

export function idsOf(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? [...(value as readonly string[])] : [];
}

/** The fields that are asked now. */
export function shownFields(fields: readonly Field[], values: Values): readonly Field[] {
  return fields.filter((field) => field.when?.(values) !== false);
}

/** The fields left empty that may not be, by name. */
export function missing(fields: readonly Field[], values: Values): readonly string[] {
  return shownFields(fields, values).flatMap((field) => {
    if (field.kind === 'report') {
      return requiredOfReport(field.withAnswer).filter((name) => textOf(values, name).trim() === '');
    }
    if (field.kind === 'limit') return Number(textOf(values, 'amount')) >= 1 ? [] : ['amount'];
    return field.required === true && textOf(values, field.name).trim() === '' ? [field.name] : [];
  });
}

/** As `requiredContent` of the domain has it. */
export function requiredOfReport(withAnswer: boolean): readonly string[] {
  return withAnswer ? ['findings', 'actions', 'answer'] : ['findings', 'actions'];
}
