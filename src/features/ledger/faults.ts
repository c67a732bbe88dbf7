/** Something that is not as it was written, and where. */
export type Fault =
  | ({
      readonly code: 'entry-altered' | 'fact-missing' | 'case-altered' | 'case-missing' | 'case-key-gone';
      readonly chain: string;
      readonly seq: number;
    } & OfCase)
  | { readonly code: ChainFault; readonly chain: string; readonly seq: number }
  | { readonly code: AnchorFault; readonly chain: string; readonly seq: number; readonly date: string }
  | {
      readonly code: 'event-inserted' | 'event-not-chained' | 'event-never-chained';
      readonly caseId: string;
      readonly number: string;
      readonly factSeq: number;
    };

type ChainFault = 'entry-missing' | 'entry-inserted' | 'cut' | 'head-missing' | 'head-altered' | 'was-broken';
type AnchorFault =
  | 'anchor-altered'
  | 'anchor-missing'
  | 'anchor-disagrees'
  | 'cut-before-anchor'
  | 'handed-anchor-forged'
  | 'handed-anchor-lost';

interface OfCase {
  readonly caseId: string | null;
  readonly factSeq: number | null;
}

/** The fault as a sentence for the person at the terminal. */
export function sayFault(fault: Fault): string {
  if ('number' in fault) return `case ${fault.number}, event ${fault.factSeq}: ${words[fault.code]}`;
  const { code, chain, seq } = fault;
  const where = 'date' in fault ? `anchor of ${fault.date} (entry ${seq})` : `entry ${seq}`;
  return `chain ${chain}, ${where}${'factSeq' in fault ? ofCase(fault) : ''}: ${words[code]}`;
}

function ofCase({ caseId, factSeq }: OfCase): string {
  if (caseId === null || factSeq === null) return '';
  return factSeq === 0 ? `, the submission of case ${caseId}` : `, event ${factSeq} of case ${caseId}`;
}

const words: Readonly<Record<Fault['code'], string>> = {
  'entry-altered': 'altered, or another was put in its place',
  'fact-missing': 'what it stands for is gone',
  'case-altered': 'the case is not as this act left it',
  'case-missing': 'the case is gone',
  'case-key-gone': 'the key of the case is gone: nobody can read it any more',
  'entry-missing': 'missing',
  'entry-inserted': 'inserted; the chain was signed up to the one before',
  cut: 'missing, and with it all up to the signed end',
  'head-missing': 'the signed end of the chain is gone',
  'head-altered': 'the signed end of the chain was altered',
  'was-broken': 'when it was written, the chain did not end where it was signed to end',
  'anchor-altered': 'altered, or not signed by this installation',
  'anchor-missing': 'the anchor before it is missing',
  'anchor-disagrees': 'the chain up to here is not the one that was signed',
  'cut-before-anchor': 'entries are missing that were signed',
  'handed-anchor-forged': 'not signed by this installation',
  'handed-anchor-lost': 'was handed out, and is not in the database',
  'event-inserted': 'inserted, or was never announced to the chain',
  'event-not-chained': 'not in the chain an hour after it was written',
  'event-never-chained': 'was gone before the chain took it up',
};
