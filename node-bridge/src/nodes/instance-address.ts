/** Where an instance is, and below which path its application answers. */
export interface InstanceAddress {
  readonly instanceUrl: string
  readonly apiBase: string
}
