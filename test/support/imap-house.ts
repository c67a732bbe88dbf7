import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Why the tests with a real IMAP server are left out here; false where there is one. */
export const noImapServer = hasDovecot() ? false : 'Debian package dovecot-imapd is not installed';

function hasDovecot(): boolean {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' });
    execFileSync('test', ['-x', '/usr/lib/dovecot/imap']);
    return true;
  } catch {
    return false;
  }
}

export interface ImapHouse {
  readonly port: number;
  /** As `MAIL_IN` names it; `more` are further settings. */
  address(more?: string): string;
  /** A mail arrives in the inbox, as a mail server delivers it. */
  deliver(mail: string | Buffer): Promise<void>;
  /** How many mails lie in the inbox, and in the folder for those that were taken. */
  count(folder?: string): Promise<number>;
  /** Waits until the inbox is empty: everything in it was taken. */
  isTaken(): Promise<void>;
  /** Nothing more can be put into a folder, as where a quota is used up; or again. */
  lock(folder: string, isLocked: boolean): Promise<void>;
  setPassword(password: string): Promise<void>;
  /** Ends every session, as a server does that is started anew. */
  cut(): void;
}

let delivered = 0;

/** Dovecot in a folder of its own, on a free port of loopback, as whoever runs the tests. */
export async function openImapHouse(user = 'lapor', mailbox = 'lapor@contoh.go.id'): Promise<ImapHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-imap-'));
  const port = await freePort();
  const { uid, username } = userInfo();
  const isRoot = uid === 0;
  // Dovecot keeps no mail for root: then it is nobody's.
  const owner = isRoot ? { uid: 65_534, gid: 65_534 } : { uid, gid: userInfo().gid };
  const maildir = join(folder, 'mail');
  for (const one of ['new', 'cur', 'tmp']) await mkdir(join(maildir, one), { recursive: true });
  const setPassword = (password: string) => writeFile(join(folder, 'users'), `${user}:{PLAIN}${password}\n`);
  await setPassword('rahasia');
  await chmod(folder, 0o755);
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, configOf({ folder, port, owner, internal: isRoot ? null : username }));
  if (isRoot)
    for (const one of ['', 'new', 'cur', 'tmp']) await chown(join(maildir, one), owner.uid, owner.gid);
  const server = spawn('dovecot', ['-F', '-c', config], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  after(async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  await untilOpen(port);

  const count = async (inside?: string): Promise<number> => {
    const base = inside === undefined ? maildir : join(maildir, `.${inside}`);
    const lists = await Promise.all(['new', 'cur'].map((one) => readdir(join(base, one)).catch(() => [])));
    return lists.flat().length;
  };

  return {
    port,
    count,
    isTaken: () => until(async () => (await count()) === 0),
    address: (more = '') => `imap://${user}:rahasia@127.0.0.1:${port}/lapor?address=${mailbox}${more}`,
    async lock(inside, isLocked) {
      for (const one of ['new', 'cur', 'tmp'])
        await chmod(join(maildir, `.${inside}`, one), isLocked ? 0o500 : 0o700);
    },
    setPassword,
    async deliver(mail) {
      delivered += 1;
      const name = `${Date.now()}.M${delivered}P${process.pid}.test`;
      const text = typeof mail === 'string' ? mail.replaceAll(/\r?\n/g, '\r\n') : mail;
      await writeFile(join(maildir, 'tmp', name), text);
      if (isRoot) await chown(join(maildir, 'tmp', name), owner.uid, owner.gid);
      await rename(join(maildir, 'tmp', name), join(maildir, 'new', name));
    },
    cut: () => void execFileSync('doveadm', ['-c', config, 'kick', user], { stdio: 'ignore' }),
  };
}

interface Setting {
  readonly folder: string;
  readonly port: number;
  readonly owner: { readonly uid: number; readonly gid: number };
  /** Who Dovecot's own processes run as; null: the users that its package made. */
  readonly internal: string | null;
}

function configOf({ folder, port, owner, internal }: Setting): string {
  const users =
    internal === null
      ? ''
      : `default_internal_user = ${internal}
default_internal_group = ${userGroup()}
default_login_user = ${internal}
service anvil {
  chroot =
}
service imap-login {
  chroot =
}`;
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail
first_valid_uid = 1
${users}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail
}
auth_failure_delay = 0
`;
}

function userGroup(): string {
  return execFileSync('id', ['-gn']).toString().trim();
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function untilOpen(port: number): Promise<void> {
  return until(
    () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('data', () => socket.destroy());
      }),
  );
}

/** Looks until it is so; what has not come about in half a minute does not. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
