import type { Ending } from '../../src/domain/compliance/measured-case.ts';
import {
  type CaseMeasure,
  type ComplianceQuery,
  caseMeasures,
  endings,
  type RunMeasure,
  runMeasures,
} from '../../src/features/compliance/contract.ts';
import { oneOf } from './one-of.ts';

/** What the address of the compliance page says; every view of it can be bookmarked and sent on. */
export interface ComplianceSearch {
  readonly sop?: string;
  readonly institution?: string;
  readonly version?: number;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

/** A figure whose cases are listed: of a step, or of the whole SOP. */
export interface FigureSearch extends ComplianceSearch {
  readonly step?: string;
  readonly measure?: RunMeasure | CaseMeasure;
  readonly ending?: Ending;
  readonly exit?: 'ya' | 'tidak' | 'none';
  /** The row a branch led to; empty: none. */
  readonly next?: string;
  /** Of all steps: the columns that had to do them, or the unit that had the case (`none`: no unit yet). */
  readonly actors?: string;
  readonly holder?: string;
  readonly cursor?: string;
}

type Search = Readonly<Record<string, unknown>>;

/** Takes from an address what makes sense and drops the rest. */
export function readComplianceSearch(search: Search): ComplianceSearch {
  const { version } = search;
  return {
    ...text('sop', search.sop, /^[a-z0-9-]+\/[a-z0-9-]+$/),
    ...text('institution', search.institution, /^[a-z0-9-]{2,40}$/),
    ...(typeof version === 'number' && Number.isInteger(version) && version > 0 ? { version } : {}),
    ...text('unit', search.unit, /^[0-9a-f-]{36}$/),
    ...text('from', search.from, day),
    ...text('to', search.to, day),
    ...text('asOf', search.asOf, day),
  };
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function readFigureSearch(search: Search): FigureSearch {
  return {
    ...readComplianceSearch(search),
    ...text('step', search.step, /^.{1,40}$/),
    ...oneOf('measure', search.measure, [...runMeasures, ...caseMeasures]),
    ...oneOf('ending', search.ending, endings),
    ...oneOf('exit', search.exit, ['ya', 'tidak', 'none'] as const),
    ...text('next', search.next, /^.{0,40}$/),
    ...text('actors', search.actors, /^[\w,-]{1,400}$/),
    ...text('holder', search.holder, /^(?:none|[0-9a-f-]{36})$/),
    ...text('cursor', search.cursor, /^[\w-]{1,400}$/),
  };
}

/** The question to the server; `sop` is the SOP shown where the address names none. */
export function toComplianceQuery(search: ComplianceSearch, sop: string): ComplianceQuery {
  const { institution, version, unit, from, to, asOf } = search;
  const asked = { institution, version, unit, from, to, asOf };
  const set = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { procedure: sop, ...Object.fromEntries(set) };
}

/** The router reads a step such as 3 as a number. */
function text<K extends string>(name: K, value: unknown, shape: RegExp): { [P in K]?: string } {
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && shape.test(words) ? ({ [name]: words } as { [P in K]: string }) : {};
}
