import { type CaseKind, caseKinds, type SecrecyLevel, secrecyLevels } from '../../domain/cases/words.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { findArea, findAreaInAddress } from '../../features/areas/index.ts';
import type { Reading } from '../../features/context/index.ts';
import type { SubmissionInput } from '../../features/submissions/contract.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Fault } from './answer.ts';
import { type Fields, given } from './fields.ts';
import { placeWords, readPosition } from './position.ts';

/** What was sent as our submission, but for where it goes. */
export interface ReadSubmission {
  readonly input: Omit<SubmissionInput, 'institution' | 'category'>;
  /** The client's own id of it. */
  readonly externalId?: string;
}

/** As long as our own form takes them. */
const longest = { first_name: 60, last_name: 60, phone: 30, email: 254, external_id: 120 } as const;

/**
 * Reads the form of `POST /requests`. Whatever has no place of its own with us goes to the end of the text, so that
 * nothing is lost: an address too long for ours, the link to a picture (which is not opened), attributes that we did
 * not ask for. `device_id` and `account_id` tell who reports to nobody's use and are dropped. Faults: 400 each.
 */
export async function readSubmission(
  ctx: Reading,
  fields: Fields,
  t: Translate,
): Promise<Result<ReadSubmission, readonly Fault[]>> {
  const { values, attributes } = fields;
  const position = readPosition(values, t);
  const choices = readChoices(attributes, t);
  const externalId = given(attributes, 'external_id') ?? given(attributes, 'fixmystreet_id');
  const description = values.description ?? '';
  const faults = [
    ...(description.trim() === '' ? [fault('description', 'required', t)] : []),
    ...(position.ok ? [] : position.error),
    ...(choices.ok ? [] : choices.error),
    ...tooLong({ ...values, external_id: externalId ?? '' }, t),
  ];
  if (faults.length > 0 || !position.ok || !choices.ok) return err(faults);
  const areaCode = await areaOf(ctx, values);
  const { place, rest } = placeWords(values, position.value);
  const contact = contactOf(values);
  return ok({
    input: {
      ...choices.value,
      text: [description, ...rest, ...leftOver(fields, t)].join('\n\n'),
      ...(areaCode === undefined ? {} : { areaCode }),
      ...(place === null ? {} : { place }),
      ...(contact === undefined ? {} : { contact }),
    },
    ...(externalId === undefined ? {} : { externalId }),
  });
}

type Choices = Pick<SubmissionInput, 'kind' | 'secrecy' | 'occurredOn'>;

function readChoices(attributes: Fields['attributes'], t: Translate): Result<Choices, readonly Fault[]> {
  const kind = wordOf(caseKinds, given(attributes, 'kind'));
  const secrecy = wordOf(secrecyLevels, given(attributes, 'secrecy'));
  const occurredOn = given(attributes, 'occurred_on');
  const faults = [
    ...(kind === null ? [fault('attribute[kind]', 'unknown', t)] : []),
    ...(secrecy === null ? [fault('attribute[secrecy]', 'unknown', t)] : []),
  ];
  if (kind === null || secrecy === null) return err(faults);
  return ok({
    ...(kind === undefined ? {} : { kind }),
    ...(secrecy === undefined ? {} : { secrecy }),
    ...(occurredOn === undefined ? {} : { occurredOn }),
  });
}

function fault(field: string, code: string, t: Translate): Fault {
  return { code: 400, description: `${field}: ${t(`problem.field.${code}`)}` };
}

/** Undefined where nothing was sent, null where it is no word of the list. */
function wordOf<W extends CaseKind | SecrecyLevel>(
  words: readonly W[],
  typed: string | undefined,
): W | null | undefined {
  return typed === undefined ? undefined : (words.find((word) => word === typed) ?? null);
}

function tooLong(values: Readonly<Record<string, string>>, t: Translate): readonly Fault[] {
  return Object.entries(longest).flatMap(([name, most]) =>
    (given(values, name) ?? '').length > most ? [fault(name, 'too-long', t)] : [],
  );
}

/** The area that is meant: one of our codes as `address_id`, else what the address ends in, where it is told beyond doubt. */
async function areaOf(ctx: Reading, values: Readonly<Record<string, string>>): Promise<string | undefined> {
  const id = given(values, 'address_id');
  if (id !== undefined && /^\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?$/.test(id))
    return (await findArea(ctx.tx, id))?.code;
  const address = given(values, 'address_string');
  return address === undefined ? undefined : (await findAreaInAddress(ctx.tx, address))?.code;
}

function contactOf(values: Readonly<Record<string, string>>): SubmissionInput['contact'] {
  const name = [given(values, 'first_name'), given(values, 'last_name')]
    .filter((part) => part !== undefined)
    .join(' ');
  const [phone, email] = [given(values, 'phone'), given(values, 'email')];
  if (name === '' && phone === undefined && email === undefined) return undefined;
  return {
    ...(name === '' ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
}

const ours = new Set(['kind', 'secrecy', 'occurred_on', 'external_id', 'fixmystreet_id']);

function leftOver({ values, attributes }: Fields, t: Translate): readonly string[] {
  const media = given(values, 'media_url');
  return [
    ...(media === undefined ? [] : [t('open311.media', { url: media })]),
    ...Object.keys(attributes).flatMap((code) => {
      const value = given(attributes, code);
      return ours.has(code) || value === undefined ? [] : [`${code}: ${value}`];
    }),
  ];
}
