import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../browser/open-house.ts';

const programs = ['/usr/sbin/bearerbox', '/usr/sbin/smsbox'] as const;

/** Why no Kannel can be run here; false where one can. */
export function noKannel(): string | false {
  return programs.every(existsSync) ? false : 'no Kannel is installed (Debian: apt-get install kannel)';
}

/**
 * Debian's Kannel on loopback: a session with the operator's message centre at `smsc`, and every SMS brought by HTTP to
 * `messages`, with the name and the secret in the address.
 */
export async function openKannel({ smsc, messages }: { readonly smsc: number; readonly messages: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-kannel-'));
  const [admin, boxes, sendsms] = [await freePort(), await freePort(), await freePort()];
  const file = join(folder, 'kannel.conf');
  await writeFile(file, configuration({ smsc, messages, admin, boxes, sendsms }));
  const started: ChildProcess[] = [];
  after(async () => {
    for (const one of started.reverse()) await end(one);
    await rm(folder, { recursive: true, force: true });
  });
  for (const [program, port] of [
    [programs[0], boxes],
    [programs[1], sendsms],
  ] as const) {
    started.push(spawn(program, [file], { stdio: 'ignore', cwd: folder }));
    await whenOpen(port);
  }
  return { sendsms };
}

/** What docs/how-to/connect-an-sms-operator.md tells to write, with the ports and passwords of the test. */
function configuration(of: {
  readonly smsc: number;
  readonly messages: string;
  readonly admin: number;
  readonly boxes: number;
  readonly sendsms: number;
}): string {
  return `
group = core
admin-port = ${of.admin}
admin-interface = 127.0.0.1
admin-password = only-for-this-test
smsbox-port = ${of.boxes}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
dlr-storage = internal

group = smsc
smsc = smpp
smsc-id = operator
host = 127.0.0.1
port = ${of.smsc}
transceiver-mode = true
smsc-username = tuntas
smsc-password = rahasia
system-type = ""
my-number = 1708
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${of.boxes}
sendsms-port = ${of.sendsms}
sendsms-interface = 127.0.0.1
mo-recode = true
http-request-retry = 30
http-queue-delay = 1

group = sms-service
keyword = default
catch-all = true
post-url = "${of.messages}?id=%I"
send-sender = true
max-messages = 0
concatenation = true

group = sendsms-user
username = tuntas
password = kata-sandi-kannel
concatenation = true
max-messages = 2
`;
}

async function whenOpen(port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    if (tries > 600) throw new Error('Kannel did not come up');
    await delay(50);
  }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}
