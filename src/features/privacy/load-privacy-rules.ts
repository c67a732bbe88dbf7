import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import type { PrivacyRules } from '../../domain/privacy/processing.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';

const strict = { additionalProperties: false };
const Text = Type.String({ minLength: 1 });
const Both = Type.Object({ id: Text, en: Text }, strict);
const Id = Type.String({ pattern: '^[a-z-]{2,40}$' });

const RetentionFile = Type.Object(
  {
    classes: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Both,
          covers: Both,
          startsAt: Type.Enum(['case-ended', 'form-left', 'sign-out', 'last-visit', 'written']),
          keep: Type.Union([
            Type.Null(),
            Type.Object(
              { amount: Type.Integer({ minimum: 1 }), unit: Type.Enum(['day', 'month', 'year']) },
              strict,
            ),
          ]),
          ends: Type.Enum(['by-itself', 'confirmed', 'archive-law']),
          setting: Type.Boolean(),
          law: Both,
          source: Text,
          verified: Type.Boolean(),
        },
        strict,
      ),
    ),
  },
  strict,
);

const RegisterFile = Type.Object(
  {
    activities: Type.Array(
      Type.Object(
        {
          id: Id,
          forReporters: Type.Boolean(),
          name: Both,
          purpose: Both,
          basis: Both,
          subjects: Both,
          data: Both,
          recipients: Both,
          retention: Type.Array(Id),
          protection: Both,
        },
        strict,
      ),
    ),
  },
  strict,
);

/** The processing register and the retention classes of a folder, or every problem found, by file. */
export function loadPrivacyRules(dir: string): Result<PrivacyRules, readonly string[]> {
  const retention = readFile(dir, 'retention.yaml', RetentionFile);
  const register = readFile(dir, 'processing-register.yaml', RegisterFile);
  if (!retention.ok || !register.ok) {
    return err([retention, register].flatMap((read) => (read.ok ? [] : read.error)));
  }
  const { classes } = retention.value;
  const { activities } = register.value;
  const unknown = activities.flatMap(({ id, retention: named }) =>
    named
      .filter((name) => !classes.some((one) => one.id === name))
      .map((name) => `processing-register.yaml: ${id} names ${name}, which retention.yaml does not have`),
  );
  const twice = [
    ...repeated(classes).map((id) => `retention.yaml: ${id} twice`),
    ...repeated(activities).map((id) => `processing-register.yaml: ${id} twice`),
  ];
  const problems = [...unknown, ...twice];
  return problems.length === 0 ? ok({ activities, retention: classes }) : err(problems);
}

function readFile<S extends TSchema>(
  dir: string,
  name: string,
  schema: S,
): Result<Static<S>, readonly string[]> {
  let content: unknown;
  try {
    content = parse(readFileSync(join(dir, name), 'utf8'));
  } catch (error) {
    return err([`${name}: ${(error as Error).message}`]);
  }
  if (Value.Check(schema, content)) return ok(content);
  return err(Value.Errors(schema, content).map((one) => `${name}: ${one.instancePath} ${one.message}`));
}

function repeated(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) < index);
}
