import { quoted } from '@accord/shared/protocol'

const LONGEST = 300

/** What a rule of the instance or a page says, inside a sentence of ours: one line, of bounded length. */
export const quotedReason = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return quoted(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)
}
