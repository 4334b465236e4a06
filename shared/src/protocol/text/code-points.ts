/** Half of a character that has lost its other half stands as itself. No iterator and no flag `u`: this also runs inside the instance. */
export function codePointsOf(text: string): number[] {
  const points: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const next = text.charCodeAt(at + 1)
    const isPair = isHigh(unit) && isLow(next)
    points.push(isPair ? (unit - 0xd800) * 0x400 + (next - 0xdc00) + 0x10000 : unit)
    if (isPair) at++
  }
  return points
}

export function textOf(point: number): string {
  if (point < 0x10000) return String.fromCharCode(point)
  const rest = point - 0x10000
  return String.fromCharCode(0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff))
}

export const isHalf = (point: number): boolean => isHigh(point) || isLow(point)

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
