import { subtle } from 'node:crypto'

/** Counts signature checks from now on: they are what a stranger could make a node spend its time on. */
export function countVerifications(): { readonly count: () => number; readonly stop: () => void } {
  const { verify } = subtle
  let checks = 0
  // jose verifies by the web crypto of the runtime. Its own method is inherited: what stands before it is deleted again.
  const counting = (...given: Parameters<typeof verify>) => {
    checks += 1
    return verify.apply(subtle, given)
  }
  Object.defineProperty(subtle, 'verify', { value: counting, configurable: true, writable: true })
  return { count: () => checks, stop: () => void Reflect.deleteProperty(subtle, 'verify') }
}
