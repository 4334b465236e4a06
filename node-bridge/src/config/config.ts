import { faultOfUrl, URL_FAULTS } from '@accord/shared/protocol'
import { z } from 'zod'

import { ConfigError } from './config-error.ts'
import { envFilesOf, withConfigFile } from './config-file.ts'
import { checkMailSettings } from './mail-settings.ts'
import { OtlpHeaders } from './otlp-headers.ts'
import { checkPlainUrl } from './plain-url.ts'
import { refuseServiceLinks } from './service-links.ts'
import { SETTINGS } from './settings.ts'
import { checkWebhookSettings } from './webhook-settings.ts'

export { ConfigError } from './config-error.ts'

/** The values of the settings under the names of their members. */
type Given = {
  readonly [Name in keyof typeof SETTINGS as (typeof SETTINGS)[Name]['member']]: z.output<
    (typeof SETTINGS)[Name]['schema']
  >
}

export interface Config extends Given {
  /** Files that settings came from. */
  readonly settingsFiles: readonly string[]
  /** What the collector of traces wants to be sent besides, such as a token. */
  readonly otlpHeaders: Readonly<Record<string, string>>
}

const Settings = z.strictObject(
  Object.fromEntries(Object.entries(SETTINGS).map(([name, { schema }]) => [name, schema])),
)
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from the environment and from the file that it names. Throws `ConfigError` for a value that makes no sense and for a setting that
 * does not exist: a misspelt one would otherwise be ignored in silence.
 */
export function loadConfig(environment: Environment): Config {
  const settings = validateSettings(environment)
  if (settings.publicUrl === undefined && !settings.allowHttpLoopback)
    throw new ConfigError('ACCORD_PUBLIC_URL: is required; give the https address under which others reach this node')
  return settings
}

/** The same for commands that are no node: every setting is checked, and none is required. */
export function validateSettings(environment: Environment): Config {
  const merged = withConfigFile(environment)
  refuseServiceLinks(merged)
  const standard = { ACCORD_OTLP_ENDPOINT: merged['OTEL_EXPORTER_OTLP_ENDPOINT'] }
  const given = Object.entries({ ...standard, ...merged }).filter(
    ([name, value]) => isOurs(name) && value !== undefined && value !== '',
  )
  const parsed = Settings.safeParse(Object.fromEntries(given))
  const placeOf = placesIn(environment, merged)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => sentenceOf(issue, placeOf)).join('\n'))
  const settings = byMember(parsed.data)
  checkPublicUrl(settings)
  if (settings.licenceVendorKey !== undefined) checkIsForDevelopment(settings)
  checkConsoleUrl(settings)
  checkMailSettings(settings)
  checkWebhookSettings(settings)
  return {
    ...settings,
    adminPort: adminPortOf(settings),
    settingsFiles: [...(settings.configFile ? [settings.configFile] : []), ...envFilesOf(process.execArgv)],
    otlpHeaders: readOtlpHeaders(merged, placeOf),
  }
}

/** The schemas of the table have just checked these values, so each has the type that the table gives it. */
const byMember = (values: Readonly<Record<string, unknown>>): Given =>
  Object.fromEntries(Object.entries(SETTINGS).map(([name, { member }]) => [member, values[name]])) as unknown as Given

/** The same port means one listener; 0 is any that is free, and so never the same. */
const adminPortOf = ({ port, adminPort }: Given): number | undefined =>
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

function checkPublicUrl({ publicUrl, allowHttpLoopback }: Given): void {
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
function checkIsForDevelopment({ publicUrl, pollOnly }: Given): void {
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname
  if (pollOnly || !/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(host))
    throw new ConfigError('ACCORD_LICENCE_VENDOR_KEY: is for development; only a node on a loopback address takes it')
}

function checkConsoleUrl({ consoleUrl, allowHttpLoopback }: Given): void {
  if (consoleUrl === undefined) return
  if (consoleUrl.startsWith('http:') && !allowHttpLoopback)
    throw new ConfigError('ACCORD_CONSOLE_URL: must begin with https://')
  checkPlainUrl('ACCORD_CONSOLE_URL', consoleUrl)
}
