import crypto from 'node:crypto'

/** Counts signature checks from now on: they are what a stranger could make a node spend its time on. */
export function countVerifications(): { readonly count: () => number; readonly stop: () => void } {
  const { verify } = crypto
  let checks = 0
  const counting = (...given: Parameters<typeof verify>) => {
    checks += 1
    return verify(...given)
  }
  Object.assign(crypto, { verify: counting })
  return { count: () => checks, stop: () => void Object.assign(crypto, { verify }) }
}
