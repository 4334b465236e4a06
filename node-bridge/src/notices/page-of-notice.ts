import { placeOfNotice } from '@accord/shared/protocol'

import type { ReportedNotice } from './reported-notice.ts'

/** Where a person goes on. Undefined where this node serves no console: then an instance has the pages. */
export const pageOfNotice = (
  consoleUrl: string | undefined,
  { cause, connection, subject }: ReportedNotice,
): string | undefined =>
  consoleUrl === undefined ? undefined : `${consoleUrl}/console/#${placeOfNotice(cause, connection?.id ?? '', subject)}`
