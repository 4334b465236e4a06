/** The field's words, as the wire and the tables spell them. No imports here: these files also run inside the instance. */
export const CONFIGURATION_MODES = ['basic', 'visual', 'script'] as const
export type ConfigurationMode = (typeof CONFIGURATION_MODES)[number]

/** Modes that this release can run; the others are listed, disabled, with the reason. */
export const SUPPORTED_MODES: readonly ConfigurationMode[] = ['basic', 'script']

export const NODE_TYPES = ['SERVICENOW', 'JIRA', 'GENERIC'] as const
export type NodeType = (typeof NODE_TYPES)[number]

export const SIDES = ['source', 'destination'] as const
export type Side = (typeof SIDES)[number]

/** What a code is redeemed for: the first makes a connection, the second renews the keys of one. */
export const REDEMPTION_PURPOSES = ['connect', 'rekey'] as const
export type RedemptionPurpose = (typeof REDEMPTION_PURPOSES)[number]

/** Who can redeem a code, from the narrowest to the widest: who holds a key that is named, who names itself as an instance, who holds the code. */
export const CODE_BINDINGS = ['key', 'instance', 'nobody'] as const
export type CodeBinding = (typeof CODE_BINDINGS)[number]
