import { findRule } from '../../domain/clocks/rules.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { listAreas } from '../../features/areas/index.ts';
import type { Context, Office } from '../../features/context/index.ts';
import type { AreaView } from '../../features/organizations/contract.ts';
import {
  findReceivingInstitution,
  listCategories,
  listInstitutions,
} from '../../features/organizations/index.ts';

export interface InstitutionChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  /** Its procedure asks for a copy of the family card (KK). */
  readonly asksFamilyCard: boolean;
}

/** What the form offers that does not depend on what was typed. */
export interface Choices {
  readonly institutions: readonly InstitutionChoice[];
  /** The one that takes in what names none. */
  readonly receiving: InstitutionChoice | null;
  readonly provinces: readonly AreaView[];
  /** Whether notices go out by mail on this installation. */
  readonly sendsMail: boolean;
  /** Working days within which each kind is handled. */
  readonly days: Readonly<Record<'complaint' | 'aspiration' | 'information-request', number>>;
}

export async function loadChoices(ctx: Context, sendsMail: boolean): Promise<Choices> {
  const listed = await listInstitutions(ctx.tx);
  const receiving = await findReceivingInstitution(ctx.tx, null);
  // One statement for each institution; this runs once a minute, and there are few.
  const institutions = await Promise.all(
    listed.map(async (one): Promise<InstitutionChoice> => {
      const categories = await listCategories(ctx.tx, one.id, ctx.locale);
      return {
        id: one.id,
        name: one.name,
        description: one.description[ctx.locale] ?? one.description.id ?? '',
        categories: categories.map(({ id, name }) => ({ id, name })),
        asksFamilyCard: asksFamilyCard(ctx.office.procedures.find(one.procedureId)),
      };
    }),
  );
  return {
    ...withoutDatabase(ctx.office, sendsMail),
    institutions,
    receiving: institutions.find((one) => one.id === receiving?.id) ?? null,
    provinces: await listAreas(ctx.tx, null),
  };
}

/** The form while the database is away: everything that was typed still has its place. */
export function withoutDatabase(office: Office, sendsMail: boolean): Choices {
  const days = (id: string): number => findRule(office.rules, id).limit.amount;
  return {
    institutions: [],
    receiving: null,
    provinces: [],
    sendsMail,
    days: {
      complaint: days('class-complaint'),
      aspiration: days('class-aspiration'),
      'information-request': days('class-information-request'),
    },
  };
}

/**
 * Whose standard asks for a family card: the body that is chosen, or the one that takes in what names none,
 * or any other that may still be chosen on the page. Null where nobody here asks.
 */
export function familyCardAskedBy(choices: Choices, institution: string): InstitutionChoice | null {
  const { institutions, receiving } = choices;
  const likely = [institutions.find((one) => one.id === institution), receiving, ...institutions];
  return likely.find((one) => one?.asksFamilyCard === true) ?? null;
}

function asksFamilyCard(procedure: Procedure | undefined): boolean {
  return procedure?.requirements.some(({ id }) => id === 'family-card') === true;
}
