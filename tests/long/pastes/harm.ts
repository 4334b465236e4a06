import type { Random } from '../../../node-bridge/test/faults/network/random.ts'
import { EXALATE_CODE } from '../../../node-bridge/test/invitations/exalate-code.ts'
import { pick } from '../codes/dress.ts'

/** What is mangled afterwards, and in which outcomes it may end. `code`: what has to be found, where it can be. */
export interface Harmed {
  readonly kind: string
  readonly text: string
  readonly code?: string
  readonly expected: readonly string[]
}

export const WHOLE = (code: string): Harmed => ({ kind: 'whole', text: code, code, expected: ['accepted'] })

const PREFIX = 'accord1_'
const between = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from))

/** A place inside header or payload, away from the dots. */
function placeIn(code: string, random: Random, length: number): number {
  const dots = [code.indexOf('.'), code.lastIndexOf('.')] as const
  const payload = between(random, dots[0] + 8, dots[1] - length - 8)
  return random() < 0.2 ? between(random, PREFIX.length + 8, dots[0] - Math.min(length, 80) - 8) : payload
}

/** What is lost inside can leave a text that reads well; then it is said that letters were changed, added or lost. */
const LOST = ['code_truncated: middle', 'code_malformed: changed', 'code_signature_invalid', 'code_malformed']

type Harm = (code: string, other: string, random: Random) => Omit<Harmed, 'kind'>

const HARMS: Readonly<Record<string, Harm>> = {
  'its end is missing': (code, _, random) => ({
    text: code.slice(0, between(random, PREFIX.length + 60, code.length)),
    expected: ['code_truncated: end'],
  }),
  'lines inside are missing': (code, _, random) => {
    const length = pick(random, [60, 64, 70, 72, 76, 77, 78, 152])
    const at = placeIn(code, random, length)
    return { text: code.slice(0, at) + code.slice(at + length), expected: LOST }
  },
  'one or two letters are missing': (code, _, random) => {
    const at = placeIn(code, random, 2)
    return { text: code.slice(0, at) + code.slice(at + pick(random, [1, 2])), expected: LOST }
  },
  'a letter became another one': (code, _, random) => {
    const at = random() < 0.2 ? between(random, code.lastIndexOf('.') + 2, code.length - 2) : placeIn(code, random, 1)
    const letter = pick(
      random,
      [...'ABCXYZabcxyz0189'].filter((each) => each !== code[at]),
    )
    return { text: code.slice(0, at) + letter + code.slice(at + 1), expected: ['code_signature_invalid', 'code_malformed: changed'] } // prettier-ignore
  },
  'a letter became one that no code holds': (code, _, random) => {
    const at = placeIn(code, random, 1)
    return { text: code.slice(0, at) + pick(random, ['$', '!', '^', ',']) + code.slice(at + 1), expected: ['code_malformed: changed', 'code_truncated: middle'] } // prettier-ignore
  },
  'two codes': (code, other, random) => ({
    text: code + pick(random, ['\n', '\n\nand\n\n']) + other,
    expected: ['code_malformed: several'],
  }),
  'a code of another product': () => ({ text: EXALATE_CODE, expected: ['code_other_product'] }),
  'no code': () => ({ text: 'Hello Bob, I send it tomorrow.', expected: ['code_malformed: none'] }),
}

/** One thing that no unwrapping can undo. */
export function harm(code: string, other: string, random: Random): Harmed {
  const [kind, change] = pick(random, Object.entries(HARMS))
  return { kind, ...change(code, other, random) }
}
