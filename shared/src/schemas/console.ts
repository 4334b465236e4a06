import { z } from 'zod'
import { CONSOLE_ROLES, LIMITS, PASTED_LINK_MAX_CHARACTERS, readSetupToken } from '../protocol/index.js'
import { HttpUrl, Id, IsoTime, Label, NodeKind } from './primitives.js'
import { TypedUrl } from './urls.js'

/** Name of a console user: what the audit log shows as actor. */
export const ConsoleUserName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,49}$/u, 'takes letters, digits and . _ @ -, at most 50')
const Role = z.enum(CONSOLE_ROLES)
const Password = z.string().min(1).max(LIMITS.passwordMaxChars)
/** The token, or the link that it stands in, as mail and chat left it. */
const LinkToken = z
  .string()
  .max(PASTED_LINK_MAX_CHARACTERS)
  .transform((pasted) => readSetupToken(pasted) ?? pasted)
  .pipe(z.string().regex(/^[A-Za-z0-9_-]{32}$/))

export const SignInRequest = z.strictObject({ name: z.string().trim().min(1).max(100), password: Password })
export const ReadLinkRequest = z.strictObject({ token: LinkToken })
export const UseLinkRequest = z.strictObject({ token: LinkToken, password: Password })
export const ChangePasswordRequest = z.strictObject({ current: Password, password: Password })

/** Who is logged in and what this user may do, for the page to show only what can work. */
export const ConsoleSession = z.object({
  userName: z.string(),
  userDisplayName: z.string(),
  /** What the user has chosen on an instance, as the platform writes it: `de`, `pt_br`. A node leaves it to the browser. */
  language: z.string().optional(),
  roles: z.object({ admin: z.boolean(), maintainer: z.boolean(), auditor: z.boolean(), rulesAuthor: z.boolean() }),
  paired: z.boolean(),
  nodeUrl: HttpUrl.nullable(),
  /** The URL of the instance that this one is a copy of, where it holds the pairing of another. */
  copyOf: z.string().optional(),
  instanceUrl: z.string(),
  instanceName: z.string(),
  appVersion: z.string(),
})
export type ConsoleSession = z.infer<typeof ConsoleSession>
/** `since`: the revision of the answer before; without one nothing has changed. */
export const ChangesQuery = z.object({ since: z.string().max(200).optional() })

/**
 * The first reconciliation after a pairing: so many connections the node has (null: not asked yet), so many of them are
 * stored as it has them, and with what it was refused last.
 */
export const Reconciling = z.object({
  known: z.int().min(0).nullable(),
  stored: z.int().min(0),
  refused: z.string().nullable(),
})
export type Reconciling = z.infer<typeof Reconciling>

/**
 * What changed in an instance's own tables: connections by themselves and by their pairs. `connections` null: more than
 * can be named. `isWaiting`: something is expected to change soon.
 */
export const Changes = z.object({
  revision: z.string(),
  hasChanged: z.boolean(),
  connections: z.array(Id).nullable(),
  pairsOf: z.array(Id),
  isWaiting: z.boolean(),
  /** While what the node knows is being stored; absent once it is. */
  reconciling: Reconciling.optional(),
})
export type Changes = z.infer<typeof Changes>

/** As it was pasted. */
export const PairNodeRequest = z.strictObject({ pairingCode: z.string() })

export const SignedIn = z.object({ name: z.string(), role: Role })
export const LinkDetails = z.object({ name: z.string(), role: Role, expiresAt: IsoTime })
export const ConsoleSessionList = z.object({
  sessions: z.array(
    z.object({
      current: z.boolean(),
      startedAt: IsoTime,
      lastSeenAt: IsoTime,
      endsAt: IsoTime,
      address: z.string(),
      browser: z.string(),
    }),
  ),
})
export type ConsoleSessionList = z.infer<typeof ConsoleSessionList>

/** `state`: `invited` until a password is set. */
export const ConsoleUser = z.object({
  name: z.string(),
  role: Role,
  /** May write scripts and publish them. */
  rulesAuthor: z.boolean(),
  state: z.enum(['invited', 'active', 'disabled']),
  createdAt: IsoTime,
  lastSignInAt: IsoTime.nullable(),
})
export type ConsoleUser = z.infer<typeof ConsoleUser>
export const ConsoleUserList = z.object({ users: z.array(ConsoleUser) })
/** `rulesAuthor`: absent, a new admin has it, a new maintainer has not, and for anybody else it stays; an auditor never has it. */
export const InviteConsoleUserRequest = z.strictObject({
  name: ConsoleUserName,
  role: Role,
  rulesAuthor: z.boolean().optional(),
  actor: Label,
})
export const ConsoleUserRequest = z.strictObject({ name: ConsoleUserName, actor: Label })
export const ConsoleUserAnswer = z.object({ user: ConsoleUser })
/** `link` is null for a user who has a password already: inviting again changes the role and nothing else. */
export const ConsoleInvitation = z.object({
  user: ConsoleUser,
  link: z.object({ url: z.string(), expiresAt: IsoTime }).nullable(),
})
export type ConsoleInvitation = z.infer<typeof ConsoleInvitation>

/** What stands at this side where no ServiceNow instance is paired. */
export const Tracker = z.object({ kind: NodeKind.exclude(['SERVICENOW']), url: HttpUrl, name: Label.min(1) })
export type Tracker = z.infer<typeof Tracker>
export const SetTrackerRequest = z.strictObject({ ...Tracker.shape, url: TypedUrl, actor: Label })
export const TrackerAnswer = z.object({ tracker: Tracker.nullable() })
