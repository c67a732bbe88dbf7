import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../scripts/tree.ts';
import { doors, open311Doors } from '../../src/domain/access/doors.ts';
import { type EntryKind, entryKinds } from '../../src/domain/ledger/entry.ts';
import { root } from '../../src/main/root.ts';

/**
 * How each way of the API that changes something is remembered: by entries of the ledger, by events of its case, or not,
 * with the reason. A way that is added tomorrow fails here until somebody has said which.
 */
type Remembered = readonly EntryKind[] | 'events of the case' | { readonly not: string };

const drafts = { not: 'a draft changes nothing until it is released or applied, which is entered' };
const half = { not: 'half a way: what it leads to is entered' };

const remembered: Readonly<Record<string, Remembered>> = {
  'POST /submissions': 'events of the case',
  'POST /entries': 'events of the case',
  'POST /entries/uploads': {
    not: 'a scan for an entry that may never be sent; it belongs to a case afterwards',
  },
  'POST /calls': { not: 'what a telephone system says of a call stands with the call' },
  'POST /calls/own': ['call.taken'],
  'POST /calls/:id/taking': ['call.taken'],
  'POST /calls/:id/wrap-up': ['call.wrapped-up'],
  'POST /letters/:id/printing': ['letter.printed'],
  'POST /tracking/:code/:act': 'events of the case',
  'POST /tracking/:code/attachments': 'events of the case',
  'POST /cases/:id/:act': 'events of the case',
  'POST /cases/:id/attachments': 'events of the case',
  'POST /open-work/hand-over': 'events of the case',
  'POST /sealed-cases/:id/:act': {
    not: 'its events stand in the chain of the sealed door (ADR 0025); a row elsewhere would be a sign',
  },
  'POST /uploads': {
    not: 'a file of a form that may never be sent; it is an event once it belongs to a case',
  },
  'POST /sms-gateways/:line/messages': {
    not: 'an SMS waits to be read; what it does then is an event of its case',
  },
  'POST /open311/v2/requests': 'events of the case',
  'POST /open311/v2/servicerequestupdates': 'events of the case',
  'POST /cases/searches': ['identity.searched'],
  'POST /cases/:id/dossier': ['dossier.exported'],

  'POST /session': ['session.opened', 'session.refused', 'session.locked'],
  'POST /session/passkey': ['session.opened'],
  'POST /session/second-factor': ['session.opened', 'session.refused'],
  'POST /session/provider': half,
  'POST /session/passkey/options': half,
  'POST /session/passkeys/options': half,
  'POST /session/proof/passkey/options': half,
  'POST /session/second-factor/totp': half,
  'POST /session/proof': ['proof.refused'],
  'POST /session/proof/passkey': ['proof.refused'],
  'POST /session/password': ['password.changed', 'proof.refused'],
  'POST /session/passkeys': ['second-factor.added'],
  'POST /session/second-factor/totp/confirmation': ['second-factor.added'],
  'POST /session/second-factor/recovery-codes': ['recovery-codes.renewed'],
  'DELETE /session/passkeys/:id': ['second-factor.removed'],
  'DELETE /session/second-factor/totp': ['second-factor.removed'],
  'PUT /session/passkeys/:id': { not: 'the name that somebody gives to a key of their own' },
  'DELETE /session': ['session.ended'],
  'DELETE /session/all': ['session.ended'],
  'DELETE /session/all/:id': ['session.ended'],

  'POST /institutions': ['institution.added'],
  'PUT /institutions/:id': ['institution.changed'],
  'POST /institutions/:id/units': ['unit.added'],
  'PUT /units/:id': ['unit.changed'],
  'POST /institutions/:id/categories': ['category.added'],
  'PUT /categories/:id': ['category.changed'],
  'POST /institutions/:id/people': ['person.added'],
  'PUT /people/:id': ['person.changed'],
  'POST /people/:id/deputies': ['deputy.named'],
  'DELETE /deputyships/:id': ['deputy.ended'],
  'POST /people/:id/password': ['person.password-reset'],
  'DELETE /people/:id/lock': ['person.unlocked'],
  'DELETE /people/:id/second-factor': ['person.second-factor-reset'],
  'PUT /people/:id/provider': ['person.linked'],
  'DELETE /people/:id/provider': ['person.unlinked'],
  'POST /institutions/:id/group-roles': ['group-role.added'],
  'DELETE /group-roles/:id': ['group-role.removed'],
  'POST /institutions/:id/invitations': ['person.invited'],
  'POST /people/:id/invitation': ['person.invited'],
  'DELETE /people/:id/invitation': ['invitation.withdrawn'],
  'POST /invitation': half,
  'POST /invitation/password': ['invitation.accepted'],

  'POST /procedures/drafts': drafts,
  'POST /procedures/drafts/upload': drafts,
  'PUT /procedures/drafts/:id': drafts,
  'DELETE /procedures/drafts/:id': drafts,
  'POST /procedures/drafts/:id/release': ['procedure.released'],
  'POST /procedures/simulations': { not: 'it calculates and keeps nothing' },
  'POST /calendars/readings': { not: 'it reads a file and keeps nothing' },
  'POST /calendars/revisions': drafts,
  'PUT /calendars/revisions/:id': drafts,
  'POST /calendars/revisions/:id/discard': drafts,
  'POST /calendars/revisions/:id/handing-over': drafts,
  'POST /calendars/revisions/:id/return': drafts,
  'POST /calendars/revisions/:id/application': ['calendar.applied'],

  'PUT /privacy/contact': ['privacy-contact.changed'],
  'PUT /privacy/retention/period': ['retention.changed'],
  'POST /privacy/retention/runs': ['destruction.proposed'],
  'POST /privacy/retention/runs/:id/confirmation': ['destruction.confirmed'],
  'POST /privacy/retention/runs/:id/withdrawal': ['destruction.withdrawn'],
  'POST /privacy/breaches': ['breach.recorded'],
  'PUT /privacy/breaches/:id': ['breach.changed'],
  'POST /privacy/breaches/:id/note': ['breach.noted'],
  'POST /privacy/breaches/:id/notice': ['breach.told'],
  'POST /privacy/breaches/:id/closing': ['breach.closed'],

  'POST /institutions/:id/webhooks': ['webhook.added'],
  'PUT /webhooks/:id': ['webhook.changed'],
  'DELETE /webhooks/:id': ['webhook.removed'],
  'POST /webhooks/:id/secret': ['webhook.secret-renewed'],
  'POST /webhooks/:id/replay': ['webhook.replayed'],
  'POST /webhooks/:id/ping': { not: 'it tells of no case, and nothing of it is kept' },

  'POST /notifications/:id/reading': { not: 'what somebody has read of their own notices' },
  'POST /notifications/reading': { not: 'what somebody has read of their own notices' },

  'POST /traffic/in/:id/reading': ['message.let-in'],
  'POST /traffic/in/:id/discard': ['message.discarded'],
  'POST /traffic/in/:id/sender': ['sender.allowed', 'sender.disallowed'],
  'POST /channels/sms/test': ['channel.tested'],
  'POST /traffic/out/:id/retry': ['delivery.retried'],
  'POST /traffic/out/:id/giving-up': ['delivery.given-up'],
};

/** Entries that no way of the API leaves: of reading, of the citizens’ pages, of the command line, of a round of work. */
const besides: readonly EntryKind[] = [
  'roles.changed',
  'keys.rotated',
  'file.read',
  'message.read',
  'figures.exported',
  'case.emptied',
  'webhook.stopped',
  'account.signed-in',
  'account.refused',
  'account.signed-out',
  'account.destroyed',
  'client-key.issued',
  'client-key.revoked',
];

test('Every way that changes something says how it is remembered', () => {
  const open311 = Object.keys(open311Doors).map((way) => way.replace(' /', ' /open311/v2/'));
  const changing = [...Object.keys(doors), ...open311].filter((way) => !way.startsWith('GET '));
  assert.deepEqual(Object.keys(remembered).toSorted(), changing.toSorted());
});

test('Every kind of entry is left by something, and nothing is promised that no feature writes', () => {
  const promised = new Set([
    ...Object.values(remembered).flatMap((one) => (Array.isArray(one) ? one : [])),
    ...besides,
  ]);
  assert.deepEqual([...promised].toSorted(), [...entryKinds].toSorted());
  const source = listFiles('src').filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  const words = source
    .filter((path) => !path.endsWith('domain/ledger/entry.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const silent = entryKinds.filter(
    (kind) => !words.includes(`'${kind}'`) && !words.includes(`\`${kind.split('.')[0]}.\${`),
  );
  assert.deepEqual(silent, []);
});
