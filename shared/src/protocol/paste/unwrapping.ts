/**
 * One thing that programs do to a text on its way, undone: text in, text out, in time that grows with its length and no
 * faster. An unwrapping may be wrong about a text, since what it makes is checked afterwards.
 */
export interface Unwrapping {
  readonly name: string
  /** Stands in every text that this could change. Lets the search pass over the others. */
  readonly needs: RegExp
  readonly unwrap: (text: string) => string
}
