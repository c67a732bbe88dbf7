import { ask, type Client } from './client.ts';
import type { Officer, Officers } from './office.ts';
import { someText } from './words.ts';

/** Where a case may be left: after which of its acts. */
export const stages = [
  'submission',
  'verification',
  'disposition',
  'acceptance',
  'handling-report',
  'report-approval',
  'closure',
  'finish',
  'confirmation',
] as const;
export type Stage = (typeof stages)[number];

export interface Handled {
  readonly id: string;
  readonly number: string;
  readonly trackingCode: string;
}

const classification = {
  kind: 'complaint',
  oversight: false,
  urgent: false,
  categoryId: null,
  areaCode: null,
  note: '',
} as const;

const content = {
  findings: 'Kartu pelapor tertelan mesin pada bulan Agustus dan belum diganti oleh bank penyalur.',
  actions: 'Petugas meminta kartu pengganti, lalu menyerahkannya kepada pelapor di kantor desa.',
  evidence: 'Tanda terima kartu dan foto penyerahan.',
  basis: 'Pedoman umum penyaluran bantuan.',
  outcome: 'met-fully',
  answer: 'Kartu Anda sudah diganti dan bantuan dua bulan terakhir sudah dapat diambil.',
};

/**
 * One case from its submission to the reporter's verdict, by the printed steps of the ministry's procedure,
 * one request after another; `until` leaves it in between. A case's id is found by its number, which is what
 * an officer sees; that look-up is no part of the cycle and is done only where the officers act.
 */
export async function runLifeCycle(
  client: Client,
  officers: Officers,
  findId: (number: string) => Promise<string>,
  until: Stage = 'confirmation',
): Promise<Handled> {
  const text = someText();
  const { trackingCode, receipt } = await ask<{ trackingCode: string; receipt: { number: string } }>(client, {
    method: 'POST',
    path: '/api/v1/submissions',
    body: { text, kind: 'complaint', institution: 'kemensos' },
  });
  const id = await findId(receipt.number);
  const handled = { id, number: receipt.number, trackingCode };
  for (const [stage, officer, body] of acts(officers, text)) {
    if (stages.indexOf(stage) > stages.indexOf(until)) return handled;
    await ask(client, {
      method: 'POST',
      path: `/api/v1/cases/${id}/${stage}`,
      headers: officer.headers,
      body,
    });
  }
  if (until !== 'confirmation') return handled;
  await ask(client, {
    method: 'POST',
    path: `/api/v1/tracking/${trackingCode}/confirmation`,
    body: { score: 5, comment: 'Terima kasih.' },
  });
  return handled;
}

function acts(officers: Officers, text: string): readonly (readonly [Stage, Officer, object])[] {
  const { verifier, handler, reviewer, head, unitId } = officers;
  return [
    ['verification', verifier, { ...classification, title: text.slice(0, 80) }],
    ['disposition', verifier, { unitId, copyUnitIds: [], note: '' }],
    ['acceptance', handler, {}],
    ['handling-report', handler, { content }],
    ['report-approval', reviewer, { note: '' }],
    ['closure', head, { note: '' }],
    ['finish', handler, { answer: content.answer }],
  ];
}
