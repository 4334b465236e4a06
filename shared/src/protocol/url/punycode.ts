import { textOf } from '../text/code-points.js'

const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const FIRST_POINT = 0x80
const LAST_POINT = 0x10ffff

/** The label behind `xn--` as Unicode, RFC 3492; undefined when it is none. Not in the browser, and not on the instance. */
export function decodePunycode(label: string): string | undefined {
  const hyphen = label.lastIndexOf('-')
  const points: number[] = []
  for (let at = 0; at < hyphen; at++) points.push(label.charCodeAt(at))
  let [point, bias, place, at] = [FIRST_POINT, 72, 0, hyphen + 1]
  while (at < label.length) {
    const before = place
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at++))
      if (digit === undefined) return undefined
      place += digit * weight
      const threshold = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias
      if (digit < threshold) break
      weight *= BASE - threshold
      if (weight > LAST_POINT * BASE) return undefined
    }
    const length = points.length + 1
    bias = adapt(place - before, length, before === 0)
    point += Math.floor(place / length)
    if (point > LAST_POINT) return undefined
    place %= length
    points.splice(place++, 0, point)
  }
  return points.map(textOf).join('')
}

function digitOf(unit: number): number | undefined {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 26 : undefined
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
