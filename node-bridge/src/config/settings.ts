import { Label, Sha256 } from '@accord/shared/schemas'
import { z } from 'zod'

import { DatabaseUrl } from './database-url.ts'
import { NoProxy, ProxyUrl } from './proxy-settings.ts'
import { MasterKeyText } from './master-key-text.ts'
import { OperatorToken, trimSecret } from './secret-text.ts'

/** Every setting of the bridge, once: what checks it, what `--help` says about it. */
export interface Setting {
  readonly summary: string
  readonly shown: string
  readonly schema: z.ZodType
}

const text = (max: number) => z.string().trim().min(1).max(max)
/** Digits only: to JavaScript a blank is 0, which is any free port, or keys that are never replaced. */
const wholeNumber = (min: number, max: number) =>
  z.string().trim().regex(/^\d+$/u, 'must be a whole number').transform(Number).pipe(z.number().min(min).max(max))
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const CIDR =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}\/(?:[0-9]|[12][0-9]|3[0-2])|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\/(?:[0-9]{1,2}|1[01][0-9]|12[0-8]))$/
const ranges = z
  .string()
  .transform((list) => list.split(',').flatMap((range) => (range.trim() ? [range.trim()] : [])))
  .pipe(z.array(z.string().regex(CIDR, 'must be a list of ranges such as 10.0.0.0/8,fd00::/8')))

export const SETTINGS = {
  ACCORD_CONFIG_FILE: {
    summary: 'File with further settings, a NAME=value in each line; what the environment says wins',
    shown: '(none)',
    schema: text(1000).optional(),
  },
  ACCORD_DATA_DIR: {
    summary: 'Directory of the embedded database and the master key file',
    shown: './data',
    schema: text(1000).default('./data'),
  },
  ACCORD_DATABASE_URL: {
    summary: 'postgres://… to share one database between several replicas; without it SQLite in the data directory',
    shown: '(none)',
    schema: DatabaseUrl.optional(),
  },
  ACCORD_HOST: { summary: 'Address to listen on', shown: '127.0.0.1', schema: text(255).default('127.0.0.1') },
  ACCORD_PORT: {
    summary: 'Port to listen on; 0 takes any that is free',
    shown: '8443',
    schema: wholeNumber(0, 65_535).default(8443),
  },
  ACCORD_ADMIN_PORT: {
    summary: 'Port of its own for operator calls, metrics and console; the other port no longer answers them',
    shown: '(ACCORD_PORT)',
    schema: wholeNumber(0, 65_535).optional(),
  },
  ACCORD_PUBLIC_URL: {
    summary: 'https address under which other nodes and the instance reach this node',
    shown: '(required)',
    schema: z.url({ protocol: /^https?$/, error: 'must be an https:// URL' }).optional(),
  },
  ACCORD_URL: {
    summary: 'Address under which the command line reaches the node, where it differs from ACCORD_PUBLIC_URL',
    shown: '(none)',
    schema: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
  },
  ACCORD_ALLOW_HTTP_LOOPBACK: {
    summary: 'true: plain http and loopback addresses are allowed, for a demo or a test on one machine',
    shown: 'false',
    schema: flag.default(false),
  },
  ACCORD_ALLOWED_PRIVATE_RANGES: {
    summary: 'Private address ranges that this node may call, as a list of CIDR ranges',
    shown: '(none)',
    schema: ranges.default([]),
  },
  ACCORD_TRUSTED_PROXIES: {
    summary: 'Reverse proxies whose X-Forwarded-For is believed, as a list of CIDR ranges; loopback always is',
    shown: '(loopback)',
    schema: ranges.default([]),
  },
  ACCORD_OUTBOUND_PROXY: {
    summary: 'Forward proxy for every call out of this node, by CONNECT: http://user:password@proxy:3128',
    shown: '(none)',
    schema: ProxyUrl.optional(),
  },
  ACCORD_NO_PROXY: {
    summary: 'Hosts that are called without that proxy: names, .domains, addresses and CIDR ranges, as a list',
    shown: '(none)',
    schema: NoProxy.default([]),
  },
  ACCORD_POLL_ONLY: {
    summary: 'true: this node cannot be reached from outside; it accepts invitations and asks the other side for news',
    shown: 'false',
    schema: flag.default(false),
  },
  ACCORD_MASTER_KEY: {
    summary: '32 bytes in base64 that seal the private keys; without it a file of mode 0600 in the data directory',
    shown: '(file)',
    schema: MasterKeyText.optional(),
  },
  ACCORD_MASTER_KEY_PREVIOUS: {
    summary: 'The master key before, while values sealed with it remain; it opens, but seals nothing',
    shown: '(none)',
    schema: MasterKeyText.optional(),
  },
  ACCORD_ROTATE_KEYS_DAYS: {
    summary: "Age in days at which this side's key of a connection is replaced; 0: only on request",
    shown: '90',
    schema: wholeNumber(0, 3650).default(90),
  },
  ACCORD_LICENCE: {
    summary:
      'A licence of the vendor, installed at the start; the same as in General Settings or accord licence install',
    shown: '(none)',
    schema: text(8192).optional(),
  },
  ACCORD_LICENCE_VENDOR_KEY: {
    summary:
      "For development on one machine only: a public key in the place of the vendor's, named wherever the licence is",
    shown: '(built in)',
    schema: z.string().transform(trimSecret).pipe(Sha256).optional(),
  },
  ACCORD_NODE_NAME: {
    summary: 'Name of this node, shown to the other side',
    shown: 'Accord node',
    schema: Label.min(1).default('Accord node'),
  },
  ACCORD_CONSOLE: {
    summary: "true: the node's own console is served under /console/; false: there is none",
    shown: 'true',
    schema: flag.default(true),
  },
  ACCORD_CONSOLE_URL: {
    summary: 'https address under which browsers open the console, where it differs from ACCORD_PUBLIC_URL',
    shown: '(none)',
    schema: z.url({ protocol: /^https?$/, error: 'must be an https:// URL' }).optional(),
  },
  ACCORD_OPERATOR_TOKEN: {
    summary: 'Bearer token of the operator calls, at least 24 characters; without it they are closed',
    shown: '(none)',
    schema: OperatorToken.optional(),
  },
  ACCORD_DRAIN_SECONDS: {
    summary:
      'How long a node that was told to stop still takes calls while /readyz says no: two health checks of your balancer',
    shown: '0',
    schema: wholeNumber(0, 60).default(0),
  },
  ACCORD_OTLP_ENDPOINT: {
    summary:
      'Collector that takes OpenTelemetry traces by OTLP over HTTP, without /v1/traces; OTEL_EXPORTER_OTLP_ENDPOINT does the same',
    shown: '(none)',
    schema: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
  },
  ACCORD_LOG_LEVEL: {
    summary: 'trace, debug, info, warn, error, fatal or silent; the log is JSON on standard error',
    shown: 'info',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  },
} as const satisfies Record<string, Setting>

/** The table of settings that `--help` prints. */
export function describeSettings(): string {
  return Object.entries(SETTINGS)
    .map(([name, { summary, shown }]) => `  ${name.padEnd(31)} ${summary}.\n  ${' '.repeat(31)} Default: ${shown}\n`)
    .join('')
}
