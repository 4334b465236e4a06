import { type AnswerTo, CONSOLE_CALLS, type ConsoleCallName } from '@accord/shared/contracts'
import { BRIDGE_CONSOLE, bridgeConsolePath, CONSOLE_TOKEN_HEADER, pathOf } from '@accord/shared/protocol'
import { keepLanguage, keptLanguage } from '../../host/kept-language.ts'
import { createSignal } from '../../host/signal.ts'
import type { Signal } from '../../host/signal.ts'
import { answerTo, type CallInput, type SentInput } from '../../host/console-calls.ts'
import type { ConsoleHost, HostParts } from '../../host/console-host.ts'
import { readBareAnswer } from '../../host/read-answer.ts'
import { sendCall } from '../../host/send-call.ts'

/** A user counts as active for this long after the last input. */
const ACTIVE_MS = 60_000

/** The host on the node's own address, with what only it can do. */
export interface NodeHost extends ConsoleHost {
  readonly call: <Name extends ConsoleCallName>(name: Name, input: CallInput<Name>) => Promise<AnswerTo<Name>>
  /** True while a session that ended is to be renewed over the open page. */
  readonly loginWanted: Signal<boolean>
}

/** The console on the node's own address: same-origin calls with the cookie and the page's token of the session. */
export function createNodeHost(page: Window, parts: HostParts, styleNonce: string): NodeHost {
  const send = createSender(page)
  const loginWanted = createSignal(false)
  return {
    call: async (name, input) => answerTo(name, await send(name, input)),
    offers: (name) => CONSOLE_CALLS[name].host !== 'instance',
    openLogin: () => loginWanted.set(true),
    renewLogin: async () => undefined,
    language: keptLanguage(page) ?? page.navigator.language,
    parts,
    styleNonce,
    loginWanted,
    chooseLanguage: async (language) => keepLanguage(page, language),
  }
}

type Send = (name: ConsoleCallName, input: SentInput) => Promise<unknown>

function createSender(page: Window): Send {
  let token = ''
  let touchedAt = Date.now()
  for (const event of ['pointerdown', 'keydown'] as const)
    page.addEventListener(event, () => (touchedAt = Date.now()), { capture: true, passive: true })
  const headers = () => ({
    [CONSOLE_TOKEN_HEADER]: token,
    ...(Date.now() - touchedAt < ACTIVE_MS ? { 'x-accord-active': '1' } : {}),
  })
  return async (name, { params, ...input }) => {
    const { method, path } = CONSOLE_CALLS[name]
    const url = besideThePage(bridgeConsolePath(pathOf(path, params ?? {})))
    const response = await sendCall(page, { ...input, method, url, headers: headers(), redirect: 'error' })
    token = response.headers.get(CONSOLE_TOKEN_HEADER) ?? token
    return readBareAnswer(response)
  }
}

/** The page stands at `…/console/`, below whatever path the node has: `/console/v1/x` is `v1/x` from there. */
const besideThePage = (path: string): string => path.slice(`${BRIDGE_CONSOLE.base}/`.length)
