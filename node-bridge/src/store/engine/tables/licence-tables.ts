/** Every licence that was ever installed; the token proves itself. */
export interface LicenceTable {
  id: string
  token: string
  installed_at: number
  installed_by: string
}

/** One row: where the evaluation began, and the latest time that was ever seen. */
export interface LicenceClockTable {
  id: number
  evaluation_from: number
  seen_at: number
}
