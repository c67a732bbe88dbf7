import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import type { Host } from '../context/index.ts';
import { addCategory, changeCategory, listCategories } from './categories.ts';
import { addUnit, changeUnit } from './change-unit.ts';
import {
  CategoryInput,
  CategoryView,
  InstitutionInput,
  InstitutionView,
  NewInstitution,
  UnitInput,
  UnitView,
} from './contract.ts';
import { addInstitution, changeInstitution, listInstitutions } from './institutions.ts';
import { listUnits } from './list-units.ts';
import { manages } from './rights.ts';

const InstitutionParams = Type.Object({ id: Type.String({ maxLength: 40 }) });
const UnitParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
const CategoryParams = Type.Object({ id: Type.String({ maxLength: 80 }) });
type Params = { id: string };

/**
 * Institutions, their unit trees and categories. What is active is public; whoever manages the institution
 * sees the rest as well, and changes it.
 */
export function organizationsRoutes(host: Host): void {
  institutionRoutes(host);
  unitRoutes(host);
  categoryRoutes(host);
}

const tags = ['organizations'];

function institutionRoutes({ app, handle }: Host): void {
  app.get(
    '/institutions',
    { schema: { tags, summary: 'Institutions', response: { 200: Type.Array(InstitutionView) } } },
    (request, reply) =>
      handle(request, reply, async ({ tx, actor }) => {
        const all = await listInstitutions(tx, { withInactive: true });
        return ok(all.filter(({ id, active }) => active || manages(actor, 'organization.manage', id)));
      }),
  );

  app.post<{ Body: Static<typeof NewInstitution> }>(
    '/institutions',
    {
      schema: {
        tags,
        summary: 'Add an institution',
        body: NewInstitution,
        response: { 201: InstitutionView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => addInstitution(ctx, request.body), 201),
  );

  app.put<{ Params: Params; Body: Static<typeof InstitutionInput> }>(
    '/institutions/:id',
    {
      schema: {
        tags,
        summary: 'Change an institution',
        params: InstitutionParams,
        body: InstitutionInput,
        response: { 200: InstitutionView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => changeInstitution(ctx, request.params.id, request.body)),
  );
}

function unitRoutes({ app, handle }: Host): void {
  app.get<{ Params: Params }>(
    '/institutions/:id/units',
    {
      schema: {
        tags,
        summary: 'The unit tree, each unit followed by what lies below it',
        params: InstitutionParams,
        response: { 200: Type.Array(UnitView) },
      },
    },
    (request, reply) =>
      handle(request, reply, async ({ tx, actor }) => {
        const withInactive = manages(actor, 'organization.manage', request.params.id);
        return ok(await listUnits(tx, request.params.id, { withInactive }));
      }),
  );

  app.post<{ Params: Params; Body: UnitInput }>(
    '/institutions/:id/units',
    {
      schema: {
        tags,
        summary: 'Add a unit',
        params: InstitutionParams,
        body: UnitInput,
        response: { 201: UnitView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => addUnit(ctx, request.params.id, request.body), 201),
  );

  app.put<{ Params: Params; Body: UnitInput }>(
    '/units/:id',
    {
      schema: {
        tags,
        summary: 'Change or move a unit',
        params: UnitParams,
        body: UnitInput,
        response: { 200: UnitView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => changeUnit(ctx, request.params.id, request.body)),
  );
}

function categoryRoutes({ app, handle }: Host): void {
  app.get<{ Params: Params }>(
    '/institutions/:id/categories',
    {
      schema: {
        tags,
        summary: 'Categories, named in the reader’s language',
        params: InstitutionParams,
        response: { 200: Type.Array(CategoryView) },
      },
    },
    (request, reply) =>
      handle(request, reply, async ({ tx, actor, locale }) => {
        const withInactive = manages(actor, 'organization.manage', request.params.id);
        return ok(await listCategories(tx, request.params.id, locale, { withInactive }));
      }),
  );

  app.post<{ Params: Params; Body: CategoryInput }>(
    '/institutions/:id/categories',
    {
      schema: {
        tags,
        summary: 'Add a category',
        params: InstitutionParams,
        body: CategoryInput,
        response: { 201: CategoryView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => addCategory(ctx, request.params.id, request.body), 201),
  );

  app.put<{ Params: Params; Body: CategoryInput }>(
    '/categories/:id',
    {
      schema: {
        tags,
        summary: 'Change a category',
        params: CategoryParams,
        body: CategoryInput,
        response: { 200: CategoryView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => changeCategory(ctx, request.params.id, request.body)),
  );
}
