import type { NOTICES } from '@accord/shared/contracts'

import type { Notices } from '../../notices/notice-service.ts'
import type { Handlers } from '../handlers.ts'

export const noticeOperations = (notices: Notices): Handlers<typeof NOTICES> => ({
  readNotices: () => notices.report(),
  testNotices: ({ body }) => notices.test(body),
})
