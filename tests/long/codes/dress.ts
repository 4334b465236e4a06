import type { Random } from '../../../node-bridge/test/faults/network/random.ts'

const GAPS = ['\n', '\r\n', ' ', '\t', '\u00A0', '\u200B', '\uFEFF', '\u00AD', '\n> ', '\n>> ', '=\r\n']
const DRESSES: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `"${code}"`,
  (code) => `“${code}”`,
  (code) => `\`\`\`\n${code}\n\`\`\``,
  (code) => `Invitation code: ${code}`,
  (code) => `Here it is:\n\n${code}\n\nBest regards`,
  (code) => `https://node-b.example/accept#code=${code}`,
  (code) => `${code}\n${code}`,
]

export const pick = <T>(random: Random, choices: readonly T[]): T => {
  const chosen = choices[Math.floor(random() * choices.length)]
  if (chosen === undefined) throw new Error('There is nothing to choose from')
  return chosen
}

/** What mail programs and chats do to a code without harm: gaps between its letters, and something around it. */
export function dressUp(code: string, random: Random): string {
  const places = Array.from({ length: Math.floor(random() * 6) }, () => 1 + Math.floor(random() * (code.length - 1)))
  const gapped = [...new Set(places)]
    .toSorted((left, right) => right - left)
    .reduce((text, at) => text.slice(0, at) + pick(random, GAPS) + text.slice(at), code)
  return pick(random, DRESSES)(gapped)
}
