import { Value } from 'typebox/value';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import type { Finding } from '../../domain/procedures/lint/finding.ts';
import { lintProcedure } from '../../domain/procedures/lint/lint.ts';
import type { Reading } from '../context/index.ts';
import { documentOf } from './content-hash.ts';
import type { FindingView } from './contract.ts';
import { ProcedureShape } from './file-shape.ts';
import { findingText, presentFinding } from './finding-text.ts';
import { shapeProblems } from './shape-problems.ts';

/**
 * What the linter says of a draft in this office, in the reader's language. A text left empty, which a file may not
 * have, is an error like any other: it can be saved, not released.
 */
export async function lintDraft(
  { tx, office, locale }: Reading,
  draft: ProcedureDraft,
): Promise<readonly FindingView[]> {
  const roles = await tx.selectFrom('roles').select('id').execute();
  const found = lintProcedure(draft, {
    rules: office.rules,
    registry: office.registry,
    roles: ['reporter', 'system', ...roles.map(({ id }) => id)],
  });
  // The decree comes with the release, which is refused without it.
  const open = found.filter(({ code }) => code !== 'decree-missing');
  return [...emptyTexts(draft, locale), ...open.map((one) => presentFinding(withTitles(one, draft), locale))];
}

/** Who writes on a screen knows actors by their title; the code stands in the file only. */
function withTitles(found: Finding, { actors }: ProcedureDraft): Finding {
  const title = actors.find(({ id }) => id === found.params.actor)?.title ?? '';
  return title === '' ? found : { ...found, params: { ...found.params, actor: title } };
}

function emptyTexts(draft: ProcedureDraft, locale: Reading['locale']): readonly FindingView[] {
  const document = documentOf(draft);
  if (Value.Check(ProcedureShape, document)) return [];
  return shapeProblems(ProcedureShape, document).map(({ code, path, params }): FindingView => {
    const step = path[0] === 'steps' ? (draft.steps[Number(path[1])]?.id ?? null) : null;
    const said = findingText({ code, params, step }, locale);
    return { code, severity: 'error', step, path: [...path], ...said };
  });
}
