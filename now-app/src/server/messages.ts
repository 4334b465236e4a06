import { gs } from '@servicenow/glide'
import { ERROR_CODES } from '@accord/shared/protocol'
import type { Refusal } from './http/refusal.ts'
import { MESSAGES } from './message-texts.ts'

/** In the language of the session; `{0}`, `{1}` are the parts. */
export const say = (name: keyof typeof MESSAGES, ...parts: readonly string[]): string =>
  gs.getMessage(MESSAGES[name], [...parts])

/** A refusal as a message line, in the language of the session. */
export function sayRefusal({ code }: Refusal): string {
  const { title, remedy } = ERROR_CODES[code]
  return `${gs.getMessage(title)}. ${gs.getMessage(remedy)}`
}
