/** Scripts see the simulator's clock: `Date` in this context is the machine's, moved by the offset of the transaction. */
const RealDate = Date
const clock = { offsetMs: 0 }

export const nowMs = (): number => RealDate.now() + clock.offsetMs

export function installClock(offsetMs: number): void {
  clock.offsetMs = offsetMs
  if (offsetMs === 0) return
  const Moved = function (this: unknown, ...parts: []): unknown {
    if (!new.target) return new RealDate(nowMs()).toString()
    return parts.length === 0 ? new RealDate(nowMs()) : new RealDate(...parts)
  }
  Moved.prototype = RealDate.prototype
  Moved.now = nowMs
  Moved.parse = RealDate.parse
  Moved.UTC = RealDate.UTC
  Object.defineProperty(globalThis, 'Date', { value: Moved, writable: true, configurable: true })
}
