import { caseKinds, secrecyLevels } from '../../domain/cases/words.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { CategoryView, InstitutionView } from '../../features/organizations/contract.ts';
import { listCategories } from '../../features/organizations/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Answer, Fault } from './answer.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import type { OfAnyone } from './ways.ts';

/** The service of whoever does not know the category; verifiers give one. */
export const anyService = 'umum';

/** The categories of an institution as services. All are in real time: the number of a request is there at once. */
export async function listServices(asked: OfAnyone): Promise<Result<Answer, readonly Fault[]>> {
  const { ctx, speaker } = asked;
  const institution = await jurisdictionOf(asked);
  if (!institution.ok) return institution;
  const categories = await listCategories(ctx.tx, institution.value.id, ctx.locale);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const services = [
    ...categories.map(({ id, name, parentId }) =>
      service(id, name, names.get(parentId ?? ''), institution.value),
    ),
    service(anyService, speaker.t('open311.service.any'), undefined, institution.value),
  ];
  return ok({ root: 'services', content: services });
}

function service(code: string, name: string, parent: string | undefined, institution: InstitutionView) {
  return {
    service_code: code,
    service_name: name,
    description: name,
    metadata: true,
    type: 'realtime',
    keywords: '',
    group: parent ?? institution.shortName,
  };
}

/** What may be told of a request beside its words; the same for every service. Faults: 404 for one that is not there. */
export async function defineService(asked: OfAnyone): Promise<Result<Answer, readonly Fault[]>> {
  const { ctx, named, speaker } = asked;
  const institution = await jurisdictionOf(asked);
  if (!institution.ok) return institution;
  const categories = await listCategories(ctx.tx, institution.value.id, ctx.locale);
  if (findService(categories, named) === undefined)
    return err([{ code: 404, description: speaker.t('open311.fault.service') }]);
  const content = { service_code: named, attributes: attributesIn(speaker.t) };
  return ok({ root: 'service_definition', content });
}

/** The category that a service stands for, null where it stands for none; undefined: there is no such service. */
export function findService(categories: readonly CategoryView[], code: string): string | null | undefined {
  if (code === anyService) return null;
  return categories.find(({ id }) => id === code)?.id;
}

function attributesIn(t: Translate) {
  const about = (code: string) => ({
    variable: true,
    code,
    required: false,
    datatype_description: t(`open311.attribute.${code}.about`),
    description: t(`open311.attribute.${code}`),
  });
  const values = (words: readonly string[], name: (word: string) => string) =>
    words.map((word) => ({ key: word, name: name(word) }));
  return [
    {
      ...about('kind'),
      datatype: 'singlevaluelist',
      order: 1,
      values: values(caseKinds, (word) => t(`kind.${word}`)),
    },
    { ...about('occurred_on'), datatype: 'string', order: 2 },
    {
      ...about('secrecy'),
      datatype: 'singlevaluelist',
      order: 3,
      values: values(secrecyLevels, (word) => t(`secrecy.${word}.name`)),
    },
    { ...about('external_id'), datatype: 'string', order: 4 },
  ];
}
