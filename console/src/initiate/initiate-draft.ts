import { cutText, LIMITS } from '@accord/shared/protocol'
import type { ConfigurationMode } from '@accord/shared/protocol'
import type { ResolvedDestination } from '@accord/shared/schemas'

/** What was typed and found so far. It outlives every step and every refusal. */
export interface InitiateDraft {
  readonly url: string
  readonly noUrl: boolean
  /** What was found at `url`; null as soon as `url` changes. */
  readonly found: ResolvedDestination | null
  readonly mode: ConfigurationMode
  readonly localShortName: string
  readonly remoteShortName: string
  /** What the last look-up has proposed for it; another one may replace that, and nothing that was typed. */
  readonly proposedRemote: string
  /** Undefined until it is edited: then it follows the two short names. */
  readonly typedName: string | undefined
  readonly description: string
  readonly validForMs: number
  /** The admin here decides, with the fingerprint of who accepted, before the connection becomes active. */
  readonly approval: boolean
}

export type ChangeDraft = (change: Partial<InitiateDraft>) => void

const shortNameOf = (name: string): string => cutText(name.trim(), LIMITS.shortNameChars).trim()

/** The validity of a code where the user chooses none. */
export interface CodeDefaults {
  readonly invitationValidityMs: number
  readonly approval: boolean
}

export const emptyDraft = (instanceName: string, defaults?: CodeDefaults): InitiateDraft => ({
  url: '',
  noUrl: false,
  found: null,
  mode: 'script',
  localShortName: shortNameOf(instanceName),
  remoteShortName: '',
  proposedRemote: '',
  typedName: undefined,
  description: '',
  validForMs: defaults?.invitationValidityMs ?? LIMITS.invitationDefaultMs,
  approval: defaults?.approval ?? false,
})

/** `A_to_B`; empty while a short name is missing. */
export function proposedName(localShortName: string, remoteShortName: string): string {
  const [local, remote] = [localShortName, remoteShortName].map((name) => name.trim().replaceAll(/\s+/g, '_'))
  return local && remote ? `${local}_to_${remote}` : ''
}

export const connectionName = (draft: InitiateDraft): string =>
  draft.typedName ?? proposedName(draft.localShortName, draft.remoteShortName)

const withRemote = ({ remoteShortName, proposedRemote }: InitiateDraft, proposed: string): Partial<InitiateDraft> => ({
  proposedRemote: proposed,
  remoteShortName: remoteShortName === '' || remoteShortName === proposedRemote ? proposed : remoteShortName,
})

/** The draft after a look-up: the remote short name is proposed unless one was typed. */
export const withFound = (draft: InitiateDraft, found: ResolvedDestination): Partial<InitiateDraft> => ({
  found,
  ...withRemote(draft, shortNameOf(found.found.node.name)),
})

/** The draft for a code without an address, or with one: of a destination that is not meant any more nothing stays. */
export const withNoUrl = (draft: InitiateDraft, noUrl: boolean): Partial<InitiateDraft> => ({
  noUrl,
  found: null,
  ...withRemote(draft, ''),
})

/** Both ends on this node: no code, and so nothing to say about one. */
export const isLocal = (draft: InitiateDraft): boolean => !draft.noUrl && draft.found?.local === true

/** A person may leave the scheme out; a node is reached by https unless something else is said. */
export const withScheme = (url: string): string => (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`)
