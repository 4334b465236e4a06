import type { Contracts } from './contract.js'

/** People are notified of what needs them: by mail, and on other ways. */
export const NOTICES = {
  readNotices: {
    summary: 'What needs a person now, on which ways people are notified, and what became of the newest notices',
    method: 'GET',
    path: '/operator/v1/notices',
    audience: 'operator',
    role: 'admin',
    answer: 'NoticeReport',
  },
  testNotices: {
    summary: 'Send a notice as a test to every recipient, on each way that is set up, and say what became of it',
    method: 'POST',
    path: '/operator/v1/notices/test',
    audience: 'operator',
    role: 'admin',
    body: 'ActorRequest',
    actor: true,
    answer: 'NoticeTestAnswer',
    refusals: ['notices_not_set_up'],
  },
} as const satisfies Contracts
