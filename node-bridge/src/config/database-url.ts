import { z } from 'zod'

import { flawOfUrlSecrets, trimSecret } from './secret-text.ts'

/** What an operator may want here. The driver says nothing of a name that it does not know: behind a misspelt `sslmode` nothing would be encrypted. */
const PARAMETERS = new Set([
  'application_name',
  'client_encoding',
  'connect_timeout',
  'host',
  'options',
  'sslcert',
  'sslkey',
  'sslmode',
  'sslnegotiation',
  'sslrootcert',
  'uselibpqcompat',
])
const SSL_MODES = new Set(['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'])

const NO_URL = 'must be a postgres:// URL; write characters such as # and / of a password as %23 and %2F'

/** Never repeats what it refuses: even behind a question mark it may be the rest of a password. */
const GivenUrl = z.url({ protocol: /^postgres(ql)?$/, error: NO_URL, abort: true }).superRefine((url, context) => {
  const parsed = new URL(url)
  const { searchParams } = parsed
  const flaw = flawOfUrlSecrets(parsed)
  if (flaw !== undefined) context.addIssue(flaw)
  if ([...searchParams.keys()].some((name) => !PARAMETERS.has(name)))
    context.addIssue(`has a parameter that does not exist; there are ${[...PARAMETERS].join(', ')}`)
  if (searchParams.getAll('sslmode').some((mode) => !SSL_MODES.has(mode)))
    context.addIssue(`has an sslmode that does not exist; there are ${[...SSL_MODES].join(', ')}`)
})

/** Inside of a URL every parser drops a line break in silence, and with it the password would be another one. */
export const DatabaseUrl = z
  .string()
  .transform(trimSecret)
  .pipe(
    z
      .string()
      .regex(/^\S*$/u, { error: 'holds a blank or a line break inside; remove it', abort: true })
      .pipe(GivenUrl),
  )
