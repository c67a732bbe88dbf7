import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { MailboxSettings } from '../mail/mailbox.ts';
import { readCallSecrets } from './call-config.ts';
import type { ConfigProblem, Given } from './config-problem.ts';
import { readMailboxes } from './mail-config.ts';
import { type ProviderConfig, providerProblems, readProvider } from './provider-config.ts';
import { readSmsLines, type SmsLineSettings } from './sms-config.ts';

/** Everything that can be set from outside, read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absent: a private PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly secretKeys: SecretKeySources;
  /** How the world reaches us; in links of messages. */
  readonly publicUrl: string;
  /** Whether cookies go over https only; follows from `publicUrl`. */
  readonly secureCookies: boolean;
  /** Sessions with SMS operators (SMPP); empty: nothing comes or goes by SMS. */
  readonly smsLines: readonly SmsLineSettings[];
  /** What telephone systems sign their announcements with, by institution; empty: agents begin every call by hand. */
  readonly callSecrets: ReadonlyMap<string, string>;
  /** Mailboxes (IMAP) that people write to; empty: nothing comes by mail. */
  readonly mailIn: readonly MailboxSettings[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: (typeof logLevels)[number];
  readonly metricsToken: string | null;
  /** The institution that takes in what names none; absent: the first one set up. */
  readonly defaultInstitution: string | null;
  /** Where holes are reported to, for `/.well-known/security.txt`; absent: no such file. */
  readonly securityContact: string | null;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  /** Origins that people may have called although they are inside our network or without TLS. */
  readonly innerAddresses: readonly string[];
  /** Absent: staff sign in by local accounts alone. */
  readonly provider: ProviderConfig | null;
}

/** Where the key that seals identities comes from. At most one of the first three; none: made once, kept in the data folder. */
export interface SecretKeySources {
  readonly key: string | null;
  readonly file: string | null;
  /** A command of the operator's (a key management service) whose standard output is the key. */
  readonly command: string | null;
  /** Earlier keys, which still open what they sealed. */
  readonly old: readonly string[];
  /** The same from a file, one a line. */
  readonly oldFile: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; names every variable that is wrong at once. */
export function readConfig(env: Environment): Result<Config, readonly ConfigProblem[]> {
  const given: Given = (variable) => {
    const value = env[variable]?.trim();
    return value === undefined || value === '' ? null : value;
  };

  const port = Number(given('PORT') ?? 8080);
  const databaseUrl = given('DATABASE_URL');
  const publicUrl = (given('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/$/, '');
  const sms = readSmsLines(given('SMS_LINES'), publicUrl);
  const calls = readCallSecrets(given('CALL_SECRETS'));
  const smtpUrl = given('SMTP_URL');
  const innerAddresses = listOf(given('INNER_ADDRESSES'));
  const mail = readMailboxes(given);
  const logLevel = logLevels.find((known) => known === (given('LOG_LEVEL') ?? 'info'));
  const problems = [
    portProblem(port, given('PORT')),
    databaseProblem(databaseUrl),
    ...keyProblems(given),
    addressProblem(publicUrl),
    ...mailProblems(smtpUrl, given('MAIL_FROM')),
    contactProblem(given('SECURITY_CONTACT')),
    ...providerProblems(given),
    ...sms.problems,
    originProblem(innerAddresses),
    ...calls.problems,
    ...mail.problems,
    logLevel === undefined
      ? {
          variable: 'LOG_LEVEL',
          problem: `"${given('LOG_LEVEL')}" is not a level; give one of ${logLevels.join(', ')}.`,
        }
      : null,
  ].filter((problem) => problem !== null);
  if (problems.length > 0 || logLevel === undefined) return err(problems);
  return ok({
    host: given('HOST') ?? '127.0.0.1',
    port,
    databaseUrl,
    dataDir: given('DATA_DIR') ?? './data',
    secretKeys: secretKeySources(given),
    publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    smsLines: sms.lines,
    callSecrets: calls.secrets,
    mailIn: mail.mailboxes,
    smtpUrl,
    mailFrom: given('MAIL_FROM') ?? 'Tuntas <no-reply@localhost>',
    logLevel,
    metricsToken: given('METRICS_TOKEN'),
    defaultInstitution: given('DEFAULT_INSTITUTION'),
    securityContact: given('SECURITY_CONTACT'),
    trustProxy: listOf(given('TRUST_PROXY')),
    innerAddresses,
    provider: readProvider(given),
  });
}

function portProblem(port: number, typed: string | null): ConfigProblem | null {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return null;
  return {
    variable: 'PORT',
    problem: `"${typed}" is not a port; give a whole number from 0 to 65535, for example 8080.`,
  };
}

function databaseProblem(url: string | null): ConfigProblem | null {
  if (url === null || /^postgres(ql)?:\/\//.test(url)) return null;
  return {
    variable: 'DATABASE_URL',
    problem:
      'must begin with postgres:// or postgresql://, for example postgres://tuntas@db.internal/tuntas.',
  };
}

const keySources = ['SECRET_KEY', 'SECRET_KEY_FILE', 'SECRET_KEY_COMMAND'] as const;

function secretKeySources(given: Given): SecretKeySources {
  return {
    key: given('SECRET_KEY'),
    file: given('SECRET_KEY_FILE'),
    command: given('SECRET_KEY_COMMAND'),
    old: (given('SECRET_KEYS_OLD') ?? '').split(/\s+/).filter((one) => one !== ''),
    oldFile: given('SECRET_KEYS_OLD_FILE'),
  };
}

function keyProblems(given: Given): readonly (ConfigProblem | null)[] {
  const named = keySources.filter((variable) => given(variable) !== null);
  if (named.length > 1) {
    const problem = `is set beside ${named[0]}; give the key in one way only.`;
    return named.slice(1).map((variable) => ({ variable, problem }));
  }
  if (named.length === 0 && given('NODE_ENV') === 'production') {
    const problem =
      'must be set when NODE_ENV=production, since it seals the identity of reporters and must outlive this machine.';
    return [{ variable: 'SECRET_KEY', problem }];
  }
  const key = given('SECRET_KEY');
  return [key === null ? null : { variable: 'SECRET_KEY', problem: weakness(key) }].filter(
    (one): one is ConfigProblem => one?.problem != null,
  );
}

/** What is wrong with a key, for the sentence that names where it came from; null where nothing is. */
export function weakness(key: string): string | null {
  if (key.length >= 32) return null;
  const advice = 'give at least 32, for example the output of: openssl rand -base64 48';
  return `has ${key.length} characters; ${advice}`;
}

function addressProblem(url: string): ConfigProblem | null {
  if (isUrl(url, ['http:', 'https:'])) return null;
  return {
    variable: 'PUBLIC_URL',
    problem: `"${url}" is not an address; give one such as https://lapor.example.go.id.`,
  };
}

function contactProblem(contact: string | null): ConfigProblem | null {
  if (contact === null || isUrl(contact, ['https:', 'mailto:', 'tel:'])) return null;
  return {
    variable: 'SECURITY_CONTACT',
    problem: `"${contact}" is no address; give one such as mailto:keamanan@example.go.id or https://example.go.id/keamanan.`,
  };
}

function mailProblems(url: string | null, from: string | null): readonly (ConfigProblem | null)[] {
  if (url === null) return [];
  const example = 'for example smtp://user:password@mail.internal:587.';
  return [
    isUrl(url, ['smtp:', 'smtps:'])
      ? null
      : { variable: 'SMTP_URL', problem: `must begin with smtp:// or smtps://, ${example}` },
    from === null
      ? {
          variable: 'MAIL_FROM',
          problem: 'must be set where SMTP_URL is, for example "Tuntas <lapor@example.go.id>".',
        }
      : null,
  ];
}

/** Whole origins only: a path would look as if it narrowed what may be called. */
function originProblem(origins: readonly string[]): ConfigProblem | null {
  const wrong = origins.find((one) => !isUrl(one, ['http:', 'https:']) || new URL(one).origin !== one);
  if (wrong === undefined) return null;
  return {
    variable: 'INNER_ADDRESSES',
    problem: `"${wrong}" is no origin; give scheme, host and port alone, such as http://10.1.2.3:9000.`,
  };
}

function listOf(text: string | null): readonly string[] {
  return (text ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
