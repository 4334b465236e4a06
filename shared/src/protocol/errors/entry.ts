export type WhoActs = 'local-admin' | 'source-admin' | 'destination-admin' | 'operator' | 'vendor' | 'nobody'

/**
 * One refusal. `status`: HTTP status. `retry`: the same call may succeed later.
 * `whoActs`: whose turn it is. `title`: what happened, in a few words. `mend`: what that person does next.
 */
export interface ErrorEntry {
  readonly status: number
  readonly retry: boolean
  readonly whoActs: WhoActs
  readonly title: string
  readonly mend: string
}

export const entry = (status: number, retry: boolean, whoActs: WhoActs, title: string, mend: string): ErrorEntry => ({
  status,
  retry,
  whoActs,
  title,
  mend,
})
