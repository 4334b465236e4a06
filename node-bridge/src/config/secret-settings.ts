import { SETTINGS } from './settings.ts'
import type { Setting } from './setting-kinds.ts'

const SECRETS: ReadonlySet<string> = new Set([
  ...Object.entries<Setting>(SETTINGS).flatMap(([name, { secret }]) => (secret ? name : [])),
  // Names of OpenTelemetry, in which the token of a collector stands.
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_EXPORTER_OTLP_TRACES_HEADERS',
])
const WITH_PASSWORD = /:\/\/[^/?#]*:[^/?#]+@|[?&]password=/u

/** True for a setting whose value is secret; a URL is one where it holds a password. */
export const isSecret = (name: string, value: string | undefined): boolean =>
  Boolean(value) && (SECRETS.has(name) || WITH_PASSWORD.test(value ?? ''))
