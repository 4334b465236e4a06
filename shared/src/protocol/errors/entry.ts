export type Responsible = 'local-admin' | 'source-admin' | 'destination-admin' | 'operator' | 'vendor' | 'nobody'

/**
 * One refusal. `status`: HTTP status. `retry`: the same call may succeed later.
 * `responsible`: whose turn it is. `title`: what happened, in a few words. `remedy`: what that person does next.
 * What brings it about, as far as that is known, is the comment above its entry: `npm run docs:refusals` puts it into
 * docs/operations.md.
 */
export interface ErrorEntry {
  readonly status: number
  readonly retry: boolean
  readonly responsible: Responsible
  readonly title: string
  readonly remedy: string
}

export const entry = (
  status: number,
  retry: boolean,
  responsible: Responsible,
  title: string,
  remedy: string,
): ErrorEntry => ({
  status,
  retry,
  responsible,
  title,
  remedy,
})
