import { parseArgs } from 'node:util';
import { readConfig } from '../platform/config/config.ts';
import { DatabaseUnavailable } from '../platform/db/database-unavailable.ts';
import { openLog } from '../platform/log/log.ts';
import { StartRefused } from './start-refused.ts';
import { verbs } from './verbs.ts';

/** `tuntas <verb>`: one line per verb in `verbs.ts`. Exits with 0, 1 (refused) or 2 (not understood). */
async function main(): Promise<number> {
  const [name = 'serve', ...rest] = process.argv.slice(2);
  const verb = verbs[name];
  if (verb === undefined) {
    process.stderr.write(`tuntas: "${name}" is not a verb. Verbs: ${Object.keys(verbs).join(', ')}\n`);
    return 2;
  }
  const config = readConfig(process.env);
  if (!config.ok) {
    for (const { variable, problem } of config.error) process.stderr.write(`${variable} ${problem}\n`);
    return 2;
  }
  const { values, positionals } = parseArgs({
    args: rest,
    options: verb.options,
    allowPositionals: true,
    strict: true,
  });
  return verb.run({ config: config.value, log: openLog(config.value.logLevel), values, positionals });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof StartRefused)
      for (const reason of error.reasons) process.stderr.write(`${reason}\n`);
    else if (error instanceof DatabaseUnavailable) process.stderr.write(`${error.message}\n`);
    else if (isUsage(error)) process.stderr.write(`tuntas: ${error.message}\n`);
    else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(isUsage(error) ? 2 : 1);
  },
);

function isUsage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
