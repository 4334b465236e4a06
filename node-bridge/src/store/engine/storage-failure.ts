import { SchemaError } from './migrate.ts'

/** What each code of either database means for the operator; a code of five characters is PostgreSQL's. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|53100)$/u, 'the disk is full'],
  [/^SQLITE_IOERR/u, 'the disk cannot be read or written'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES)/u, 'its files cannot be written'],
  [/^SQLITE_NOTADB$/u, 'it is no database, or damaged; restore a backup'],
  [/^SQLITE_CORRUPT/u, 'it is damaged; restore a backup'],
  [/^SQLITE_BUSY/u, 'another process holds it for too long'],
  [/^53[23]00$/u, 'PostgreSQL has no memory or no connection to spare'],
  [/^(57P0\d|55000)$/u, 'PostgreSQL is stopping, starting or takes no connections'],
  [/^(25006)$/u, 'PostgreSQL is a standby that only reads'],
  [/^42501$/u, 'PostgreSQL gives this user too few rights; let it own its database'],
  [/^28/u, 'PostgreSQL refuses the user or the password'],
  [/^3D000$/u, 'PostgreSQL has no database of this name'],
  [/^(08\d\d\d|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/u, 'PostgreSQL does not answer'],
  [/^(ENOTFOUND|EAI_AGAIN)$/u, 'the host of PostgreSQL cannot be found'],
  [/CERT|SELF_SIGNED|TLS/u, 'the certificate of PostgreSQL does not fit'],
]

/** PgBouncer gives every refusal of its own one code; only its words tell them apart. */
const POOLER_CODE = '08P01'
const POOLER_MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^unsupported startup parameter/u,
    'PgBouncer refuses a start-up parameter; take options out of the URL, or add it to ignore_startup_parameters of PgBouncer',
  ],
  [
    /authentication failed|no such user|not allowed|no authentication method/u,
    'PgBouncer refuses the user or the password',
  ],
  [/^no such database|does not exist/u, 'PgBouncer has no database of this name'],
  [/^no more connections/u, 'PgBouncer has no connection to spare; raise its max_client_conn'],
  [
    /query_wait_timeout|^client_login_timeout|server (?:login|conn)/u,
    'PgBouncer has no connection to PostgreSQL to spare',
  ],
]

/** The driver gives these no code. */
const WITHOUT_CODE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/u

/** What the driver calls the failure, empty when it has no name. Asks for no class: an add-on may make its errors in another realm. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Why the database cannot be used now, in words for the operator; undefined when the error is something else. */
export function storageFailureOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return storageFailureOf(error.errors[0])
  if (error instanceof Error && WITHOUT_CODE.test(error.message)) return 'PostgreSQL does not answer'
  const code = codeOf(error)
  if (code === POOLER_CODE && error instanceof Error) return poolerFailureOf(error)
  return MEANINGS.find(([pattern]) => pattern.test(code))?.[1]
}

const poolerFailureOf = ({ message }: Error): string =>
  POOLER_MEANINGS.find(([pattern]) => pattern.test(message))?.[1] ?? 'PostgreSQL does not answer as one'

/** What stops a start because of the database. `place`: the name of its setting and where that leads, without a password. */
export function nameTheDatabase(error: unknown, place: string): unknown {
  if (error instanceof SchemaError) return error
  const failure = storageFailureOf(error) ?? (error instanceof Error ? error.message : String(error))
  return new Error(`${place} cannot be used: ${failure}`, { cause: error })
}
