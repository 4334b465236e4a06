import { createContext, useContext } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { AnswerTo, SharedCallName } from '@accord/shared/contracts'
import type { CallInput } from './console-calls.ts'

/**
 * Where the console runs: inside a ServiceNow instance, or on the node's own address.
 * This is the whole seam between the pages and their host.
 */
export interface ConsoleHost {
  /** Resolves to the unwrapped answer; rejects with a `ConsoleRefusal` and nothing else. */
  readonly call: <Name extends SharedCallName>(name: Name, input: CallInput<Name>) => Promise<AnswerTo<Name>>
  /** Does this host have the call? Some only an instance has, where its own records are changed. */
  readonly offers: (name: SharedCallName) => boolean
  /** Opens the host's login in another tab, so that nothing typed here is lost. */
  readonly openLogin: () => void
  /** Takes over the login that the other tab made. */
  readonly renewLogin: () => Promise<void>
  /** Where each question to the node holds up its person's session; absent: asking costs nobody anything. */
  readonly attendance?: Attendance
  /** BCP 47: what was chosen in this browser, or of the user who is logged in. */
  readonly language: string
  /** Keeps it for this browser, and brings its texts. */
  readonly chooseLanguage: (language: string) => Promise<void>
  /** What this host draws in its own way; absent: nothing. */
  readonly parts?: HostParts
  /** For the styles that the components write into the page, where a policy asks for one. */
  readonly styleNonce?: string
}

/** Whether somebody uses the page. */
export interface Attendance {
  isAttended(): boolean
  /** Somebody is there again after a while; the function that is returned ends it. */
  onReturn(tell: () => void): () => void
}

/** The places of the frame that belong to a host which has users of its own. */
export interface HostParts {
  /** Around every page. */
  readonly Frame: ComponentType<{ readonly children: ReactNode }>
  /** Shown instead of the pages while no user is signed in. */
  readonly SignedOut: ComponentType
  /** At the right of the header. */
  readonly AccountMenu: ComponentType
  /** In the place of the set-up of an instance. */
  readonly Setup: ComponentType
  /** The users of this host. */
  readonly Users: ComponentType
  /** A panel of the settings: how people are notified of what needs them. */
  readonly Notices: ComponentType
}

export const HostContext = createContext<ConsoleHost | null>(null)

export function useHost(): ConsoleHost {
  const host = useContext(HostContext)
  if (!host) throw new Error('The console has no host')
  return host
}
