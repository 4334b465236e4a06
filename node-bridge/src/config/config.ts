import { resolve } from 'node:path'

import { faultOfUrl, URL_FAULTS } from '@accord/shared/protocol'
import { z } from 'zod'

import { ConfigError } from './config-error.ts'
import { envFilesOf, withConfigFile } from './config-file.ts'
import { OtlpHeaders } from './otlp-headers.ts'
import { checkPlainUrl } from './plain-url.ts'
import { refuseServiceLinks } from './service-links.ts'
import { SETTINGS } from './settings.ts'

export { ConfigError } from './config-error.ts'

export interface Config {
  readonly dataDir: string
  /** Files that settings came from. */
  readonly settingsFiles: readonly string[]
  /** `postgres://…`; undefined means the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  /** Where operator and console are answered, and nowhere else; undefined: at `port`. */
  readonly adminPort: number | undefined
  /** Without a trailing slash. Undefined only where plain http on loopback is allowed: then it follows the port. */
  readonly publicUrl: string | undefined
  readonly allowHttpLoopback: boolean
  readonly allowedPrivateRanges: readonly string[]
  /** Ranges of reverse proxies whose X-Forwarded-For is believed, beside loopback. */
  readonly trustedProxies: readonly string[]
  /** Forward proxy for calls out, perhaps with a password in it; undefined: none. */
  readonly outboundProxy: string | undefined
  /** Hosts that are called without it. */
  readonly noProxy: readonly string[]
  /** Nobody can call this node: it calls out and asks for news. */
  readonly pollOnly: boolean
  readonly masterKey: string | undefined
  readonly masterKeyPrevious: string | undefined
  /** Age in days at which a connection's own key is replaced; 0: never by itself. */
  readonly rotateKeysDays: number
  /** A licence to install at the start. */
  readonly licence: string | undefined
  /** Public point of a key that takes the place of the vendor's. */
  readonly licenceVendorKey: string | undefined
  readonly nodeName: string
  readonly operatorToken: string | undefined
  /** Between `/readyz` saying no and the end of listening. */
  readonly drainSeconds: number
  /** Where traces go, without `/v1/traces`; undefined: there are none. */
  readonly otlpEndpoint: string | undefined
  /** What the collector wants to be sent besides, such as a token. */
  readonly otlpHeaders: Readonly<Record<string, string>>
  /** Is the node's own console served? */
  readonly console: boolean
  /** Where browsers open it, without a trailing slash; undefined: at the public URL. */
  readonly consoleUrl: string | undefined
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
}

const { shape } = z.object({
  ACCORD_CONFIG_FILE: SETTINGS.ACCORD_CONFIG_FILE.schema,
  ACCORD_DATA_DIR: SETTINGS.ACCORD_DATA_DIR.schema,
  ACCORD_DATABASE_URL: SETTINGS.ACCORD_DATABASE_URL.schema,
  ACCORD_HOST: SETTINGS.ACCORD_HOST.schema,
  ACCORD_PORT: SETTINGS.ACCORD_PORT.schema,
  ACCORD_ADMIN_PORT: SETTINGS.ACCORD_ADMIN_PORT.schema,
  ACCORD_PUBLIC_URL: SETTINGS.ACCORD_PUBLIC_URL.schema,
  ACCORD_URL: SETTINGS.ACCORD_URL.schema,
  ACCORD_ALLOW_HTTP_LOOPBACK: SETTINGS.ACCORD_ALLOW_HTTP_LOOPBACK.schema,
  ACCORD_ALLOWED_PRIVATE_RANGES: SETTINGS.ACCORD_ALLOWED_PRIVATE_RANGES.schema,
  ACCORD_TRUSTED_PROXIES: SETTINGS.ACCORD_TRUSTED_PROXIES.schema,
  ACCORD_OUTBOUND_PROXY: SETTINGS.ACCORD_OUTBOUND_PROXY.schema,
  ACCORD_NO_PROXY: SETTINGS.ACCORD_NO_PROXY.schema,
  ACCORD_POLL_ONLY: SETTINGS.ACCORD_POLL_ONLY.schema,
  ACCORD_MASTER_KEY: SETTINGS.ACCORD_MASTER_KEY.schema,
  ACCORD_MASTER_KEY_PREVIOUS: SETTINGS.ACCORD_MASTER_KEY_PREVIOUS.schema,
  ACCORD_ROTATE_KEYS_DAYS: SETTINGS.ACCORD_ROTATE_KEYS_DAYS.schema,
  ACCORD_LICENCE: SETTINGS.ACCORD_LICENCE.schema,
  ACCORD_LICENCE_VENDOR_KEY: SETTINGS.ACCORD_LICENCE_VENDOR_KEY.schema,
  ACCORD_NODE_NAME: SETTINGS.ACCORD_NODE_NAME.schema,
  ACCORD_CONSOLE: SETTINGS.ACCORD_CONSOLE.schema,
  ACCORD_CONSOLE_URL: SETTINGS.ACCORD_CONSOLE_URL.schema,
  ACCORD_OPERATOR_TOKEN: SETTINGS.ACCORD_OPERATOR_TOKEN.schema,
  ACCORD_DRAIN_SECONDS: SETTINGS.ACCORD_DRAIN_SECONDS.schema,
  ACCORD_OTLP_ENDPOINT: SETTINGS.ACCORD_OTLP_ENDPOINT.schema,
  ACCORD_LOG_LEVEL: SETTINGS.ACCORD_LOG_LEVEL.schema,
})
const Settings = z.strictObject(shape)
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from the environment and from the file that it names. Throws `ConfigError` for a value that makes no sense and for a setting that
 * does not exist: a misspelt one would otherwise be ignored in silence.
 */
export function loadConfig(environment: Environment): Config {
  const settings = judgeSettings(environment)
  if (settings.publicUrl === undefined && !settings.allowHttpLoopback)
    throw new ConfigError('ACCORD_PUBLIC_URL: is required; give the https address under which others reach this node')
  return settings
}

/** The same for whoever is no node: what is given has to make sense, and nothing has to be given. */
export function judgeSettings(environment: Environment): Config {
  const merged = withConfigFile(environment)
  refuseServiceLinks(merged)
  const standard = { ACCORD_OTLP_ENDPOINT: merged['OTEL_EXPORTER_OTLP_ENDPOINT'] }
  const given = Object.entries({ ...standard, ...merged }).filter(
    ([name, value]) => isOurs(name) && value !== undefined && value !== '',
  )
  const parsed = Settings.safeParse(Object.fromEntries(given))
  const placeOf = placesIn(environment, merged)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => sentenceOf(issue, placeOf)).join('\n'))
  const settings = parsed.data
  const publicUrl = settings.ACCORD_PUBLIC_URL?.replace(/\/+$/, '')
  checkPublicUrl(publicUrl, settings.ACCORD_ALLOW_HTTP_LOOPBACK)
  if (settings.ACCORD_LICENCE_VENDOR_KEY !== undefined) checkIsForDevelopment(publicUrl, settings.ACCORD_POLL_ONLY)
  const consoleUrl = settings.ACCORD_CONSOLE_URL?.replace(/\/+$/, '')
  checkConsoleUrl(consoleUrl, settings.ACCORD_ALLOW_HTTP_LOOPBACK)
  return {
    dataDir: resolve(settings.ACCORD_DATA_DIR),
    settingsFiles: [
      ...(settings.ACCORD_CONFIG_FILE ? [settings.ACCORD_CONFIG_FILE] : []),
      ...envFilesOf(process.execArgv),
    ],
    databaseUrl: settings.ACCORD_DATABASE_URL,
    host: settings.ACCORD_HOST,
    port: settings.ACCORD_PORT,
    adminPort: adminPortOf(settings.ACCORD_PORT, settings.ACCORD_ADMIN_PORT),
    publicUrl,
    allowHttpLoopback: settings.ACCORD_ALLOW_HTTP_LOOPBACK,
    trustedProxies: settings.ACCORD_TRUSTED_PROXIES,
    allowedPrivateRanges: settings.ACCORD_ALLOWED_PRIVATE_RANGES,
    outboundProxy: settings.ACCORD_OUTBOUND_PROXY,
    noProxy: settings.ACCORD_NO_PROXY,
    pollOnly: settings.ACCORD_POLL_ONLY,
    masterKey: settings.ACCORD_MASTER_KEY,
    masterKeyPrevious: settings.ACCORD_MASTER_KEY_PREVIOUS,
    rotateKeysDays: settings.ACCORD_ROTATE_KEYS_DAYS,
    licence: settings.ACCORD_LICENCE,
    licenceVendorKey: settings.ACCORD_LICENCE_VENDOR_KEY,
    nodeName: settings.ACCORD_NODE_NAME,
    operatorToken: settings.ACCORD_OPERATOR_TOKEN,
    drainSeconds: settings.ACCORD_DRAIN_SECONDS,
    otlpEndpoint: settings.ACCORD_OTLP_ENDPOINT,
    otlpHeaders: readOtlpHeaders(merged, placeOf),
    console: settings.ACCORD_CONSOLE,
    consoleUrl,
    logLevel: settings.ACCORD_LOG_LEVEL,
  }
}

/** The same port means one listener; 0 is any that is free, and so never the same. */
const adminPortOf = (port: number, adminPort: number | undefined): number | undefined =>
  adminPort === port && port !== 0 ? undefined : adminPort

/** ACCORD_TEST_… steers the test run, not the bridge. */
const isOurs = (name: string) => name.startsWith('ACCORD_') && !name.startsWith('ACCORD_TEST_')

type PlaceOf = (name: string) => string

/** Where a refused value has to be put right: the environment, unless it came from the file. */
const placesIn =
  (environment: Environment, merged: Environment): PlaceOf =>
  (name) =>
    environment[name] || !merged[name] ? '' : ` (in ${environment['ACCORD_CONFIG_FILE']})`

function sentenceOf(issue: z.core.$ZodIssue, placeOf: PlaceOf): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: there is no such setting (see --help)`
  const name = String(issue.path[0])
  return `${name}: ${issue.message}${placeOf(name)}`
}

/** The names are OpenTelemetry's own; the one for traces wins there, too. */
const OTLP_HEADERS = ['OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'] as const

function readOtlpHeaders(merged: Environment, placeOf: PlaceOf): Config['otlpHeaders'] {
  const found = OTLP_HEADERS.map((name) => {
    const parsed = OtlpHeaders.safeParse(merged[name] ?? '')
    if (!parsed.success) throw new ConfigError(`${name}: ${parsed.error.issues[0]?.message}${placeOf(name)}`)
    return parsed.data
  })
  return Object.assign({}, ...found) as Config['otlpHeaders']
}

function checkPublicUrl(publicUrl: string | undefined, allowHttpLoopback: boolean): void {
  if (publicUrl?.startsWith('http:') && !allowHttpLoopback)
    throw new ConfigError(
      'ACCORD_PUBLIC_URL: must begin with https:// (plain http is for ACCORD_ALLOW_HTTP_LOOPBACK=true)',
    )
  if (publicUrl !== undefined) checkPlainUrl('ACCORD_PUBLIC_URL', publicUrl)
  const fault = publicUrl === undefined ? undefined : faultOfUrl(publicUrl)
  if (fault)
    throw new ConfigError(
      `ACCORD_PUBLIC_URL: ${URL_FAULTS[fault]}; other nodes take an address in its normal form only`,
    )
}

/**
 * Another vendor's key is taken only where it is worth nothing: on an address of this machine, which no other company can
 * reach, and not by a node that would go out to them.
 */
function checkIsForDevelopment(publicUrl: string | undefined, pollOnly: boolean): void {
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname
  if (pollOnly || !/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(host))
    throw new ConfigError('ACCORD_LICENCE_VENDOR_KEY: is for development; only a node on a loopback address takes it')
}

function checkConsoleUrl(consoleUrl: string | undefined, allowHttpLoopback: boolean): void {
  if (consoleUrl === undefined) return
  if (consoleUrl.startsWith('http:') && !allowHttpLoopback)
    throw new ConfigError('ACCORD_CONSOLE_URL: must begin with https://')
  checkPlainUrl('ACCORD_CONSOLE_URL', consoleUrl)
}
