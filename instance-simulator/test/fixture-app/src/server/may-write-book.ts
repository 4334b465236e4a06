import type { GlideRecord } from '@servicenow/glide'

/** A lost book is closed for writing, whatever the role. */
export function mayWriteBook(current: GlideRecord): boolean {
  return current.getValue('state') !== 'lost'
}
