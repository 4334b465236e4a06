import { z } from 'zod'

/** What files, editors and secret stores put around a secret: line breaks, blanks, a byte order mark. */
export const trimSecret = (text: string): string => text.trim()

/**
 * The one rule for a secret of one word, from wherever it comes: what stands around it is cut off, and what then could not be
 * sent or compared as it is refuses the start. The sentences never repeat what they refuse.
 */
export const secretWord = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .transform(trimSecret)
    .pipe(
      z
        .string()
        .min(1, { error: 'is set, but holds nothing but blanks or line breaks; fill it, or remove it', abort: true })
        .regex(/^\S+$/u, {
          error: 'holds a blank or a line break between its characters; it must be one word',
          abort: true,
        })
        .regex(/^[\x21-\x7E]+$/u, {
          error: 'holds a character that is not visible ASCII, such as an invisible one or a typographic quote',
          abort: true,
        })
        .min(min, `must have at least ${min} characters`)
        .max(max, `must have at most ${max} characters`),
    )

/** Bearer token of the operator calls, for the node that checks it and for the command line that sends it. */
export const OperatorToken = secretWord({ min: 24, max: 200 })

/** Says why a password inside a URL cannot be meant, as when a file was encoded into it together with its last line break. */
export function flawOfUrlSecrets(url: URL): string | undefined {
  for (const part of [url.username, url.password]) {
    const plain = decoded(part)
    if (plain === undefined) return 'has a user or password with a % that begins no %XX; write % itself as %25'
    if (/[\p{Cc}\uFEFF]/u.test(plain) || plain !== plain.trim())
      return 'has a user or password with a line break, a control character or a blank at its edge (%0A, %20, …); remove it'
  }
  return undefined
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
