/** From most to least: each role may do what those behind it may. */
export const CONSOLE_ROLES = ['admin', 'maintainer', 'auditor'] as const
export type ConsoleRole = (typeof CONSOLE_ROLES)[number]

/** A right of its own, whatever else its holder is: to write scripts and publish them. Who has it may all that a maintainer may. */
export const RULES_AUTHOR = 'rules_author'
/** What a call of the pages asks for. */
export type ConsoleRight = ConsoleRole | typeof RULES_AUTHOR

/** The bridge's own console and nothing else on the node lies below it. */
export const BRIDGE_CONSOLE = { base: '/console', api: '/console/v1' } as const

/** Path of a call on the bridge: `/console/…` is `/console/v1/…` there. */
export const bridgeConsolePath = (path: string): string => BRIDGE_CONSOLE.api + path.slice(BRIDGE_CONSOLE.base.length)

/** The token that each answer within a session carries, and that each change has to bring along. */
export const CONSOLE_TOKEN_HEADER = 'x-accord-console-token'

/** Of a set-up link: its token stands behind the `#`, where no server and no log sees it. */
export const SETUP_LINK_FRAGMENT = '#/welcome?token='
