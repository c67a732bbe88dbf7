import { err, ok, type Result } from '../../domain/shared/result.ts';

/** Everything that can be set from outside, read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absent: a private PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Absent: made once and kept in the data folder, readable by its owner alone. */
  readonly secretKey: string | null;
  /** How the world reaches us; in links of messages. */
  readonly publicUrl: string;
  /** Whether cookies go over https only; follows from `publicUrl`. */
  readonly secureCookies: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: (typeof logLevels)[number];
  readonly metricsToken: string | null;
  /** The institution that takes in what names none; absent: the first one set up. */
  readonly defaultInstitution: string | null;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What is wrong with one variable, in a sentence that says what to do. Never repeats a secret's value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; names every variable that is wrong at once. */
export function readConfig(env: Environment): Result<Config, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const wrong = (variable: string, problem: string): void => {
    problems.push({ variable, problem });
  };
  const given = (variable: string): string | null => {
    const value = env[variable]?.trim();
    return value === undefined || value === '' ? null : value;
  };

  const port = Number(given('PORT') ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    wrong('PORT', `"${given('PORT')}" is not a port; give a whole number from 0 to 65535, for example 8080.`);
  }
  const host = given('HOST') ?? '127.0.0.1';
  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    wrong('DATABASE_URL', 'must begin with postgres:// or postgresql://, for example postgres://tuntas@db.internal/tuntas.');
  }
  const secretKey = given('SECRET_KEY');
  if (secretKey !== null && secretKey.length < 32) {
    wrong('SECRET_KEY', `has ${secretKey.length} characters; give at least 32, for example the output of: openssl rand -base64 48`);
  }
  if (secretKey === null && given('NODE_ENV') === 'production') {
    wrong('SECRET_KEY', 'must be set when NODE_ENV=production, since it seals the identity of reporters and must outlive this machine.');
  }
  const publicUrl = (given('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/$/, '');
  if (!isUrl(publicUrl, ['http:', 'https:'])) {
    wrong('PUBLIC_URL', `"${publicUrl}" is not an address; give one such as https://lapor.example.go.id.`);
  }
  const smtpUrl = given('SMTP_URL');
  if (smtpUrl !== null && !isUrl(smtpUrl, ['smtp:', 'smtps:'])) {
    wrong('SMTP_URL', 'must begin with smtp:// or smtps://, for example smtp://user:password@mail.internal:587.');
  }
  const mailFrom = given('MAIL_FROM') ?? 'Tuntas <no-reply@localhost>';
  if (smtpUrl !== null && given('MAIL_FROM') === null) {
    wrong('MAIL_FROM', 'must be set where SMTP_URL is, for example "Tuntas <lapor@example.go.id>".');
  }
  const level = given('LOG_LEVEL') ?? 'info';
  const logLevel = logLevels.find((known) => known === level);
  if (logLevel === undefined) wrong('LOG_LEVEL', `"${level}" is not a level; give one of ${logLevels.join(', ')}.`);

  if (problems.length > 0 || logLevel === undefined) return err(problems);
  return ok({
    host,
    port,
    databaseUrl,
    dataDir: given('DATA_DIR') ?? './data',
    secretKey,
    publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    smtpUrl,
    mailFrom,
    logLevel,
    metricsToken: given('METRICS_TOKEN'),
    defaultInstitution: given('DEFAULT_INSTITUTION'),
    trustProxy: (given('TRUST_PROXY') ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
  });
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
