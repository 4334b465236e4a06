/** The rounds of one figure. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly rounds: number
}

export type Unit = 'per second' | 'per CPU second' | 'ms' | 'µs' | 'MB' | 'kB' | 'bytes' | 'count'

export interface Figure {
  readonly name: string
  readonly unit: Unit
  readonly spread: Spread
  /** How the median stands to something measured in the same run. */
  readonly ratio?: { readonly value: number; readonly to: string }
  readonly aim?: Aim
}

/** What issue 7 asks of a figure: of its median, or of its ratio. */
export interface Aim {
  readonly of: 'median' | 'ratio'
  readonly least?: number
  readonly most?: number
}

export interface Section {
  readonly name: string
  readonly title: string
  readonly figures: readonly Figure[]
  /** What a reader has to know to read the figures. */
  readonly notes: readonly string[]
}

/** What a measurement measured, before it is named. */
export type Measured = Pick<Section, 'figures' | 'notes'>
