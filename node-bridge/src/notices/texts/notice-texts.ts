import type { NoticeCause } from '@accord/shared/protocol'

import type { ReportedNotice } from '../reported-notice.ts'

/** What a notice says in one language. */
export interface NoticeTexts {
  /** What needs a person, in half a sentence, without the name of the connection. */
  readonly causes: Record<NoticeCause, (notice: ReportedNotice) => string>
  /** What is over, in the same way. */
  readonly ends: Record<NoticeCause, (notice: ReportedNotice) => string>
  readonly remedies: Record<NoticeCause, string>
  readonly test: string
  readonly since: (time: string) => string
  /** Of what is over. */
  readonly began: (time: string) => string
  readonly until: (time: string) => string
  readonly grew: (more: number, time: string) => string
  readonly over: string
  readonly remedy: string
  /** The subject of a mail about several things. */
  readonly several: (open: number, over: number) => string
  readonly hidden: (count: number) => string
  readonly node: (name: string, url: string) => string
  readonly footer: string
}
