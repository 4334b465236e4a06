/** 192 random bits in base64url: where a secret ends, whatever stands behind it. */
export const SECRET_CHARACTERS = 32

export interface SecretLetters {
  /** The first 32 letters where a gap or the end stands behind them, also over line ends. */
  readonly whole: string | undefined
  /** The letters up to the first gap. */
  readonly first: string
}

/** Letters of a secret at the beginning of a text whose gaps are normalised. */
export function secretLettersOf(text: string): SecretLetters {
  const run = /^[ \n]?((?:[A-Za-z0-9_-][ \n]?)+)/.exec(text)
  const pieces = run ? (run[1] || '').split(/[ \n]/) : ['']
  let joined = ''
  for (const piece of pieces) {
    joined += piece
    if (joined.length >= SECRET_CHARACTERS) break
  }
  return { whole: joined.length === SECRET_CHARACTERS ? joined : undefined, first: pieces[0] || '' }
}
