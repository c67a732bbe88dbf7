import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Assumption } from '../../domain/simulation/assumption.ts';
import { formatNumber, formatPlainDate, type Locale, translate } from '../../platform/i18n/index.ts';

/** One assumption in words: an actor by the title of its column, numbers and dates the reader's way. */
export function assumptionText({ code, params }: Assumption, procedure: Procedure, locale: Locale): string {
  const written = Object.entries(params).map(([name, value]) => {
    if (name === 'actor') return [name, titleOf(procedure, String(value))] as const;
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) {
      return [name, formatPlainDate(value, locale)] as const;
    }
    // A seed is copied from here into the next run; people are counted in the plural of the language.
    const asItIs = typeof value === 'string' || name === 'people';
    return [name, asItIs ? value : name === 'seed' ? String(value) : formatNumber(value, locale, 2)] as const;
  });
  return translate(locale, `simulation.assumption.${code}`, Object.fromEntries(written));
}

/** What the form writes over an actor's column; the id where there is none. */
export function titleOf(procedure: Procedure, actor: string): string {
  return procedure.actors.find(({ id }) => id === actor)?.title ?? actor;
}
