import pg from 'pg';
import { scramVerifier } from './scram.ts';
import { type WallNames, wallRights } from './wall-rights.ts';

/** How one part of the server signs in to the database. */
export interface Account {
  readonly name: string;
  /** Of characters that need no escaping in an address. */
  readonly password: string;
}

export type Accounts = Readonly<Record<keyof WallNames, Account>>;

/** Whose accounts these are: nobody else's is given rights or another password because its name is the same. */
const mark = 'Made by Tuntas';

/**
 * Sees to the accounts and lays their rights anew, as the owner of the tables, in one transaction; starts at the same
 * time take turns. Gives null, or why it could not, for the operator: the server can still work as the owner.
 */
export async function layWall(owner: pg.Pool, accounts: Accounts): Promise<string | null> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await layOnce(owner, accounts);
    } catch (error) {
      // Granting waits for no lock: a table that another node changes at this moment breaks it off.
      if (retry === 5 || !/tuple concurrently updated/.test((error as Error).message)) throw error;
    }
  }
}

/** The statements that make the accounts, for whoever may make some where the server may not. They hold no password. */
export function accountStatements(accounts: readonly Account[]): readonly string[] {
  return accounts.flatMap(({ name, password }) => {
    const quoted = pg.escapeIdentifier(name);
    return [
      `create role ${quoted} login password ${pg.escapeLiteral(scramVerifier(password))};`,
      `comment on role ${quoted} is ${pg.escapeLiteral(mark)};`,
    ];
  });
}

/** Gives the accounts their passwords again, where others were set. False where the owner may not. */
export async function resetPasswords(owner: pg.Pool, accounts: Accounts): Promise<boolean> {
  try {
    for (const { name, password } of Object.values(accounts)) {
      const verifier = pg.escapeLiteral(scramVerifier(password));
      await owner.query(`alter role ${pg.escapeIdentifier(name)} password ${verifier}`);
    }
    return true;
  } catch (error) {
    if ((error as pg.DatabaseError).code === insufficientPrivilege) return false;
    throw error;
  }
}

async function layOnce(owner: pg.Pool, accounts: Accounts): Promise<string | null> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [turnLock]);
    const reason = await ensureAccounts(client, Object.values(accounts));
    if (reason === null) {
      const { rows } = await client.query<{ name: string }>('select current_database() as name');
      await client.query(wallRights(rows[0]?.name ?? '', namesOf(accounts)));
    }
    await client.query('commit');
    return reason;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const insufficientPrivilege = '42501';
const turnLock = 7_261_109_503;

async function ensureAccounts(client: pg.PoolClient, accounts: readonly Account[]): Promise<string | null> {
  const { rows } = await client.query<{ name: string; mark: string | null; mayCreate: boolean }>(
    `select r.rolname as name, shobj_description(r.oid, 'pg_authid') as mark, me.rolcreaterole or me.rolsuper as "mayCreate"
       from pg_roles me left join pg_roles r on r.rolname = any ($1) where me.rolname = current_user`,
    [accounts.map(({ name }) => name)],
  );
  const foreign = rows.find((role) => role.name !== null && role.mark !== mark);
  if (foreign !== undefined) return `the role "${foreign.name}" is there already and was not made by Tuntas`;
  const missing = accounts.filter(({ name }) => !rows.some((role) => role.name === name));
  if (missing.length > 0 && rows[0]?.mayCreate !== true)
    return `the role of DATABASE_URL may not create the roles ${missing.map(({ name }) => `"${name}"`).join(', ')}`;
  for (const statement of accountStatements(missing)) await client.query(statement);
  return null;
}

function namesOf({ app, ledger, inspectorate }: Accounts): WallNames {
  return { app: app.name, ledger: ledger.name, inspectorate: inspectorate.name };
}
