import type { ProcedureDraft } from '../draft.ts';
import { type RuleRegistry, rulesCitedIn } from '../registry.ts';
import { type Finding, finding } from './finding.ts';
import type { Passage } from './passages.ts';

/** The identity page: decree, rules cited, papers asked for, attachments, what is kept. */
export function headFindings(
  draft: ProcedureDraft,
  passages: readonly Passage[],
  registry: RuleRegistry | undefined,
): readonly Finding[] {
  return [
    ...decreeFindings(draft),
    ...(registry === undefined ? [] : citationFindings(draft, passages, registry)),
    ...documentFindings(draft),
    ...attachmentFindings(draft),
    ...recordFindings(draft, passages),
  ];
}

function decreeFindings({ decree }: ProcedureDraft): readonly Finding[] {
  return (['number', 'date', 'signatory'] as const).flatMap((part) =>
    decree[part] === null ? [finding('decree-missing', 'warning', { path: ['decree', part] }, { part })] : [],
  );
}

/** What is said about the source is left out: a note may well speak of a rule that is gone. */
function citationFindings(
  { legalBasis }: ProcedureDraft,
  passages: readonly Passage[],
  registry: RuleRegistry,
): readonly Finding[] {
  const cited = passages.filter(({ path }) => path[0] !== 'notes' && path.at(-1) !== 'note');
  const stale = cited.flatMap(({ text, path, step }) =>
    rulesCitedIn(text, registry).flatMap(({ id: rule, state, replacedBy }) => {
      const at = step === undefined ? { path } : { path, step };
      if (state === 'replaced') {
        const successor = registry.rules.find(({ id }) => id === replacedBy);
        const over = successor?.state === 'in-force' ? 'no' : 'yes';
        return [finding('rule-replaced', 'warning', at, { rule, by: replacedBy ?? '', over })];
      }
      return state === 'expired' ? [finding('rule-expired', 'warning', at, { rule })] : [];
    }),
  );
  const unknown = legalBasis.flatMap((title, index) =>
    rulesCitedIn(title, registry).length > 0
      ? []
      : [finding('rule-unknown', 'note', { path: ['legalBasis', index] }, { title })],
  );
  return [...stale, ...unknown, ...objectionFindings(legalBasis, passages, registry)];
}

/** "Keberatan informasi" follows UU 14/2008; UU 25/2009 is about complaints (domain: seed A). */
function objectionFindings(
  legalBasis: readonly string[],
  passages: readonly Passage[],
  registry: RuleRegistry,
): readonly Finding[] {
  const laws = registry.rules.filter(({ governs }) => governs.includes('information-objection'));
  const [law] = laws;
  const place = passages.find(({ text }) => /keberatan (atas )?informasi/i.test(text));
  const isCited = legalBasis.some((text) => rulesCitedIn(text, registry).some((rule) => laws.includes(rule)));
  return law === undefined || place === undefined || isCited
    ? []
    : [finding('objection-without-law', 'warning', { path: place.path }, { law: law.id })];
}

/** A family card carries the numbers of everybody in the house, children too (UU 27/2022, minimisation). */
function documentFindings({ requirements, steps }: ProcedureDraft): readonly Finding[] {
  const papers = /Kartu Keluarga|\bKK\b|\bKTP\b|Kartu Tanda Penduduk/;
  const asked = requirements.flatMap(({ title }, index) =>
    papers.test(title)
      ? [finding('identity-document-asked', 'warning', { path: ['requirements', index] }, { title })]
      : [],
  );
  if (asked.length > 0) return asked;
  return steps.flatMap(({ id, requires }, index) =>
    requires.flatMap((title, place) =>
      papers.test(title)
        ? [
            finding(
              'identity-document-asked',
              'warning',
              { step: id, path: ['steps', index, 'requires', place] },
              { title },
            ),
          ]
        : [],
    ),
  );
}

/** A template is copied and its attachment stays: no word of its name is a word of this procedure. */
function attachmentFindings(draft: ProcedureDraft): readonly Finding[] {
  const { title, purpose = '', scope = '', steps } = draft;
  const own = wordsOf([title, purpose, scope, ...steps.map(({ activity }) => activity)].join(' '));
  return (draft.related ?? []).flatMap((text, index) => {
    if (!/\bSOP\b|lampiran/i.test(text)) return [];
    const named = [...wordsOf(text)].filter((word) => !/^(lampiran|prosedur|standar|tentang)$/.test(word));
    return named.length === 0 || named.some((word) => own.has(word))
      ? []
      : [finding('attachment-of-other-procedure', 'warning', { path: ['related', index] }, { title: text })];
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

function recordFindings(draft: ProcedureDraft, passages: readonly Passage[]): readonly Finding[] {
  const kept = passages.filter(
    ({ inTable, path }) => inTable || ['records', 'products', 'indicator'].includes(String(path[0])),
  );
  const says = (what: RegExp) => kept.some(({ text }) => what.test(text));
  const path = draft.records === undefined ? [] : ['records'];
  return [
    ...(says(/jejak|audit|riwayat tindakan|siapa melakukan/i)
      ? []
      : [finding('no-audit-trail', 'warning', { path })]),
    ...(says(/statistik|rekap|laporan (berkala|bulanan|triwulan)/i)
      ? []
      : [finding('no-statistics', 'warning', { path })]),
  ];
}
