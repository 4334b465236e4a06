/** Something that the platform has and the simulator has not. Never swallowed: it becomes a 501, a failed script, or a failed install. */
export class NotSimulated extends Error {
  readonly code = 'not_simulated'
  readonly what: string

  constructor(what: string) {
    super(`not simulated: ${what}`)
    this.what = what
  }
}
