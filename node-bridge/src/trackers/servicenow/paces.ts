/** How often an instance is asked, in milliseconds. */
export interface Paces {
  /** Between two pulls while something moves, and at the longest. */
  readonly busyMs: number
  readonly idleMs: number
  /** Between two scans of what changed lately, and how far each looks back behind the one before. */
  readonly fastScanMs: number
  readonly fastOverlapMs: number
  readonly slowScanMs: number
  readonly slowOverlapMs: number
  /** Every record that is in a pair is looked at after so long, whatever its version says. */
  readonly driftMs: number
  /** The list of triggers is sent again after so long, whatever the instance has: somebody may have taken it away there. */
  readonly watchesMs: number
}

export const PACES: Paces = {
  busyMs: 2000,
  idleMs: 15_000,
  fastScanMs: 60_000,
  fastOverlapMs: 120_000,
  slowScanMs: 3_600_000,
  slowOverlapMs: 86_400_000,
  driftMs: 86_400_000,
  watchesMs: 600_000,
}

/** After a pull that brought something the next one comes soon; each that brings nothing lets it wait a little longer. */
export const nextPauseMs = (pauseMs: number, isBusy: boolean, { busyMs, idleMs }: Paces): number =>
  isBusy ? Math.min(busyMs, idleMs) : Math.min(idleMs, Math.ceil(pauseMs * 1.5))
