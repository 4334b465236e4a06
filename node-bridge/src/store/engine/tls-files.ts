import { readFileSync } from 'node:fs'

import { ConfigError } from '../../config/config-error.ts'

/** The parameters of a database URL that name a file, and what each has to hold. */
const FILES = { sslrootcert: 'CERTIFICATE', sslcert: 'CERTIFICATE', sslkey: 'PRIVATE KEY' } as const

/**
 * Certificates and keys for the way to the database are checked before it is tried: the driver would fail with a bare system
 * error, or say no more than that the server does not trust. Throws `ConfigError` with the parameter and the file.
 */
export function requireTlsFiles(databaseUrl: string): void {
  const { searchParams } = new URL(databaseUrl)
  for (const [parameter, label] of Object.entries(FILES)) {
    const file = searchParams.get(parameter)
    const flaw = file === null || file === 'system' ? undefined : flawOf(file, label)
    if (flaw !== undefined) throw new ConfigError(`ACCORD_DATABASE_URL: ${parameter}: ${file} ${flaw}`)
  }
}

function flawOf(file: string, label: string): string | undefined {
  try {
    const text = readFileSync(file, 'latin1')
    if (new RegExp(`^-----BEGIN [A-Z0-9 ]*${label}-----\\s*$`, 'mu').test(text)) return undefined
    return `holds no ${label.toLowerCase()} in PEM form, which begins a line with -----BEGIN and has nothing before it`
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unreadable'})`
  }
}
