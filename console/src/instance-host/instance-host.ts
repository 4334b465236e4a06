import { CONSOLE_CALLS, type SharedCallName } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import { answerTo, type CallInput, type SentInput } from '../host/console-calls.ts'
import type { ConsoleHost } from '../host/console-host.ts'
import { readAnswer } from '../host/read-answer.ts'
import { sendCall } from '../host/send-call.ts'
import { AUTO_REQUEST, type PlatformWindow, watchSession } from './instance-session.ts'
import { untilTaken } from './until-taken.ts'
import { type Person, watchPerson } from './watch-person.ts'

/** The page of one instance, and the base path of the application that it belongs to. */
interface Place {
  readonly page: PlatformWindow
  readonly apiBase: string
  readonly person: Person
}

function send({ page, apiBase, person }: Place, name: SharedCallName, input: SentInput): Promise<Response> {
  const { method, path } = CONSOLE_CALLS[name]
  const { body, signal } = input
  const query = method === 'GET' && person.isAway() ? { ...input.query, ...AUTO_REQUEST } : input.query
  const url = apiBase + pathOf(path, input.params ?? {})
  const call = { method, url, query, body, signal, headers: { 'X-UserToken': page.g_ck ?? '' } }
  return untilTaken(() => sendCall(page, call))
}

/** A session that lives on with another token gets it in the refusal, as the platform's own pages do; nothing was run yet. */
async function sendInSession(place: Place, name: SharedCallName, input: SentInput): Promise<Response> {
  const { page } = place
  const response = await send(place, name, input)
  const token = response.headers.get('X-UserToken-Response')
  if (response.status !== 401 || !token || token === page.g_ck) return response
  page.g_ck = token
  return send(place, name, input)
}

/** The console inside the ServiceNow app: same-origin Scripted REST with the session's token. */
export function createInstanceHost(page: PlatformWindow, apiBase: string): Omit<ConsoleHost, 'chooseLanguage'> {
  const person = watchPerson(page)
  const session = watchSession(page, person)
  return {
    call: async <Name extends SharedCallName>(name: Name, input: CallInput<Name>) => {
      await session.look()
      const response = await sendInSession({ page, apiBase, person }, name, input)
      if (response.status !== 401) session.isAlive()
      return answerTo(name, await readAnswer(response))
    },
    offers: (name) => CONSOLE_CALLS[name].host !== 'bridge',
    openLogin: () => void page.open('/login.do', '_blank', 'noopener'),
    renewLogin: session.renew,
    attendance: person,
    // The session says it; this is for a page whose session has ended.
    language: page.g_lang || page.NOW?.language || page.navigator.language,
  }
}
