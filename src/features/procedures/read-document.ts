import { Value } from 'typebox/value';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { documentOf, type ProcedureDocument } from './content-hash.ts';
import { ProcedureDocument as DocumentSchema, type TextProblemView } from './contract.ts';
import { findingText } from './finding-text.ts';
import { readProcedureText } from './procedure-text.ts';
import { shapeProblems } from './shape-problems.ts';
import type { TextProblem } from './yaml-text.ts';

/**
 * The document in a YAML text that somebody sent. Refuses `document-refused` with every fault by line and column, in
 * the reader's language: what is not plain data, not of the shape, or more than a document may hold.
 */
export function readDocument(
  { locale }: Pick<Reading, 'locale'>,
  yaml: string,
): Result<ProcedureDocument, Refusal> {
  // The text has neither; its draft gives them.
  const read = readProcedureText(yaml, { id: '', version: 0 });
  if (!read.ok) return err(refused(read.error, locale));
  const document = documentOf(read.value.draft);
  if (Value.Check(DocumentSchema, document)) return ok(document);
  const problems = shapeProblems(DocumentSchema, document).map(({ code, path, params }) => ({
    code,
    params,
    ...read.value.locate(path),
  }));
  return err(refused(problems, locale));
}

function refused(found: readonly TextProblem[], locale: Reading['locale']): Refusal {
  const problems = found
    .map(
      (one): TextProblemView => ({
        code: one.code,
        line: one.line,
        column: one.column,
        ...findingText(one, locale),
      }),
    )
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  const { line = 1, text = '', remedy = '' } = problems[0] ?? {};
  return { ...refusal('document-refused', { line, text, remedy }), more: { problems } };
}
