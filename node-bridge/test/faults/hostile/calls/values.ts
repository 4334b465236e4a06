import type { Random } from '../../network/random.ts'

/** Text that stands in the JSON as it is: numbers that JSON.stringify would repair. */
const RAW = [
  '1e400',
  '-1e400',
  '9007199254740993',
  '-0',
  '0.1e-9',
  '1E9',
  '999999999999999999999999',
  '00',
  '+1',
  'NaN',
]
const NUMBERS = [0, 1, 2, 3, -1, 0.5, 10_000, 10_001, 998_999_999, 1e9, 1e9 + 1, 2 ** 31, 2 ** 32, 2 ** 53, 1e21, 1e308]
const TEXTS = [
  '',
  '0',
  '1000000000',
  '\u0000',
  '\uD800',
  '\u202Egnirts',
  '__proto__',
  'x'.repeat(3000),
  'Ä'.repeat(400),
  "'; drop table connection; --",
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
  'http://127.0.0.1:1/#',
  '00000000-0000-0000-0000-000000000000',
]

export const below = (random: Random, bound: number): number => Math.floor(random() * bound)

const raw = (text: string): string => `@raw:${text}@`

/** One value of any kind, to stand where another was expected. */
export function hostileValue(random: Random, depth = 0): unknown {
  const pick = <T>(list: readonly T[]): T => list[below(random, list.length)] as T
  switch (below(random, depth > 2 ? 4 : 8)) {
    case 0:
    case 1:
      return pick(NUMBERS)
    case 2:
      return pick(TEXTS)
    case 3:
      return pick([null, true, false, raw(pick(RAW))])
    case 4:
      return Array.from({ length: below(random, 4) }, () => hostileValue(random, depth + 1))
    case 5:
      return { [pick(['a', '__proto__', 'constructor', 'toString', ''])]: hostileValue(random, depth + 1) }
    case 6:
      return nested(below(random, 2) === 0 ? 40 : 2000)
    default:
      return below(random, 2_000_000_000)
  }
}

/** Some members are replaced, some left out, and sometimes one is added. */
export function spoil(message: Readonly<Record<string, unknown>>, random: Random): Record<string, unknown> {
  const spoilt: Record<string, unknown> = { ...message }
  for (const name of Object.keys(message)) {
    const chance = below(random, 10)
    if (chance < 3) spoilt[name] = hostileValue(random)
    if (chance === 9) delete spoilt[name]
  }
  if (below(random, 12) === 0) spoilt[below(random, 2) === 0 ? 'more' : '__proto__'] = hostileValue(random)
  return spoilt
}

/** The bytes of a message; now and then no object, no JSON, or too much of it. */
export function hostileText(message: unknown, random: Random): string {
  const text = JSON.stringify(message).replaceAll(/"@raw:([^@]*)@"/gu, '$1')
  switch (below(random, 25)) {
    case 0:
      return text.slice(0, below(random, text.length + 1))
    case 1:
      return `[${text}]`
    case 2:
      return text.replace('{', '{"pauses":1,"pauses":2,')
    case 3:
      return '['.repeat(30_000)
    case 4:
      return `\uFEFF${text}`
    case 5:
      return JSON.stringify(hostileValue(random)).replaceAll(/"@raw:([^@]*)@"/gu, '$1')
    default:
      return text
  }
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}
