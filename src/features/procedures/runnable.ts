import { Value } from 'typebox/value';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { validateProcedure } from '../../domain/procedures/validate.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { ProcedureShape } from './file-shape.ts';

/**
 * A document of unknown origin, as a procedure that a case could be walked through. Refuses
 * `procedure-not-runnable` with the first thing in the way: where it stands and its code.
 */
export function readRunnable(
  document: unknown,
  named: { readonly id: string; readonly version: number },
): Result<Procedure, Refusal> {
  if (!Value.Check(ProcedureShape, document)) {
    const [first] = Value.Errors(ProcedureShape, document);
    return err(refusal('procedure-not-runnable', { place: first?.instancePath ?? '/', fault: 'shape' }));
  }
  const draft: ProcedureDraft = { ...named, ...document };
  const fault = validateProcedure(draft).find(({ severity }) => severity === 'error');
  if (fault !== undefined) {
    const place = `/${fault.path.join('/')}`;
    return err(refusal('procedure-not-runnable', { place, fault: fault.code }));
  }
  // Acts, statuses, units and exits have just been checked word by word; the type cannot follow that.
  return ok(draft as Procedure);
}
