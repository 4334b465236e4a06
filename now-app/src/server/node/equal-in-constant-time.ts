/** Compares two texts in a time that depends on their length only, so that a signature cannot be guessed byte by byte. */
export function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ (b.charCodeAt(i % (b.length || 1)) || 0)
  return difference === 0
}
