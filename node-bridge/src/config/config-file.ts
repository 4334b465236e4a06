import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

import { ConfigError } from './config-error.ts'
import { decodeText } from './decode-text.ts'
import { refusalOfSecretFile } from '../files/secret-file.ts'
import { isSecret } from './secret-settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

const LINE = /^\s*(?:#.*|(?:export\s+)?[A-Za-z_]\w*\s*=.*)?$/u

/** Names of OpenTelemetry that the node itself reads; what its library reads comes from the environment alone. */
const FOREIGN_NAMES = new Set([
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_EXPORTER_OTLP_TRACES_HEADERS',
])

/**
 * The environment with what the file of ACCORD_CONFIG_FILE adds; the environment wins. Throws `ConfigError` for a file that
 * cannot be read, a line that is no setting, and a name that is none of ours: what is ignored in silence is missed at night.
 */
export function withConfigFile(fromOutside: Environment): Environment {
  const environment = withoutMarks(fromOutside)
  const file = environment['ACCORD_CONFIG_FILE']
  if (file === undefined || file === '') return environment
  const text = readConfigFile(file)
  const lost = text.split(/\r?\n/u).findIndex((line) => !LINE.test(line))
  if (lost >= 0) throw new ConfigError(`ACCORD_CONFIG_FILE: line ${lost + 1} of ${file} is not NAME=value`)
  const settings = parseEnv(text)
  requirePrivate(file, settings)
  const foreign = Object.keys(settings).filter((name) => !name.startsWith('ACCORD_') && !FOREIGN_NAMES.has(name))
  if (foreign.length > 0)
    throw new ConfigError(`ACCORD_CONFIG_FILE: ${foreign.join(', ')} in ${file}: there is no such setting (see --help)`)
  if ('ACCORD_CONFIG_FILE' in settings) throw new ConfigError(`ACCORD_CONFIG_FILE: ${file} names another file`)
  // An empty variable counts as unset everywhere, so it does not hide what the file says.
  return { ...settings, ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')) }
}

/** What Node makes of the first line of an --env-file that begins with a byte-order mark: the setting would be lost in silence. */
const withoutMarks = (environment: Environment): Environment => {
  const marked = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith('\uFEFF') ? [[name.slice(1), value] as const] : [],
  )
  return marked.length === 0 ? environment : { ...Object.fromEntries(marked), ...environment }
}

/** Throws `ConfigError` for a file with secrets that others may read. */
function requirePrivate(file: string, settings: Environment): void {
  const secrets = Object.entries(settings).flatMap(([name, value]) => (isSecret(name, value) ? [name] : []))
  const refusal = secrets.length > 0 ? refusalOfSecretFile(file, secrets.join(', ')) : undefined
  if (refusal !== undefined) throw new ConfigError(refusal)
}

/** Files that Node itself reads the environment from (`--env-file`), as in the image: the same rule holds for them. */
export const envFilesOf = (execArgv: readonly string[]): string[] =>
  execArgv.flatMap((word) => /^--env-file(?:-if-exists)?=(.+)$/u.exec(word)?.[1] ?? [])

export function requirePrivateEnvFiles(execArgv: readonly string[]): void {
  for (const file of envFilesOf(execArgv)) if (existsSync(file)) requirePrivate(file, parseEnv(readConfigFile(file)))
}

function readConfigFile(file: string): string {
  const text = decodeText(readBytes(file))
  if (text === undefined) throw new ConfigError(`ACCORD_CONFIG_FILE: ${file} is not UTF-8 text; save it as that`)
  return text
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException
    throw new ConfigError(`ACCORD_CONFIG_FILE: ${file} cannot be read (${code})`)
  }
}
