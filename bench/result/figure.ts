/** The rounds of one figure. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly rounds: number
}

export type Unit = 'per second' | 'per CPU second' | 'ms' | 'µs' | 'MB' | 'kB' | 'bytes' | 'count'

/** What stands for 1 in a ratio, in the unit of the figure. */
export interface Against {
  readonly value: number
  readonly to: string
}

/** How a median stands to something measured in the same run. */
export interface Ratio {
  readonly value: number
  readonly to: string
}

export interface Figure {
  readonly name: string
  readonly unit: Unit
  readonly spread: Spread
  /** To what this machine can do at all, or to the least that the work can do with. */
  readonly ratio?: Ratio
  /** To another figure of the same measurement. */
  readonly beside?: Ratio
  readonly aim?: Aim
}

/** A figure of the product never stands alone: beside another machine's it would say nothing. */
export type RelatedFigure = Figure & { readonly ratio: Ratio }

/** What is asked of a figure: of its median, or of one of its ratios. */
export interface Aim {
  readonly of: 'median' | 'ratio' | 'beside'
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
export interface Measured extends Pick<Section, 'notes'> {
  readonly figures: readonly RelatedFigure[]
}
