import type { Actor } from './actor.ts';
import { holds } from './can.ts';
import type { Permission } from './permissions.ts';

/**
 * Who may come in at one way of the API at all. What they find inside, and what they may do there, their grants
 * decide case by case and unit by unit (`can`); a door only keeps out who has no business behind it.
 * - `anyone`: public, or proved inside by something else than a session (a password, half a sign-in);
 * - `code`: whoever holds the tracking code of a case;
 * - `staff`: everybody who is signed in; behind it lies what is their own, or a case, which is answered like one
 *   that does not exist where it is out of their reach;
 * - permissions: who holds one of them somewhere.
 */
export type Door = 'anyone' | 'code' | 'staff' | readonly Permission[];

const cases: Door = ['case.read', 'assignment.work'];
const office: Door = ['organization.manage'];
const people: Door = ['people.manage'];
const procedures: Door = ['procedure.manage'];
const calendars: Door = ['calendar.manage'];
const figures: Door = ['statistics.read'];
const privacy: Door = ['privacy.manage'];
const privacyRecords: Door = ['privacy.manage', 'privacy.oversee'];
const sealed: Door = ['case.read-sealed'];
const entry: Door = ['submission.enter'];
const calls: Door = ['call.take'];
const letters: Door = ['letter.print'];
const webhooks: Door = ['webhook.manage'];
const traffic: Door = ['notification.read', 'message.handle'];
const setAside: Door = ['message.handle'];

/** Every way of `/api/v1`. A way that is not named here is not built: the server refuses to start with it. */
export const doors: Readonly<Record<string, Door>> = {
  'GET /openapi.json': 'anyone',
  'GET /areas': 'anyone',
  'GET /publications': 'anyone',
  'GET /publications/:id': 'anyone',
  'POST /submissions': 'anyone',
  'POST /uploads': 'anyone',
  'POST /sms-gateways/:line/messages': 'anyone',
  'GET /sms-gateways/:line/receipts': 'anyone',
  'POST /entries': entry,
  'POST /entries/uploads': entry,
  'POST /calls': 'anyone',
  'GET /calls': calls,
  'POST /calls/own': calls,
  'POST /calls/:id/taking': calls,
  'POST /calls/:id/wrap-up': calls,
  'GET /letters': letters,
  'POST /letters/:id/printing': letters,
  'GET /tracking/:code': 'code',
  'GET /tracking/:code/data': 'code',
  'GET /tracking/:code/receipt.pdf': 'code',
  'POST /tracking/:code/:act': 'code',
  'POST /tracking/:code/attachments': 'code',

  'POST /session': 'anyone',
  'DELETE /session': 'anyone',
  'GET /session': 'staff',
  'GET /session/all': 'staff',
  'DELETE /session/all': 'staff',
  'DELETE /session/all/:id': 'staff',
  'POST /session/password': 'staff',
  'POST /session/proof': 'staff',
  'GET /session/ways': 'anyone',
  'GET /session/step': 'anyone',
  'POST /session/provider': 'anyone',
  'GET /session/provider/callback': 'anyone',
  'POST /session/passkey/options': 'anyone',
  'POST /session/passkey': 'anyone',
  'POST /session/proof/passkey/options': 'staff',
  'POST /session/proof/passkey': 'staff',
  'POST /session/passkeys/options': 'anyone',
  'POST /session/passkeys': 'anyone',
  'PUT /session/passkeys/:id': 'staff',
  'DELETE /session/passkeys/:id': 'staff',
  'POST /session/second-factor': 'anyone',
  'GET /session/second-factor': 'staff',
  'POST /session/second-factor/totp': 'anyone',
  'POST /session/second-factor/totp/confirmation': 'anyone',
  'DELETE /session/second-factor/totp': 'staff',
  'POST /session/second-factor/recovery-codes': 'staff',

  'GET /cases': cases,
  'GET /cases/counts': 'staff',
  'GET /cases/:id': cases,
  'GET /cases/:id/redaction': ['case.publish'],
  'GET /cases/:id/assignees': cases,
  'GET /open-work': ['case.assign'],
  'POST /open-work/hand-over': ['case.assign'],
  'GET /cases/:id/attachments/:attachmentId': cases,
  'GET /cases/:id/drawing': cases,
  'POST /cases/:id/dossier': ['case.export'],
  'POST /cases/searches': ['identity.search'],
  'GET /cases/:id/people': cases,
  'GET /cases/:id/rights': ['case.read'],
  'POST /cases/:id/:act': cases,
  'POST /cases/:id/attachments': cases,

  'GET /sealed-cases': sealed,
  'GET /sealed-cases/:id': sealed,
  'GET /sealed-cases/:id/people': sealed,
  'GET /sealed-cases/:id/attachments/:attachmentId': sealed,
  'POST /sealed-cases/:id/:act': sealed,

  'GET /institutions': 'anyone',
  'POST /institutions': office,
  'PUT /institutions/:id': office,
  'GET /institutions/:id/units': 'anyone',
  'POST /institutions/:id/units': office,
  'PUT /units/:id': office,
  'GET /institutions/:id/categories': 'anyone',
  'POST /institutions/:id/categories': office,
  'PUT /categories/:id': office,

  'POST /invitation': 'anyone',
  'POST /invitation/password': 'anyone',

  'GET /roles': 'staff',
  'GET /institutions/:id/people': people,
  'POST /institutions/:id/people': people,
  'POST /institutions/:id/invitations': people,
  'POST /people/:id/invitation': people,
  'DELETE /people/:id/invitation': people,
  'PUT /people/:id': people,
  'GET /people/:id/rights': 'staff',
  'GET /people/:id/deputies': 'staff',
  'GET /people/:id/deputies/candidates': 'staff',
  'POST /people/:id/deputies': 'staff',
  'GET /deputyships/absentees': ['case.close', 'people.manage'],
  'DELETE /deputyships/:id': 'staff',
  'POST /people/:id/password': people,
  'DELETE /people/:id/lock': people,
  'DELETE /people/:id/second-factor': people,
  'PUT /people/:id/provider': people,
  'DELETE /people/:id/provider': people,
  'GET /institutions/:id/group-roles': people,
  'POST /institutions/:id/group-roles': people,
  'DELETE /group-roles/:id': people,

  'GET /procedures': 'anyone',
  'GET /procedures/:institution/:name': 'anyone',
  'GET /procedures/:institution/:name/versions': 'anyone',
  'GET /procedures/:institution/:name/versions/:version': 'anyone',
  'GET /procedures/:institution/:name/versions/:version.yaml': 'anyone',
  'GET /procedures/:institution/:name/versions/:version.bpmn': 'anyone',
  'GET /procedures/:institution/:name/versions/:version/drawing': 'anyone',
  'GET /procedures/:institution/:name/comparison': 'anyone',
  'GET /procedures/drafts': procedures,
  'POST /procedures/drafts': procedures,
  'POST /procedures/drafts/upload': procedures,
  'GET /procedures/drafts/:id': procedures,
  'PUT /procedures/drafts/:id': procedures,
  'DELETE /procedures/drafts/:id': procedures,
  'GET /procedures/drafts/:id.yaml': procedures,
  'GET /procedures/drafts/:id/drawing': procedures,
  'GET /procedures/drafts/:id/comparison': procedures,
  'POST /procedures/drafts/:id/release': procedures,
  'POST /procedures/simulations': ['procedure.manage', 'statistics.read'],

  'GET /notifications': 'staff',
  'POST /notifications/reading': 'staff',
  'POST /notifications/:id/reading': 'staff',

  'GET /traffic': traffic,
  'GET /traffic/in': traffic,
  'GET /traffic/out': traffic,
  'GET /traffic/in/:id': setAside,
  'POST /traffic/in/:id/reading': setAside,
  'POST /traffic/in/:id/discard': setAside,
  'POST /traffic/in/:id/sender': setAside,
  'POST /traffic/out/:id/retry': traffic,
  'POST /traffic/out/:id/giving-up': traffic,
  'GET /channels': traffic,
  'GET /channels/templates': traffic,
  'POST /channels/sms/test': ['channel.test'],

  'GET /institutions/:id/webhooks': webhooks,
  'POST /institutions/:id/webhooks': webhooks,
  'GET /webhooks/:id': webhooks,
  'PUT /webhooks/:id': webhooks,
  'DELETE /webhooks/:id': webhooks,
  'POST /webhooks/:id/secret': webhooks,
  'POST /webhooks/:id/ping': webhooks,
  'GET /webhooks/:id/deliveries': webhooks,
  'POST /webhooks/:id/replay': webhooks,

  'GET /statistics/units': figures,
  'GET /statistics/compliance': figures,
  'GET /statistics/compliance.csv': figures,
  'GET /statistics/compliance/cases': figures,
  'GET /statistics/compliance/runs': figures,
  'GET /statistics/compliance/steps/:step/cases': figures,

  'GET /calendars/years/:year': 'anyone',
  'GET /calendars/revisions': calendars,
  'POST /calendars/revisions': calendars,
  'GET /calendars/revisions/:id': calendars,
  'PUT /calendars/revisions/:id': calendars,
  'GET /calendars/revisions/:id/preview': calendars,
  'POST /calendars/revisions/:id/handing-over': calendars,
  'POST /calendars/revisions/:id/return': calendars,
  'POST /calendars/revisions/:id/application': calendars,
  'POST /calendars/revisions/:id/discard': calendars,
  'POST /calendars/readings': calendars,

  'GET /privacy/register': privacyRecords,
  'PUT /privacy/contact': privacy,
  'GET /privacy/requests': privacyRecords,
  'GET /privacy/retention': privacyRecords,
  'PUT /privacy/retention/period': privacy,
  'POST /privacy/retention/runs': privacy,
  'POST /privacy/retention/runs/:id/confirmation': privacyRecords,
  'POST /privacy/retention/runs/:id/withdrawal': privacy,
  'GET /privacy/breaches': privacyRecords,
  'POST /privacy/breaches': privacy,
  'GET /privacy/breaches/:id': privacyRecords,
  'PUT /privacy/breaches/:id': privacy,
  'POST /privacy/breaches/:id/note': privacyRecords,
  'POST /privacy/breaches/:id/notice': privacy,
  'POST /privacy/breaches/:id/closing': privacy,
};

/**
 * Who may come in at a way of Open311 (`/open311/v2`), in either format: everybody, or a program with the key of an
 * institution. A key that is sent opens, wherever it is sent, what was filed by it and no more.
 */
export type ClientDoor = 'anyone' | 'key';

/** As closed as `doors`: a way that is not named here is not built. */
export const open311Doors: Readonly<Record<string, ClientDoor>> = {
  'GET /discovery': 'anyone',
  'GET /services': 'anyone',
  'GET /services/:code': 'anyone',
  'GET /requests': 'anyone',
  'GET /requests/:id': 'anyone',
  'POST /requests': 'key',
  'GET /tokens/:token': 'key',
  'GET /servicerequestupdates': 'key',
  'POST /servicerequestupdates': 'key',
};

/** The door of a way, `GET /cases/:id`; the acts on a case share one each for officers and reporters. */
export function doorOf(method: string, path: string): Door | undefined {
  const way = `${method === 'HEAD' ? 'GET' : method} ${path}`;
  const act = /^(POST \/(?:cases\/:id|sealed-cases\/:id|tracking\/:code))\/[a-z-]+$/.exec(way)?.[1];
  return doors[way] ?? (act === undefined ? undefined : doors[`${act}/:act`]);
}

/** Why somebody is not let in, or null. Who is signed in nowhere is asked to be, where that could help. */
export function barred(actor: Actor, door: Door): 'not-signed-in' | 'not-authorized' | null {
  if (door === 'anyone' || door === 'code') return null;
  if (actor.kind !== 'person') return 'not-signed-in';
  if (door === 'staff') return null;
  return door.some((permission) => holds(actor, permission)) ? null : 'not-authorized';
}
