import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

import { ConfigError } from './config-error.ts'

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
export function withConfigFile(environment: Environment): Environment {
  const file = environment['ACCORD_CONFIG_FILE']
  if (file === undefined || file === '') return environment
  const text = readConfigFile(file)
  const lost = text.split(/\r?\n/u).findIndex((line) => !LINE.test(line))
  if (lost >= 0) throw new ConfigError(`ACCORD_CONFIG_FILE: line ${lost + 1} of ${file} is not NAME=value`)
  const settings = parseEnv(text)
  const foreign = Object.keys(settings).filter((name) => !name.startsWith('ACCORD_') && !FOREIGN_NAMES.has(name))
  if (foreign.length > 0)
    throw new ConfigError(`ACCORD_CONFIG_FILE: ${foreign.join(', ')} in ${file}: there is no such setting (see --help)`)
  if ('ACCORD_CONFIG_FILE' in settings) throw new ConfigError(`ACCORD_CONFIG_FILE: ${file} names another file`)
  // An empty variable counts as unset everywhere, so it does not hide what the file says.
  return { ...settings, ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')) }
}

function readConfigFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException
    throw new ConfigError(`ACCORD_CONFIG_FILE: ${file} cannot be read (${code})`)
  }
}
