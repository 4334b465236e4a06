/** The messages by which two nodes agree, as pure functions: `create…` makes ours, `read…`, `check…` and `process…` check theirs. */
export { checkRedeem, createRedeem, readRedeem } from './redeem.ts'
export type { CreatedRedeem, ReadRedeem, RedeemExpectation, RedeemInput } from './redeem.ts'
export { createGrant, processGrant } from './grant.ts'
export type { GrantExpectation, GrantInput } from './grant.ts'
