import type { NoticeCause } from './notice-causes.js'

/** Of the node, or of its instance. */
const OF_THE_NODE: Readonly<Partial<Record<NoticeCause, string>>> = {
  instance_refuses: '/prerequisites',
  instance_copied: '/prerequisites',
  licence_ends: '/settings',
  licence_ended: '/settings',
  jobs_dead: '/jobs',
  audit_broken: '/help/support',
}

/** Below the page of the connection. Of the others that page itself shows what there is to do. */
const OF_A_CONNECTION: Readonly<Partial<Record<NoticeCause, string>>> = {
  comparison_waits: '?tab=sync',
  canary_fell_back: '/sync',
  dictionary_changed: '/sync',
  peer_away: '?tab=diagnostics',
  peer_lost: '?tab=diagnostics',
}

/** The place in the console where a person goes on. `connectionId`: empty where it is of none; `subject`: what else is known, in a word. */
export function placeOfNotice(cause: NoticeCause | null, connectionId: string, subject: string): string {
  if (connectionId === '') return (cause !== null && OF_THE_NODE[cause]) || '/connections'
  if (cause === 'pairs_held')
    return `/queue?filter=held&connectionId=${connectionId}&cause=${encodeURIComponent(subject)}`
  if (cause === 'sync_stuck') return `/queue?filter=moving&connectionId=${connectionId}`
  return `/connections/${connectionId}${(cause !== null && OF_A_CONNECTION[cause]) || ''}`
}
