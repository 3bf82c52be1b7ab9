import { join, resolve } from 'node:path';
import { z } from '@romduol/shared/schema';
import type { MailConfig } from './notifications/mailer.ts';
import { type Subnet, parseSubnet } from './web-security/address-prefix.ts';

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((address) => new URL(address).origin === address.replace(/\/$/, ''), 'an address without a path')
  .transform((address) => new URL(address).origin);

const subnet = z.string().transform((text, context): Subnet => {
  const read = parseSubnet(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const commaSeparated = z.string().transform((list) => list.split(',').map((one) => one.trim()));

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: commaSeparated.pipe(z.array(origin).min(1)).optional(),
  ONION_URL: z
    .string()
    .regex(/^http:\/\/[a-z2-7]{56}\.onion\/?$/)
    .transform((address) => new URL(address).origin)
    .optional(),
  TRUSTED_PROXIES: commaSeparated.pipe(z.array(subnet)).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_HOURS: z
    .string()
    .regex(/^ *(1?\d|2[0-3]) *(, *(1?\d|2[0-3]) *)*$/)
    .transform((hours) => hours.split(',').map(Number))
    .default([8, 12, 17]),
  SECRET_FILE: z.string().min(1).optional(),
  SECOND_FACTOR: z.enum(['required', 'offered']).default('required'),
  // Over https nobody on the line sees what page of it was asked for; one on this machine is for trying things out.
  NEUTRAL_SITE: z
    .url({ protocol: /^https?$/ })
    .refine((address) => address.startsWith('https:') || new URL(address).hostname === '127.0.0.1')
    .default('https://www.wikipedia.org/'),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the secret and, without a database server, the database. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Every origin that people reach us by, the onion address apart; null: this machine's own. */
  readonly publicOrigins: readonly string[] | null;
  /** Where Tor Browser reaches us; null: nowhere of its own. */
  readonly onionOrigin: string | null;
  /** Proxies whose word is taken for where a request comes from. */
  readonly trustedProxies: readonly Subnet[];
  readonly secretFile: string;
  /** Whether the secret is ours to make, or somebody keeps it elsewhere. */
  readonly secretIsOurs: boolean;
  /** Where notices to members are sent from; null: none are. */
  readonly mail: MailConfig | null;
  /** Whether supervisors, publishers and administrators must have a second factor. */
  readonly factorRequired: boolean;
  /** Where leaving quickly leads. */
  readonly neutralSite: string;
};

/** Something in the configuration that only a person can mend. The message is a sentence for them, without values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment, once. Throws `ConfigError`; values are not repeated, since a database address holds a password. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path[0]?.toString() ?? ''}: ${expectation(issue)}`);
    throw new ConfigError(`The environment is not usable. ${problems.join('. ')}.`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, ONION_URL, TRUSTED_PROXIES, SECRET_FILE, NEUTRAL_SITE } =
    read.data;
  const { SMTP_URL, MAIL_FROM, MAIL_HOURS } = read.data;
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined))
    throw new ConfigError('SMTP_URL and MAIL_FROM go together: set both, or neither.');
  const { SECOND_FACTOR } = read.data;
  const dataDir = resolve(DATA_DIR);
  return {
    port: PORT,
    host: HOST,
    dataDir,
    databaseUrl: DATABASE_URL ?? null,
    publicOrigins: PUBLIC_URL ?? null,
    onionOrigin: ONION_URL ?? null,
    trustedProxies: TRUSTED_PROXIES ?? [],
    secretFile: SECRET_FILE === undefined ? join(dataDir, 'secret') : resolve(SECRET_FILE),
    secretIsOurs: SECRET_FILE === undefined,
    mail:
      SMTP_URL === undefined || MAIL_FROM === undefined
        ? null
        : { smtpUrl: SMTP_URL, from: MAIL_FROM, hours: MAIL_HOURS },
    factorRequired: SECOND_FACTOR === 'required',
    neutralSite: NEUTRAL_SITE,
  };
}

const EXPECTED: Readonly<Record<string, string>> = {
  PORT: 'a number from 0 to 65535',
  DATABASE_URL: 'an address that begins with postgres://',
  PUBLIC_URL: 'one or more addresses such as https://report.example.org, separated by commas, without a path',
  ONION_URL: 'http:// and the 56 letters and digits of an onion address, and .onion',
  TRUSTED_PROXIES: 'addresses or ranges such as 127.0.0.1 or 10.0.0.0/8, separated by commas',
  SMTP_URL: 'an address that begins with smtp:// or smtps://',
  MAIL_FROM: 'an email address',
  MAIL_HOURS: 'hours of the day from 0 to 23, separated by commas',
  SECOND_FACTOR: 'required or offered',
  NEUTRAL_SITE: 'an address that begins with https://',
};

const expectation = (issue: { readonly path: readonly PropertyKey[] }): string =>
  `expected ${EXPECTED[String(issue.path[0])] ?? 'some text'}`;

/** The origins that requests may name, once the port is known. */
export const originsFor = (config: Config, port: number): readonly string[] => [
  ...(config.publicOrigins ?? [`http://localhost:${port}`, `http://127.0.0.1:${port}`]),
  ...(config.onionOrigin === null ? [] : [config.onionOrigin]),
];
