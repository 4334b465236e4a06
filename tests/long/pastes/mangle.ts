import type { Random } from '../../../node-bridge/test/faults/network/random.ts'
import { pick } from '../codes/dress.ts'
import { CHATS } from './mangle-chats.ts'
import { CHARACTERS, type Mangle } from './mangle-characters.ts'
import { LINKS, OUTERMOST_LINKS } from './mangle-links.ts'
import { HTML, MAIL, OUTERMOST } from './mangle-mail.ts'

const MANGLINGS: readonly (readonly [string, Mangle])[] = Object.entries({
  ...CHARACTERS,
  ...MAIL,
  ...HTML,
  ...LINKS,
  ...CHATS,
})

const LAST: readonly (readonly [string, Mangle])[] = [
  ...MANGLINGS,
  ...Object.entries({ ...OUTERMOST, ...OUTERMOST_LINKS }),
]

/** What one mail can become on its way: `count` manglings, one after the other; text that would be too long stays. */
export function mangle(original: string, count: number, random: Random): { text: string; names: string[] } {
  const names: string[] = []
  let text = original
  for (let done = 0; done < count; done += 1) {
    const [name, change] = pick(random, done === count - 1 ? LAST : MANGLINGS)
    const next = change(text, random)
    if (next.length > 40_000) continue
    names.push(name)
    text = next
  }
  return { text, names }
}
