/** Counts signature checks from now on: they are what a stranger could make a node spend its time on. */
export function countVerifications(): { readonly count: () => number; readonly stop: () => void } {
  const { subtle } = crypto
  const verify = subtle.verify.bind(subtle)
  let checks = 0
  const counting: typeof verify = (...given) => {
    checks += 1
    return verify(...given)
  }
  Object.defineProperty(subtle, 'verify', { value: counting, configurable: true })
  return { count: () => checks, stop: () => void Reflect.deleteProperty(subtle, 'verify') }
}
