import { expect, test } from '@jest/globals'

import { adviceOn } from '../src/invitation/refused-redeems.ts'

test.each([
  ['already_redeemed', false, 'second'],
  ['already_redeemed', true, 'peer'],
  ['wrong_recipient', false, 'foreign'],
  ['wrong_recipient_key', false, 'foreign'],
  ['no_common_version', false, 'version'],
  ['invitation_revoked', true, 'ended'],
  ['invitation_expired', false, 'ended'],
])('what to do about %s (the other side itself: %s) is distinguished: %s', (code, isPeer, advice) => {
  expect(adviceOn({ code, isPeer })).toBe(advice)
})
