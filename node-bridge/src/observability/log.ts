import { pino, type Logger } from 'pino'

import type { Config } from '../config/config.ts'
import { currentTraceId } from '../tracing/current-trace.ts'
import { currentLogBindings } from '../tracing/log-context.ts'

const STANDARD_ERROR = 2

/**
 * JSON lines on standard error; standard output belongs to what a person at the terminal reads, such as a pairing code.
 * Ids and thumbprints may be logged, codes, keys and tokens never: the redaction is the net below, not the rule.
 */
export const createLog = ({ logLevel, nodeName }: Pick<Config, 'logLevel' | 'nodeName'>): Logger =>
  pino(
    {
      level: logLevel,
      base: { node: nodeName },
      mixin: () => mixedIn(),
      redact: { paths: SECRET_PATHS, censor: '(secret)' },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
    },
    pino.destination({ dest: STANDARD_ERROR, sync: true }),
  )

/** Which request, job and connection a line belongs to, wherever it is written. */
function mixedIn(): Record<string, string> {
  const traceId = currentTraceId()
  return { ...currentLogBindings(), ...(traceId === undefined ? {} : { traceId }) }
}

const SECRETS = [
  'code',
  'text',
  'token',
  'pairingSecret',
  'pairingCode',
  'callbackKey',
  'authorization',
  'cookie',
  'privateJwk',
  'd',
]
const SECRET_PATHS = SECRETS.filter((name) => name !== 'code').flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
