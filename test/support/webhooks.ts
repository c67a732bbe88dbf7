import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type {
  DeliveryLog,
  WebhookInput,
  WebhookList,
  WebhookView,
  WebhookWithSecret,
} from '../../src/features/webhooks/contract.ts';
import type { TestHouse } from './house.ts';
import type { Officer } from './office.ts';
import type { openReceiver, ReceivedLetter } from './receiver.ts';

type Receiver = Awaited<ReturnType<typeof openReceiver>>;

export const allEvents: WebhookInput['events'] = [
  'case.opened',
  'case.moved',
  'case.answered',
  'case.closed',
  'case.reopened',
  'deadline.moved',
  'deadline.missed',
];

/** What stands in a letter. */
export interface LetterBody {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly case: { readonly number: string; readonly address: string; readonly institution: string };
    readonly event: number;
    readonly status: string;
    readonly step: string | null;
    readonly deadlines: readonly {
      readonly rule: string;
      readonly due: string | null;
      readonly paused: boolean;
      readonly missed: boolean;
    }[];
  };
}

/** An administrator who looks after webhooks. */
export function webhooksOf(admin: Officer, institution: string) {
  const path = `/institutions/${institution}/webhooks`;
  return {
    async adds(url: string, events: WebhookInput['events'] = allEvents): Promise<WebhookWithSecret> {
      const answer = await admin.ask<WebhookWithSecret>({ path, body: { url, events } });
      assert.equal(answer.status, 201, answer.text);
      return answer.body;
    },
    async changes({ id, url, events }: WebhookView, state: 'active' | 'paused'): Promise<WebhookView> {
      const body = { url, events, state };
      const answer = await admin.ask<WebhookView>({ method: 'PUT', path: `/webhooks/${id}`, body });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    },
    async sees(id: string): Promise<WebhookView> {
      const { body } = await admin.ask<WebhookList>({ path });
      const found = body.items.find((one) => one.id === id);
      assert.ok(found !== undefined);
      return found;
    },
    /** As if nobody had ever been told. */
    async removesAll(): Promise<void> {
      const { body } = await admin.ask<WebhookList>({ path });
      for (const { id } of body.items) await admin.ask({ method: 'DELETE', path: `/webhooks/${id}` });
    },
    async log(id: string, query = ''): Promise<DeliveryLog> {
      const answer = await admin.ask<DeliveryLog>({ path: `/webhooks/${id}/deliveries${query}` });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    },
    async replays(id: string, body: object): Promise<number> {
      const answer = await admin.ask<{ count: number }>({ path: `/webhooks/${id}/replay`, body });
      assert.equal(answer.status, 200, answer.text);
      return answer.body.count;
    },
  };
}

/** What a receiver answers from now on, and what it got. */
export function receiving(receiver: Receiver) {
  const letters = () => receiver.received.map((letter) => ({ ...bodyOf(letter), letter }));
  return {
    takes: () => receiver.answerBy((response) => response.writeHead(204).end()),
    refuses: (status = 500) => receiver.answerBy((response) => response.writeHead(status).end()),
    letters,
    numbers: () => letters().map(({ data }) => [data.case.number, data.event] as const),
  };
}

/** As a receiver verifies a letter, in the words of the convention and with nothing of ours. */
export function isSignedBy(secret: string, { headers, body }: ReceivedLetter): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const own = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(own);
}

export function bodyOf(letter: ReceivedLetter | undefined): LetterBody {
  return JSON.parse(letter?.body ?? '{}') as LetterBody;
}

/** Lets so many minutes pass, and the queue do what is due. */
export async function minutesLater(house: TestHouse, minutes: number): Promise<void> {
  house.clock.set(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString());
  await house.runJobs();
}
