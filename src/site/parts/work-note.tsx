import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import { asset } from '../assets.ts';
import type { Reader } from './reader.ts';

/**
 * Inside a form that may be sent sooner by whoever lets their browser calculate; the island `work.ts` does. `why` is
 * the text that tells of it; the sealed door knows of no network.
 */
export function WorkNote(props: { reader: Reader; puzzle: Puzzle | null; why?: string }) {
  const { reader, puzzle, why = 'site.work.working' } = props;
  const { t } = reader;
  if (puzzle === null) return null;
  return (
    <div
      className="call"
      role="status"
      data-challenge={puzzle.challenge}
      data-bits={puzzle.bits}
      data-solver={asset('solver.js')}
    >
      <input type="hidden" name="work" />
      <p hidden>{t(why)}</p>
      <p hidden>{t('site.work.done')}</p>
    </div>
  );
}

/** The puzzle that a refusal brings; null for every other answer. */
export function puzzleOf(refused: object | null): Puzzle | null {
  const { more } = (refused ?? {}) as { readonly more?: { readonly work?: Puzzle } };
  return more?.work ?? null;
}
