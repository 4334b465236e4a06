/**
 * Local time in this thread becomes UTC. QuickJS asks its host for the offset of local time; a script must read the same
 * dates wherever a node stands.
 */
const LOCAL = ['Date', 'Day', 'FullYear', 'Hours', 'Minutes', 'Month', 'Seconds'] as const

export function useUtc(): void {
  const { prototype } = Date
  for (const part of LOCAL)
    Object.defineProperty(prototype, `get${part}`, { value: prototype[`getUTC${part}`], configurable: true })
  Object.defineProperty(prototype, 'getTimezoneOffset', { value: () => 0, configurable: true })
}
