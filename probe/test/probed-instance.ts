import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { buildApp } from '../../now-app/build/build-app.ts'
import { DEFAULT_SCOPE } from '@accord/shared/protocol'
import type { Options } from '../options.ts'
import { runProbe, type Report } from '../run.ts'

const UTC_TELLS_NOTHING = 'America/Los_Angeles'

/** A simulated instance in another zone than UTC, with the built package or without. */
export async function probedInstance(withApp: boolean): Promise<SimulatedInstance> {
  const instance = await createInstance({ name: 'probed', port: 0 })
  if (withApp) await instance.installPackage((await buildApp()).zip)
  const [zone] = instance.store.query('sys_properties', { encoded: 'name=glide.sys.default.tz' }, systemCaller)
  instance.store.update('sys_properties', zone?.['sys_id'] ?? '', { value: UTC_TELLS_NOTHING }, systemCaller)
  return instance
}

export const optionsFor = (url: string, more: Partial<Options> = {}): Options => ({
  url,
  credentials: { kind: 'password', user: 'admin', password: 'admin' },
  scope: DEFAULT_SCOPE,
  only: [],
  dryRun: false,
  json: false,
  evenProduction: false,
  timeoutMs: 60_000,
  ...more,
})

export const probe = (options: Options, brokenOff = new AbortController().signal): Promise<Report> =>
  runProbe(options, brokenOff, { began: () => undefined, settled: () => undefined })

/** Lines that no instance forgets, and counters. */
const STAYS = new Set(['syslog', 'syslog_app_scope', 'sys_outbound_http_log', 'sys_audit', 'sys_audit_delete', 'sys_history_set', 'sys_history_line', 'sysevent', 'sys_number_counter']) // prettier-ignore

/** Every row of every table but those, as one text each. */
export function everythingOf({ store }: SimulatedInstance): readonly string[] {
  return [...store.tables()]
    .filter(({ name }) => !STAYS.has(name))
    .flatMap(({ name }) => store.query(name, {}, systemCaller).map((row) => `${name} ${JSON.stringify(row)}`))
    .toSorted()
}
