import { randomToken } from '../../platform/crypto/random.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { SessionView } from './contract.ts';
import { hashOfToken } from './find-actor.ts';
import { minutesFrom, signInLimits } from './limits.ts';
import { viewSession } from './view-session.ts';

/** Where a sign-in comes from. */
export interface Origin {
  readonly userAgent: string;
  /** The token that the browser sent: worth nothing afterwards. */
  readonly replaces: string | null;
  /** Whether the institution's provider vouched for the person. */
  readonly byProvider?: boolean;
}

export interface OpenedSession {
  readonly token: string;
  readonly view: SessionView;
}

/** A whole session for somebody who has proved all that is asked of them; the failures before it are forgotten. */
export async function openSession(ctx: Context, personId: string, from: Origin): Promise<OpenedSession> {
  await ctx.tx
    .updateTable('people')
    .set({ failed_attempts: 0, locked_until: null })
    .where('id', '=', personId)
    .execute();
  const token = await insertSession(ctx, personId, from, null);
  const actor = `person:${personId}`;
  await record(ctx, { kind: 'session.opened', institution: { ofPerson: personId }, actor });
  const view = await viewSession(ctx, token);
  if (view === undefined) throw new Error('a session was opened and is not there');
  return { token, view };
}

/**
 * A session of some minutes that is good for one thing: the second step of signing in, or setting up what a role
 * requires. Nobody acts with it: `findActor` does not know it.
 */
export async function openHalfSession(
  ctx: Context,
  personId: string,
  from: Origin,
  awaits: 'second-factor' | 'enrolment',
): Promise<string> {
  return insertSession(ctx, personId, from, awaits);
}

async function insertSession(
  ctx: Context,
  personId: string,
  from: Origin,
  awaits: 'second-factor' | 'enrolment' | null,
): Promise<string> {
  await dropSessions(ctx, personId, from.replaces);
  const token = randomToken();
  const minutes = awaits === null ? signInLimits.sessionHours * 60 : signInLimits.stepMinutes;
  await ctx.tx
    .insertInto('sessions')
    .values({
      token_hash: hashOfToken(ctx.office.keys, token),
      person_id: personId,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: minutesFrom(ctx.now, minutes),
      user_agent: from.userAgent.slice(0, 200),
      awaits,
      proved_at: ctx.now,
      by_provider: from.byProvider ?? false,
    })
    .execute();
  return token;
}

/** The person's ended sessions go with the next sign-in: none is kept longer than it can be of use. */
async function dropSessions(ctx: Context, personId: string, replaced: string | null): Promise<void> {
  const replacedHash = replaced === null ? null : hashOfToken(ctx.office.keys, replaced);
  await ctx.tx
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', ctx.now),
        eb('last_seen_at', '<=', minutesFrom(ctx.now, -signInLimits.idleMinutes)),
        ...(replacedHash === null ? [] : [eb('token_hash', '=', replacedHash)]),
      ]),
    )
    .execute();
}
