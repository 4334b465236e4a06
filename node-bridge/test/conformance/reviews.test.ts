import { expect, test } from '@jest/globals'
import type { NodeInfo } from '@accord/shared/schemas'

import type { ConnectionContext } from '../../src/connections/connection-context.ts'
import { requireAcceptable, reviewInvitation } from '../../src/invitations/review-invitation.ts'
import { createUrlGuard } from '../../src/network/url-guard.ts'
import { isRefusal } from '../../src/refusals/refusal.ts'
import { readFixture } from './read-fixture.ts'

const { reviewer, reviews } = readFixture<{
  reviewer: { nodeInfo: NodeInfo; identityThumbprint: string }
  reviews: { name: string; code: string; refusal: string | null }[]
}>('reviews.json')

const guard = createUrlGuard({ allowHttpLoopback: false, allowedPrivateRanges: [] })
/** Only what a review reads; it asks nobody and stores nothing. */
const context = {
  identity: { instanceUid: reviewer.nodeInfo.instanceUid, key: { thumbprint: reviewer.identityThumbprint } },
  nodeInfo: async () => reviewer.nodeInfo,
  checkUrl: (url: string) => void guard.check(url),
  pollOnly: false,
} as unknown as ConnectionContext

async function review(code: string): Promise<string | null> {
  try {
    const { payload } = await reviewInvitation(context, code)
    await requireAcceptable(context, payload)
    return null
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

test.each(reviews)('a code with $name: $refusal', async ({ code, refusal }) => {
  expect(await review(code)).toBe(refusal)
})
