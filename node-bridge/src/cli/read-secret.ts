import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'

import { encodingOf } from '@accord/shared/protocol'

import { RefusedError, UsageError } from './command.ts'

/**
 * A secret never stands among the words of a command, where every user of the machine can read it: it comes from a file,
 * or with `-` or without a name from standard input. Both may be UTF-16, which PowerShell's `>` writes.
 */
export async function readSecret(file: string | undefined): Promise<string> {
  if (file !== undefined && file !== '-') return decode(await readFile(file).catch((error: Error) => fail(error, file)))
  if (process.stdin.isTTY) process.stderr.write('Paste the code, then press Ctrl-D on a line of its own:\n')
  const secret = decode(await buffer(process.stdin))
  if (secret.trim() === '') throw new UsageError('Nothing came from standard input.')
  return secret
}

const decode = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes)

/** A code of any kind, a licence, or the link that one of them stands in. */
const LOOKS_LIKE_A_SECRET = /accord1_|[#?]pair=|[?&]token=|^eyJ[\w-]+\./iu

function fail(error: Error, file: string): never {
  if (LOOKS_LIKE_A_SECRET.test(file))
    throw new UsageError('A code does not belong on the command line: give the name of a file, or pipe it in.')
  throw new RefusedError(`The file cannot be read: ${error.message}`)
}
