import { resolve } from 'node:path'

import { Label, Sha256 } from '@accord/shared/schemas'
import { z } from 'zod'

import { DatabaseUrl } from './database-url.ts'
import { MasterKeyText } from './master-key-text.ts'
import { NoProxy, ProxyUrl } from './proxy-settings.ts'
import { mailAddress, mailAddresses } from './mail-settings.ts'
import { WebhookSecrets } from './webhook-settings.ts'
import { OperatorToken, secretWord, trimSecret } from './secret-text.ts'
import { addressOfOurs, flag, httpUrl, ranges, scriptHosts, type Setting, text, wholeNumber } from './setting-kinds.ts'

/**
 * Every setting of the node. Its shape in Config, the text of `--help`, the names that a settings file may hold and the table
 * of docs/operations.md (`npm run docs:settings`) come from here: a setting is added in this place alone.
 */
export const SETTINGS = {
  ACCORD_CONFIG_FILE: {
    member: 'configFile',
    summary: 'File with further settings, a NAME=value in each line; what the environment says wins',
    more: '`#` begins a comment. It may hold secrets: mode 0600',
    schema: text(1000).optional(),
  },
  ACCORD_DATA_DIR: {
    member: 'dataDir',
    summary: 'Directory of the embedded database and the master key file',
    more: 'Their files are `accord.sqlite` and `master.key`',
    shown: './data',
    schema: text(1000)
      .default('./data')
      .transform((dir) => resolve(dir)),
  },
  ACCORD_DATABASE_URL: {
    member: 'databaseUrl',
    summary: 'postgres://… to share one database between several replicas; without it SQLite in the data directory',
    schema: DatabaseUrl.optional(),
  },
  ACCORD_HOST: {
    member: 'host',
    summary: 'Address to listen on',
    more: 'The image sets `0.0.0.0`',
    schema: text(255).default('127.0.0.1'),
  },
  ACCORD_PORT: {
    member: 'port',
    summary: 'Port to listen on; 0 takes any that is free',
    more: 'Plain HTTP behind your proxy',
    schema: wholeNumber(0, 65_535).default(8443),
  },
  ACCORD_ADMIN_PORT: {
    member: 'adminPort',
    summary: 'Port of its own for operator calls, metrics and console; the other port no longer answers them',
    more: '`ACCORD_PORT` then answers 404 to `/operator/`, `/metrics` and the console, and this one to the calls of nodes and of the instance; health is at both. The command line needs it in `ACCORD_URL`. Compose and Kubernetes set 8444',
    shown: '(ACCORD_PORT)',
    schema: wholeNumber(0, 65_535).optional(),
  },
  ACCORD_PUBLIC_URL: {
    member: 'publicUrl',
    summary: 'https address under which other nodes and the instance reach this node',
    more: 'Signatures cover it: it must be exactly what callers use. It may have a path (`https://host.example/accord`)',
    shown: '(required)',
    schema: addressOfOurs.optional(),
  },
  ACCORD_URL: {
    member: 'nodeUrl',
    summary: 'Address under which the command line reaches the node, where it differs from ACCORD_PUBLIC_URL',
    more: 'The node itself ignores it',
    schema: httpUrl('must be an http:// or https:// URL').optional(),
  },
  ACCORD_ALLOW_HTTP_LOOPBACK: {
    member: 'allowHttpLoopback',
    summary: 'true: plain http and loopback addresses are allowed, for a demo or a test on one machine',
    more: 'Never in production',
    schema: flag.default(false),
  },
  ACCORD_ALLOWED_PRIVATE_RANGES: {
    member: 'allowedPrivateRanges',
    summary: 'Private address ranges that this node may call, as a list of CIDR ranges',
    more: 'For an instance or a peer inside your network: `10.20.0.0/16,fd00::/8`',
    schema: ranges.default([]),
  },
  ACCORD_TRUSTED_PROXIES: {
    member: 'trustedProxies',
    summary: 'Reverse proxies whose X-Forwarded-For is believed, as a list of CIDR ranges; loopback always is',
    more: 'As in `172.16.0.0/12`. List only addresses from which nobody but your proxy can call',
    shown: '(loopback)',
    schema: ranges.default([]),
  },
  ACCORD_OUTBOUND_PROXY: {
    member: 'outboundProxy',
    summary: 'Forward proxy for every call out of this node, by CONNECT: http://user:password@proxy:3128',
    more: 'See TLS and proxy. With a password it belongs into the file of `ACCORD_CONFIG_FILE`',
    schema: ProxyUrl.optional(),
  },
  ACCORD_NO_PROXY: {
    member: 'noProxy',
    summary: 'Hosts that are called without that proxy: names, .domains, addresses and CIDR ranges, as a list',
    more: 'As in `intern.example,.acme.example,10.0.0.0/8`; `*` for all',
    schema: NoProxy.default([]),
  },
  ACCORD_POLL_ONLY: {
    member: 'pollOnly',
    summary: 'true: this node cannot be reached from outside; it accepts invitations and asks the other side for news',
    more: 'It can invite an instance whose URL it knows; two such nodes cannot connect. Its own instance must still reach `ACCORD_PUBLIC_URL`',
    schema: flag.default(false),
  },
  ACCORD_SYNC_PULL_SECONDS: {
    member: 'syncPullSeconds',
    summary: 'How long the own instance is left alone at most before it is asked what has changed',
    more: 'While something moves it is asked every two seconds, and at once when it says that there is something',
    schema: wholeNumber(1, 300).default(15),
  },
  ACCORD_FILE_MAX_MB: {
    member: 'fileMaxMb',
    summary: 'The largest file of a record that is brought over, in megabytes; the instance has a limit of its own',
    schema: wholeNumber(1, 1024).default(64),
  },
  ACCORD_FILE_SHARE_MB: {
    member: 'fileShareMb',
    summary:
      'Megabytes of files on their way, for each connection and direction, sealed in the database; the rest waits',
    schema: wholeNumber(1, 65_536).default(256),
  },
  ACCORD_SYNC_WAITING_MESSAGES: {
    member: 'syncWaitingMessages',
    summary:
      'Messages of one connection that wait here to be written; the other side keeps the rest and sends it later',
    schema: wholeNumber(1, 100_000).default(1000),
  },
  ACCORD_SYNC_NEW_RECORDS_PER_HOUR: {
    member: 'syncNewRecordsPerHour',
    summary:
      'Records that one connection may begin here in an hour, as many at once; the other side sends the rest later',
    schema: wholeNumber(1, 1_000_000).default(36_000),
  },
  ACCORD_SYNC_COMMENTS_PER_HOUR: {
    member: 'syncCommentsPerHour',
    summary:
      'Comments that one connection may bring here in an hour, as many at once; the other side sends the rest later',
    schema: wholeNumber(1000, 10_000_000).default(36_000),
  },
  ACCORD_SYNC_DELETES_PER_HOUR: {
    member: 'syncDeletesPerHour',
    summary:
      'Records that scripts may delete here in an hour since one connection has deleted its own, as many at once; the rest waits for a person',
    schema: wholeNumber(1, 1_000_000).default(20),
  },
  ACCORD_SYNC_KEEP_MESSAGES_DAYS: {
    member: 'keepMessagesDays',
    summary: 'Days for which messages of records are kept, sealed, once both sides are through with them: 0, 7 or 30',
    more: 'With 0 nothing of a record stays behind. A number that is made smaller deletes what is older within a minute',
    schema: z.enum(['0', '7', '30']).default('0').transform(Number),
  },
  ACCORD_SCRIPT_HOSTS: {
    member: 'scriptHosts',
    summary: 'Hosts that scripts may call by httpClient, as a list; behind the id of a connection for that one alone',
    more: 'As in `api.acme.example,<connection id>/hooks.acme.example:8443`. Without one httpClient calls nobody',
    schema: scriptHosts.default([]),
  },
  ACCORD_FILES_ASKED_PER_HOUR: {
    member: 'filesAskedPerHour',
    summary: 'Files that one connection may have the own instance send in an hour, as many at once; the rest waits',
    schema: wholeNumber(1, 1_000_000).default(3600),
  },
  ACCORD_INSTANCE_CALLS_PER_HOUR: {
    member: 'instanceCallsPerHour',
    summary:
      'Calls that this node makes to its instance in an hour at most, by all replicas together; 0: as many as it needs',
    more: 'A sixth of them may come at once. What waits for it is shown on the page of sync, with the time',
    schema: wholeNumber(0, 1_000_000).default(0),
  },
  ACCORD_MASTER_KEY: {
    member: 'masterKey',
    summary: '32 bytes in base64 that seal the private keys; without it a file of mode 0600 in the data directory',
    more: '`openssl rand -base64 32` makes one. **Several replicas need the same one**',
    shown: '(file)',
    schema: MasterKeyText.optional(),
    secret: true,
  },
  ACCORD_MASTER_KEY_PREVIOUS: {
    member: 'masterKeyPrevious',
    summary: 'The master key before, while values sealed with it remain; it opens, but seals nothing',
    more: 'See Rotation',
    schema: MasterKeyText.optional(),
    secret: true,
  },
  ACCORD_ROTATE_KEYS_DAYS: {
    member: 'rotateKeysDays',
    summary: "Age in days at which this side's key of a connection is replaced; 0: only on request",
    schema: wholeNumber(0, 3650).default(90),
  },
  ACCORD_LICENCE: {
    member: 'licence',
    summary:
      'A licence of the vendor, installed at the start; the same as in General Settings or accord licence install',
    more: 'See Licence. One that does not fit is named in the log and stops nothing',
    schema: text(8192).optional(),
  },
  ACCORD_LICENCE_VENDOR_KEY: {
    member: 'licenceVendorKey',
    summary:
      "For development on one machine only: a public key in the place of the vendor's, named wherever the licence is",
    more: 'Only a node on a loopback address takes it',
    shown: '(built in)',
    schema: z.string().transform(trimSecret).pipe(Sha256).optional(),
  },
  ACCORD_NODE_NAME: {
    member: 'nodeName',
    summary: 'Name of this node, shown to the other side',
    schema: Label.min(1).default('Accord node'),
  },
  ACCORD_CONSOLE: {
    member: 'console',
    summary: "true: the node's own console is served under /console/; false: there is none",
    schema: flag.default(true),
  },
  ACCORD_CONSOLE_URL: {
    member: 'consoleUrl',
    summary: 'https address under which browsers open the console, where it differs from ACCORD_PUBLIC_URL',
    more: 'The console answers under this name and under loopback only',
    schema: addressOfOurs.optional(),
  },
  ACCORD_OPERATOR_TOKEN: {
    member: 'operatorToken',
    summary: 'Bearer token of the operator calls, at least 24 characters; without it they are closed',
    more: '`/metrics` is closed, too',
    schema: OperatorToken.optional(),
    secret: true,
  },
  ACCORD_DRAIN_SECONDS: {
    member: 'drainSeconds',
    summary:
      'How long a node that was asked to stop still takes calls while /readyz says no: two health checks of your balancer',
    more: 'Kubernetes waits by `preStop` instead',
    schema: wholeNumber(0, 60).default(0),
  },
  ACCORD_OTLP_ENDPOINT: {
    member: 'otlpEndpoint',
    summary:
      'Collector that takes OpenTelemetry traces by OTLP over HTTP, without /v1/traces; OTEL_EXPORTER_OTLP_ENDPOINT does the same',
    more: 'Without it nothing of tracing is loaded',
    schema: httpUrl('must be an http:// or https:// URL').optional(),
  },
  ACCORD_SMTP_HOST: {
    member: 'smtpHost',
    summary: 'Mail server by which people are notified of what needs them; without it no mail is sent',
    more: 'See Notices. It may stand in a private network. Behind `ACCORD_OUTBOUND_PROXY` it is reached by CONNECT, unless `ACCORD_NO_PROXY` lists it',
    schema: text(255)
      .regex(/^[\w.:-]+$/u, 'must be a host name or an address')
      .optional(),
  },
  ACCORD_SMTP_PORT: {
    member: 'smtpPort',
    summary: 'Port of the mail server: 587 for STARTTLS, 465 for TLS from the start',
    schema: wholeNumber(1, 65_535).default(587),
  },
  ACCORD_SMTP_TLS: {
    member: 'smtpTls',
    summary: 'starttls: the connection has to become encrypted; tls: it is from the start; none: never',
    more: 'With `none` no user and password are taken: they would travel in the clear. A certificate of your own authority: `NODE_EXTRA_CA_CERTS`',
    schema: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  },
  ACCORD_SMTP_USER: {
    member: 'smtpUser',
    summary: 'User of the mail server, where it wants one',
    schema: text(255).optional(),
  },
  ACCORD_SMTP_PASSWORD: {
    member: 'smtpPassword',
    summary: 'Its password',
    schema: secretWord({ min: 1, max: 200 }).optional(),
    secret: true,
  },
  ACCORD_MAIL_FROM: {
    member: 'mailFrom',
    summary: 'Sender of the mails, an address that the mail server lets this node use',
    schema: mailAddress.optional(),
  },
  ACCORD_MAIL_TO: {
    member: 'mailTo',
    summary: 'Addresses of whoever runs this node, as a list; they are notified of everything',
    schema: mailAddresses.default([]),
  },
  ACCORD_MAIL_LANGUAGE: {
    member: 'mailLanguage',
    summary: 'Language of the mails to these addresses: en or de',
    schema: z.enum(['en', 'de']).default('en'),
  },
  ACCORD_WEBHOOK_URL: {
    member: 'webhookUrl',
    summary: 'https address that each notice is posted to, signed as the Standard Webhooks convention has it',
    more: 'See Notices. The same addresses are allowed as everywhere, see `ACCORD_ALLOWED_PRIVATE_RANGES`. Its path is shown nowhere',
    schema: httpUrl('must be an https:// URL').max(2048).optional(),
    secret: true,
  },
  ACCORD_WEBHOOK_SECRET: {
    member: 'webhookSecrets',
    summary: 'The secret by which it is signed: whsec_ and 24 to 64 bytes in base64',
    more: '`echo whsec_$(openssl rand -base64 32)` makes one. While it is replaced: the new one and the old one, with a comma between',
    schema: WebhookSecrets.default([]),
    secret: true,
  },
  ACCORD_NOTICE_EVENT: {
    member: 'noticeEvent',
    summary:
      'true: the paired instance queues an event for each notice, to which its own notifications and flows answer',
    more: 'See Notices. The instance needs the application of this release',
    schema: flag.default(false),
  },
  ACCORD_NOTICE_MINUTES: {
    member: 'noticeMinutes',
    summary: 'Minutes for which the other side, the instance or a change may be stuck before people are notified',
    more: 'What needs a person in any case, such as a pair in quarantine, is reported within a minute or two',
    schema: wholeNumber(0, 1440).default(15),
  },
  ACCORD_LOG_LEVEL: {
    member: 'logLevel',
    summary: 'trace, debug, info, warn, error, fatal or silent; the log is JSON on standard error',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  },
} as const satisfies Record<string, Setting>
