import {
  BRIDGE_CONSOLE,
  BRIDGE_CONSOLE_API,
  bridgeConsolePath,
  CONSOLE_ACCOUNT_API,
  CONSOLE_API,
  CONSOLE_TOKEN_HEADER,
  pathOf,
} from '@accord/shared/protocol'
import type { AccountCalls } from './account-calls.ts'
import { createSignal } from '../../host/signal.ts'
import type { Signal } from '../../host/signal.ts'
import type { CallInput, CallName, ConsoleCalls } from '../../host/console-calls.ts'
import type { ConsoleHost, HostParts } from '../../host/console-host.ts'
import { readBareAnswer } from '../../host/read-answer.ts'
import { sendCall } from '../../host/send-call.ts'

/** Somebody who touched the page so long ago still sits before it. */
const ACTIVE_MS = 60_000
const LANGUAGE_KEY = 'accord-language'

const CALLS = { ...CONSOLE_API, ...BRIDGE_CONSOLE_API, ...CONSOLE_ACCOUNT_API }
type AnyCall = keyof typeof CALLS

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** The host on the node's own address, with what only it can do. */
export interface NodeHost extends ConsoleHost {
  readonly accounts: AccountCalls
  /** True while a session that ended is to be renewed over the open page. */
  readonly loginWanted: Signal<boolean>
  readonly chooseLanguage: (language: string) => void
}

/** The console on the node's own address: same-origin calls with the cookie and the page's token of the session. */
export function createNodeHost(page: Window, parts: HostParts, styleNonce: string): NodeHost {
  const send = createSender(page)
  const loginWanted = createSignal(false)
  return {
    call: async <Name extends CallName>(name: Name, input: CallInput<Name> = {}) =>
      // The node's routes answer by the very contracts from which the types of ConsoleCalls come.
      (await send(name, input)) as ConsoleCalls[Name]['answer'],
    openLogin: () => loginWanted.set(true),
    renewLogin: async () => undefined,
    language: page.localStorage.getItem(LANGUAGE_KEY) ?? page.navigator.language,
    parts,
    styleNonce,
    accounts: createAccountCalls(send),
    loginWanted,
    chooseLanguage: (language) => page.localStorage.setItem(LANGUAGE_KEY, language),
  }
}

type Send = (name: AnyCall, input?: AnyInput) => Promise<unknown>

function createSender(page: Window): Send {
  let token = ''
  let touchedAt = Date.now()
  for (const event of ['pointerdown', 'keydown'] as const)
    page.addEventListener(event, () => (touchedAt = Date.now()), { capture: true, passive: true })
  const headers = () => ({
    [CONSOLE_TOKEN_HEADER]: token,
    ...(Date.now() - touchedAt < ACTIVE_MS ? { 'x-accord-active': '1' } : {}),
  })
  return async (name, { params, ...input } = {}) => {
    const { method, path } = CALLS[name]
    const url = besideThePage(bridgeConsolePath(pathOf(path, params ?? {})))
    const response = await sendCall(page, { ...input, method, url, headers: headers(), redirect: 'error' })
    token = response.headers.get(CONSOLE_TOKEN_HEADER) ?? token
    return readBareAnswer(response)
  }
}

/** The page stands at `…/console/`, below whatever path the node has: `/console/v1/x` is `v1/x` from there. */
const besideThePage = (path: string): string => path.slice(`${BRIDGE_CONSOLE.base}/`.length)

function createAccountCalls(send: Send): AccountCalls {
  const calls = {
    signIn: (name: string, password: string) => send('signIn', { body: { name, password } }),
    readLink: (token: string) => send('readLink', { body: { token } }),
    useLink: (token: string, password: string) => send('useLink', { body: { token, password } }),
    signOut: () => send('signOut'),
    changePassword: (current: string, password: string) => send('changePassword', { body: { current, password } }),
    listSessions: () => send('listSessions'),
    endOtherSessions: () => send('endOtherSessions'),
    issuePairingCode: () => send('issuePairingCode'),
    listUsers: () => send('listUsers'),
    inviteUser: (name: string, role: string) => send('inviteUser', { body: { name, role } }),
    resetUser: (name: string) => send('resetUser', { body: { name } }),
    disableUser: (name: string) => send('disableUser', { body: { name } }),
    enableUser: (name: string) => send('enableUser', { body: { name } }),
    setTracker: (tracker: object) => send('setTracker', { body: tracker }),
  }
  // As above: the node holds each answer to its schema before it leaves.
  return calls as AccountCalls
}
