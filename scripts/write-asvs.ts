/**
 * Prints `docs/security/asvs.md` from `docs/security/asvs.yaml`: how we stand by the OWASP ASVS.
 *
 *   node --import tsx scripts/write-asvs.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './tree.ts';

export const asvsPage = join(root, 'docs/security/asvs.md');

export const verdicts = ['met', 'open', 'operator', 'none'] as const;

/** Requirements that one answer serves. */
export interface Answered {
  readonly ids: readonly string[];
  readonly level: 1 | 2 | 3;
  readonly asks: string;
  readonly verdict: (typeof verdicts)[number];
  readonly why?: string;
  /** Files of the repository. */
  readonly evidence: readonly string[];
}

export function readAsvs(): readonly Answered[] {
  type Written = Partial<Answered> & Omit<Answered, 'ids' | 'evidence'> & { readonly id?: string };
  const text = readFileSync(join(root, 'docs/security/asvs.yaml'), 'utf8');
  const { requirements } = parse(text) as { requirements: readonly Written[] };
  return requirements.map(({ id, ids = [], evidence = [], ...rest }) => ({
    ...rest,
    ids: id === undefined ? ids : [id],
    evidence,
  }));
}

const chapters = [
  'Encoding and sanitization',
  'Validation and business logic',
  'Web frontend',
  'API and web service',
  'Files',
  'Authentication',
  'Sessions',
  'Authorization',
  'Self-contained tokens',
  'OAuth and OpenID Connect',
  'Cryptography',
  'Communication',
  'Configuration',
  'Data protection',
  'Coding and architecture',
  'Logging and errors',
  'WebRTC',
];

const words: Readonly<Record<Answered['verdict'], string>> = {
  met: 'met',
  open: '**open**',
  operator: "operator's",
  none: 'not applicable',
};

/** The page as it should stand. */
export function writeAsvs(): string {
  const all = readAsvs();
  const count = (level: number, verdict: string) =>
    all
      .filter((one) => one.level === level && one.verdict === verdict)
      .reduce((sum, { ids }) => sum + ids.length, 0);
  const totals = [1, 2, 3].map(
    (level) => `| ${level} | ${verdicts.map((verdict) => count(level, verdict)).join(' | ')} |`,
  );
  const tables = chapters.map((title, index) => {
    const rows = all.filter(({ ids }) => ids[0]?.startsWith(`${index + 1}.`)).map(rowOf);
    return `## V${index + 1} ${title}\n\n| requirement | level | asks | verdict | evidence |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# How we stand by the OWASP ASVS

Application Security Verification Standard 5.0.0: levels 1 and 2 for the whole, level 3 where it touches identities and the whistle-blowing system. Written by \`scripts/write-asvs.ts\` from [asvs.yaml](asvs.yaml); a test compares them, counts that no requirement is left out, and looks whether all evidence is there. What is asked is told in our words; the full text is at [owasp.org/asvs](https://owasp.org/asvs). We judged ourselves; nobody else has looked yet.

| level | met | open | operator's | not applicable |
|---|---|---|---|---|
${totals.join('\n')}

${tables.join('\n')}`;
}

function rowOf({ ids, level, asks, verdict, why, evidence }: Answered): string {
  const links = evidence.map((path) => `[${path.split('/').at(-1)}](${linkTo(path)})`).join(', ');
  const said = [words[verdict], ...(why === undefined ? [] : [why])].join(': ');
  return `| ${ids.join(', ')} | ${level} | ${asks} | ${said} | ${links} |`;
}

function linkTo(path: string): string {
  return path.startsWith('docs/security/') ? path.slice('docs/security/'.length) : `../../${path}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(asvsPage, writeAsvs());
