import type { Config } from './config.ts'

/**
 * Where browsers open the console unless a setting says so: below the public URL, or, where operator and console have a
 * port of their own that no proxy passes on, at that port of this machine, as through a tunnel.
 */
export function consoleUrlOf(config: Config, publicUrl: string, adminPort = config.adminPort): string {
  if (config.consoleUrl !== undefined) return config.consoleUrl
  return config.adminPort === undefined ? publicUrl : `http://localhost:${adminPort}`
}
