/** Something that must be found nowhere. `forms`: the byte strings that would give it away. */
export interface Secret {
  readonly name: string
  readonly forms: readonly Buffer[]
}

/** Long enough that no part of anything else looks like it by chance. */
const PIECE = 32

/** A secret that is text to whoever uses it: a token, a pairing secret, a code. Every piece of it counts, not only the whole. */
export function textSecret(name: string, text: string): Secret {
  const pieces: Buffer[] = []
  for (let at = 0; at === 0 || at + PIECE <= text.length; at += PIECE)
    pieces.push(Buffer.from(text.slice(at, at + PIECE)))
  return { name, forms: pieces }
}

/** A secret that is bytes, here in base64 or base64url: searched for raw, in hexadecimal and in both base64s. */
export function keySecret(name: string, encoded: string): Secret {
  const bytes = Buffer.from(encoded, 'base64url')
  const texts = [encoded, bytes.toString('base64url'), bytes.toString('base64'), bytes.toString('hex')]
  return { name, forms: [bytes, ...texts.map((text) => Buffer.from(text))] }
}
