import type { Replica } from '@accord/shared/schemas'

/** What somebody has typed as a replica, or why it is none. The node checks its members. */
export function readReplica(text: string): { readonly replica: Replica } | { readonly reason: string } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { reason: '{ … }' }
    return { replica: { customKeys: {}, ...value } }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
