import { randomToken } from '../crypto/random.ts';
import { SendRefused } from '../smpp/line.ts';

/** A Kannel gateway (its smsbox) that holds the session with an operator. */
export interface GatewaySettings {
  /** What the operator is called here: in the log, and as the account of its messages. */
  readonly name: string;
  /** Of `sendsms`. */
  readonly address: string;
  readonly username: string;
  readonly password: string;
  /** The number that we send from. */
  readonly source: string;
  /** By which it shows us that it is the gateway. */
  readonly secret: string;
  /** Our address as the gateway sees it, without a slash at the end. */
  readonly here: string;
}

const answerWithinMs = 15_000;
/** 1 delivered, 2 not delivered, 16 refused by the operator; what is on its way says nothing yet. */
const receiptsAsked = '19';

/**
 * Hands a message over to the gateway, which cuts long ones itself; gives the id by which it tells what becomes of it.
 * Nobody's number or words stand in an address: they go in the headers and the body (Kannel's user guide, "sendsms").
 * Throws `SendRefused`.
 */
export async function submitByGateway(
  settings: GatewaySettings,
  to: string,
  { coding, text }: { readonly coding: 'gsm' | 'ucs2'; readonly text: string },
): Promise<string> {
  const { address, username, password, source } = settings;
  const id = randomToken();
  const headers = {
    'content-type': 'text/plain; charset=UTF-8',
    'x-kannel-username': username,
    'x-kannel-password': password,
    'x-kannel-from': source,
    'x-kannel-to': to,
    'x-kannel-dlr-mask': receiptsAsked,
    'x-kannel-dlr-url': receiptAddress(settings, id),
    'x-kannel-coding': coding === 'gsm' ? '0' : '2',
  };
  const signal = AbortSignal.timeout(answerWithinMs);
  const answer = await fetch(address, {
    method: 'POST',
    headers,
    body: text,
    redirect: 'error',
    signal,
  }).catch(() => null);
  if (answer === null) throw new SendRefused('no line', false);
  await answer.body?.cancel();
  // 400: it will never take this one. A password that is wrong is put right by somebody.
  if (!answer.ok) throw new SendRefused(`kannel ${answer.status}`, answer.status === 400);
  return id;
}

/** Where the gateway tells what became of a message; `%d` is filled in by it. */
function receiptAddress({ here, name, secret }: GatewaySettings, id: string): string {
  const [scheme, rest] = here.split('://');
  return `${scheme}://${name}:${encodeURIComponent(secret)}@${rest}/api/v1/sms-gateways/${name}/receipts?id=${id}&status=%d`;
}
