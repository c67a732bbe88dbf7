import { resolve } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../platform/config/config.ts';
import { accountStatements } from '../platform/db/second-wall.ts';
import type { Log } from '../platform/log/log.ts';
import { addUser, hasPeople } from './add-user.ts';
import { sayFindings } from './check-procedures.ts';
import { accountsOf, openKeyRing } from './compose.ts';
import { drawProcedure } from './draw-procedure.ts';
import { explainClocks } from './explain-clocks.ts';
import { listRetention } from './list-retention.ts';
import { orderKey } from './open311-key.ts';
import { rebuildCompliance } from './rebuild-compliance.ts';
import { rotateKeys } from './rotate-keys.ts';
import { openHouse, serve } from './serve.ts';
import { shredIdentities } from './shred-identity.ts';
import { simulateOnTerminal } from './simulate.ts';
import { simulateOptions } from './simulate-options.ts';
import { exportAnchors, verifyOnTerminal } from './verify-ledger.ts';

export interface VerbInput {
  readonly config: Config;
  readonly log: Log;
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

export interface Verb {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(input: VerbInput): Promise<number>;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Everything the command line can do. */
export const verbs: Readonly<Record<string, Verb>> = {
  serve: {
    options: { demo: { type: 'boolean', default: false } },
    async run({ config, log, values }) {
      const started = Date.now();
      const running = await serve(config, log, async (house) => {
        if (values.demo !== true) return;
        const { buildDemoWorld } = await import('../../seeds/demo/index.ts');
        await buildDemoWorld(house, say);
      });
      for (const notice of running.house.notices) say(notice);
      say(
        `Tuntas: ${config.publicUrl}  (staff: ${config.publicUrl}/konsol)  ready in ${Date.now() - started} ms`,
      );
      if (!(await hasPeople(running.house))) {
        say(
          'Nobody can sign in yet. In another terminal: npx tuntas user --email you@example.go.id --name "Your Name"',
        );
      }
      await stopSignal();
      await running.close();
      return 0;
    },
  },

  migrate: {
    options: {},
    async run({ config, log }) {
      const house = await openHouse(config, log, { borrow: true });
      await house.close();
      say('The database is up to date.');
      return 0;
    },
  },

  demo: {
    options: {},
    async run({ config, log }) {
      const house = await openHouse(config, log, { borrow: true });
      const { buildDemoWorld } = await import('../../seeds/demo/index.ts');
      await buildDemoWorld(house, say);
      await house.close();
      return 0;
    },
  },

  user: {
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'system-administrator' },
      institution: { type: 'string' },
    },
    async run({ config, log, values }) {
      const { email, name, role, institution } = values as Record<string, string | undefined>;
      if (email === undefined || name === undefined) {
        say(
          'tuntas user --email nama@instansi.go.id --name "Nama" [--role system-administrator] [--institution kemensos]',
        );
        return 2;
      }
      const house = await openHouse(config, log, { borrow: true });
      const user = { email, name, role: role ?? 'system-administrator', institution: institution ?? null };
      const added = await addUser(house, user);
      await house.close();
      say(
        'refused' in added
          ? `Not added: ${added.refused}`
          : `Added. First password, shown once: ${added.password}`,
      );
      return 'refused' in added ? 1 : 0;
    },
  },

  'check-procedures': {
    options: { lang: { type: 'string', default: 'id' } },
    async run({ values, positionals }) {
      const check = await sayFindings(positionals[0], values.lang === 'en' ? 'en' : 'id', say);
      return check.passed ? 0 : 1;
    },
  },

  'draw-procedure': {
    options: {
      format: { type: 'string', default: 'svg' },
      version: { type: 'string' },
      out: { type: 'string' },
    },
    run: (input) => drawProcedure(input, say),
  },

  simulate: { options: simulateOptions, run: (input) => simulateOnTerminal(input, say) },
  'rebuild-compliance': {
    options: {},
    async run({ config, log }) {
      const house = await openHouse(config, log, { borrow: true });
      const cases = await rebuildCompliance(house);
      await house.close();
      say(`${cases} cases measured by their logs.`);
      return 0;
    },
  },

  'rotate-keys': {
    options: {},
    async run({ config, log }) {
      const house = await openHouse(config, log, { borrow: true });
      const { keys, files, unopened } = await rotateKeys(
        house,
        await openKeyRing(config, resolve(config.dataDir)),
      );
      await house.close();
      say(`${keys} keys wrapped by the current SECRET_KEY, ${files} files sealed anew.`);
      if (unopened > 0)
        say(`${unopened} could not be opened: name the key they were sealed with in SECRET_KEYS_OLD.`);
      return unopened > 0 ? 1 : 0;
    },
  },

  retention: {
    options: { 'dry-run': { type: 'boolean', default: false }, institution: { type: 'string' } },
    async run({ config, log, values }) {
      if (values['dry-run'] !== true) {
        say('tuntas retention --dry-run [--institution kemensos]');
        say(
          'Destroying takes two people: one proposes in the console (/konsol/data-pribadi), another confirms.',
        );
        return 2;
      }
      const house = await openHouse(config, log, { borrow: true });
      const only = typeof values.institution === 'string' ? values.institution : null;
      const lines = await listRetention(house, only);
      await house.close();
      for (const line of lines) say(line);
      return 0;
    },
  },

  'database-roles': {
    options: {},
    async run({ config, log }) {
      const house = await openHouse(config, log, { borrow: true });
      const accounts = await accountsOf(house.office.keys, house.database);
      await house.close();
      for (const statement of accountStatements(Object.values(accounts))) say(statement);
      return 0;
    },
  },

  'open311-key': {
    options: {
      institution: { type: 'string' },
      client: { type: 'string' },
      revoke: { type: 'boolean', default: false },
    },
    async run({ config, log, values }) {
      const { institution, client } = values as Record<string, string | undefined>;
      const revoke = values.revoke === true;
      if (institution === undefined || (revoke && client === undefined)) {
        say('tuntas open311-key --institution kemensos [--client "Name of the program" [--revoke]]');
        return 2;
      }
      const house = await openHouse(config, log, { borrow: true });
      const { lines, done } = await orderKey(house, { institution, client: client ?? null, revoke });
      await house.close();
      for (const line of lines) say(line);
      return done ? 0 : 1;
    },
  },

  'verify-ledger': {
    options: { against: { type: 'string' }, sealed: { type: 'boolean', default: false } },
    async run({ config, log, values }) {
      const house = await openHouse(config, log, { borrow: true });
      const against = values.against as string | undefined;
      const whole = await verifyOnTerminal(house, { against, sealed: values.sealed === true }, say);
      await house.close();
      return whole ? 0 : 1;
    },
  },

  'shred-identity': {
    options: {
      reason: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
    async run({ config, log, values, positionals }) {
      const dryRun = values['dry-run'] === true;
      const reason = typeof values.reason === 'string' ? values.reason : '';
      if (positionals.length === 0 || (reason.trim() === '' && !dryRun)) {
        say('tuntas shred-identity 2611-00412 [2611-00413 …] --reason "why the purpose is over" [--dry-run]');
        return 2;
      }
      const house = await openHouse(config, log, { borrow: true });
      const { lines, refused } = await shredIdentities(house, positionals, { reason, dryRun });
      await house.close();
      for (const line of lines) say(line);
      return refused > 0 ? 1 : 0;
    },
  },

  'export-anchors': {
    options: { sealed: { type: 'boolean', default: false } },
    async run({ config, log, values }) {
      const house = await openHouse(config, log, { borrow: true });
      say(await exportAnchors(house, values.sealed === true));
      await house.close();
      return 0;
    },
  },

  'explain-clocks': {
    options: {},
    async run({ config, log, positionals }) {
      const house = await openHouse(config, log, { borrow: true });
      const lines = await explainClocks(house, positionals[0] ?? '');
      await house.close();
      for (const line of lines ?? ['No case has this number or code.']) say(line);
      return lines === null ? 1 : 0;
    },
  },
};

/** Resolves when the operator or the system asks to stop; a second signal stops at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
