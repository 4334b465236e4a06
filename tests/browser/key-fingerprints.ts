import type { Locator, Page } from '@playwright/test'

/** The fingerprints of both sides on the page of a connection: ours, then theirs. The one that a code was bound to stands elsewhere. */
export const keyFingerprints = (page: Page): Locator =>
  page
    .getByRole('region', { name: /^(This side|The other side)$/ })
    .getByRole('definition')
    .filter({ hasText: /^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/ })
