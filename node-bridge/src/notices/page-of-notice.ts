import type { NoticeCause } from '@accord/shared/protocol'

import type { ReportedNotice } from './reported-notice.ts'

const PLACES: Readonly<Partial<Record<NoticeCause, string>>> = {
  instance_refuses: '/prerequisites',
  instance_copied: '/prerequisites',
  licence_ends: '/settings',
  licence_ended: '/settings',
  jobs_dead: '/jobs',
}

/** The place in the console where a person goes on; a page of one connection where there is one. */
export function placeOfNotice({ cause, connection, subject }: ReportedNotice): string {
  if (connection === null) return (cause && PLACES[cause]) ?? '/connections'
  if (cause === 'pairs_held')
    return `/queue?${new URLSearchParams({ filter: 'held', connectionId: connection.id, cause: subject })}`
  return `/connections/${connection.id}`
}

/** Its address. Undefined where this node serves no console: then an instance has the pages. */
export const pageOfNotice = (consoleUrl: string | undefined, notice: ReportedNotice): string | undefined =>
  consoleUrl === undefined ? undefined : `${consoleUrl}/console/#${placeOfNotice(notice)}`
