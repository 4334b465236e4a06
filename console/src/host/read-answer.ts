import { ConsoleRefusal, hostRefusal } from './refusal.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A problem document, wherever the platform put it: in `result`, bare, or in neither. */
function findProblem(body: Fields): Fields | undefined {
  const candidates = [body['result'], body]
  return candidates.find((it): it is Fields => isFields(it) && typeof it['code'] === 'string' && 'title' in it)
}

function refusalOf(problem: Fields, status: number): ConsoleRefusal {
  return new ConsoleRefusal({
    code: textOf(problem['code']),
    status,
    title: textOf(problem['title']),
    detail: textOf(problem['detail']),
    remedy: textOf(problem['remedy']),
    responsible: textOf(problem['responsible']),
    retry: problem['retry'] === true,
    requestId: textOf(problem['requestId']) || null,
    facts: isFields(problem['facts']) ? problem['facts'] : {},
  })
}

/** The platform's own refusals: `{error: {message, detail}}`, with no code of ours. */
function platformRefusal(body: Fields, status: number): ConsoleRefusal {
  const error = isFields(body['error']) ? body['error'] : {}
  const detail = [textOf(error['message']), textOf(error['detail'])].filter(Boolean).join(': ')
  if (status === 401) return hostRefusal('session_ended', status)
  if (status === 403) return hostRefusal('missing_role', status, detail)
  return hostRefusal('platform_refused', status, detail)
}

async function parse(response: Response): Promise<Fields> {
  const text = await response.text()
  try {
    const body: unknown = JSON.parse(text)
    if (isFields(body)) return body
  } catch {
    // A page instead of an answer: the login page after a redirect, or an instance that wakes from hibernation.
  }
  if (response.status === 401 || response.redirected) throw hostRefusal('session_ended', response.status)
  throw hostRefusal('answer_unreadable', response.status)
}

/** The unwrapped `result` of the instance's answer. Throws a `ConsoleRefusal` for everything else. */
export async function readAnswer(response: Response): Promise<unknown> {
  const body = await parse(response)
  if (response.ok && 'result' in body) return body['result']
  const problem = findProblem(body)
  if (problem) throw refusalOf(problem, response.status)
  throw platformRefusal(body, response.status)
}

/** The answer of the node itself, which has no envelope. Throws a `ConsoleRefusal` for everything else. */
export async function readBareAnswer(response: Response): Promise<unknown> {
  const body = await parse(response)
  if (response.ok) return body
  const problem = findProblem(body)
  if (problem?.['code'] === 'unauthenticated') throw hostRefusal('session_ended', response.status)
  if (problem) throw refusalOf(problem, response.status)
  throw hostRefusal('answer_unreadable', response.status)
}
