import { join } from 'node:path';
import { loadCalendar, loadRules } from '../features/clocks/index.ts';
import type { Office } from '../features/context/index.ts';
import { loadProcedures } from '../features/procedures/index.ts';
import type { Config } from '../platform/config/config.ts';
import { keptSecretKey } from '../platform/config/secret-key.ts';
import { openKeys } from '../platform/crypto/keys.ts';
import { openFolderStore } from '../platform/storage/files.ts';
import { root } from './root.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Everything that is read from files and held for the life of the process: procedures, calendars, rules,
 * keys, the folder of attachments. Throws `StartRefused` with every problem found, by file and line.
 */
export async function openOffice(config: Config, dataDir: string): Promise<Office> {
  const procedures = loadProcedures(join(root, 'procedures'));
  const calendar = loadCalendar(join(root, 'calendars'));
  const rules = loadRules(join(root, 'rules'));
  if (!procedures.ok || !calendar.ok || !rules.ok) {
    const dated = [calendar, rules].flatMap((loaded) =>
      loaded.ok ? [] : loaded.error.map((problem) => `${problem.file}:${problem.line} ${problem.message}`),
    );
    const drawn = procedures.ok ? [] : procedures.error.map((problem) => problem.message);
    throw new StartRefused([...drawn, ...dated]);
  }
  return {
    procedures: procedures.value,
    calendar: calendar.value,
    rules: rules.value.clocks,
    keys: openKeys(config.secretKey ?? (await keptSecretKey(dataDir))),
    files: openFolderStore(join(dataDir, 'attachments')),
    defaultInstitution: config.defaultInstitution,
  };
}
