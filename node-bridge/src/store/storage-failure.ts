/** What each code of either database means for the operator; a code of five characters is PostgreSQL's. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|53100)$/u, 'the disk is full'],
  [/^SQLITE_IOERR/u, 'the disk cannot be read or written'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES)/u, 'its files cannot be written'],
  [/^SQLITE_BUSY/u, 'another process holds it for too long'],
  [/^53[23]00$/u, 'PostgreSQL has no memory or no connection to spare'],
  [/^(57P0\d|55000)$/u, 'PostgreSQL is stopping, starting or takes no connections'],
  [/^(25006)$/u, 'PostgreSQL is a standby that only reads'],
  [/^28/u, 'PostgreSQL refuses the user or the password'],
  [/^3D000$/u, 'PostgreSQL has no database of this name'],
  [/^(08\d\d\d|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/u, 'PostgreSQL does not answer'],
  [/^(ENOTFOUND|EAI_AGAIN)$/u, 'the host of PostgreSQL cannot be found'],
  [/CERT|SELF_SIGNED|TLS/u, 'the certificate of PostgreSQL does not fit'],
]

/** The driver gives these no code. */
const WITHOUT_CODE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/u

/** Why the database cannot be used now, in words for the operator; undefined when the error is something else. */
export function storageFailureOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof AggregateError) return storageFailureOf(error.errors[0])
  if (WITHOUT_CODE.test(error.message)) return 'PostgreSQL does not answer'
  const code = 'code' in error ? String(error.code) : ''
  return MEANINGS.find(([pattern]) => pattern.test(code))?.[1]
}

/** What stops a start because of the database, with the name of its setting and without its password. */
export function nameTheServer(error: unknown, databaseUrl: string): unknown {
  const failure = storageFailureOf(error) ?? (error instanceof Error ? error.message : String(error))
  return new Error(`ACCORD_DATABASE_URL: ${new URL(databaseUrl).host} cannot be used: ${failure}`, { cause: error })
}
