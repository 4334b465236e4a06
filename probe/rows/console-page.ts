import { finds, unknown, type Finding } from '../finding.ts'
import type { Answer } from '../instance-client.ts'
import { summary } from '../instance-client.ts'
import { rowsWith } from '../ledger.ts'
import type { Probe } from '../probe.ts'
import type { Visitor } from '../visitor.ts'

const ROOT_ELEMENT = 'accord-console'
const NO_VISITOR = 'signing in as a person takes a password and no second factor'
const NEWEST_PROTOTYPE = [1, 7, 3] as const

const consolePath = (scope: string) => `/${scope}_console.do`

/** Addresses of the page's scripts on this instance. */
const scriptsOf = ({ text }: Answer): readonly string[] =>
  [...text.matchAll(/<script[^>]+src="([^"]+)"/gu)]
    .map(([, source = '']) => source.replaceAll('&amp;', '&'))
    .filter((source) => source.startsWith('/') || !source.includes(':'))
    .map((source) => (source.startsWith('/') ? source : `/${source}`))

const isScript = ({ status, headers }: Answer) =>
  status === 200 && /javascript|ecmascript/u.test(headers.get('content-type') ?? '')

async function filesOf(visitor: Visitor, scope: string): Promise<readonly Finding[]> {
  const page = await visitor.get(consolePath(scope))
  const files = scriptsOf(page).filter((source) => source.includes('/uxasset/'))
  if (page.status !== 200 || files.length === 0) return [finds(false, summary(page))]
  const found: Finding[] = []
  for (const file of files) {
    const answer = await visitor.get(file)
    found.push(finds(isScript(answer), `${file}: ${answer.status} ${answer.headers.get('content-type')}`))
  }
  return [...found, unknown('the files are served; whether they run beside prototype.js only a browser shows')]
}

/** `1.7.3` → `[1, 7, 3]`; what follows an underscore is a candidate of it. */
const numbersOf = (version: string) => version.split(/[._]/u).map(Number)
const isKnown = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version)
  const [newestMajor, newestMinor, newestPatch] = NEWEST_PROTOTYPE
  return major === newestMajor && (minor === 6 || (minor === newestMinor && patch <= newestPatch))
}

async function prototypeOf(visitor: Visitor, scope: string): Promise<readonly Finding[]> {
  const page = await visitor.get(consolePath(scope))
  for (const source of scriptsOf(page)) {
    const { text } = await visitor.get(source)
    const [, version] = /Prototype\s*=\s*\{\s*Version:\s*['"]([\d._rc]+)['"]/u.exec(text) ?? []
    if (version === undefined) continue
    const seen = `prototype.js ${version} in ${source}`
    return [finds(isKnown(version), seen), unknown('what it breaks only a browser shows')]
  }
  return [unknown(`no prototype.js among ${scriptsOf(page).length} scripts of the page`)]
}

export const consolePage: readonly Probe[] = [
  {
    row: 8,
    makes: 'nothing; signs in as a person',
    needsApp: true,
    ask: async (bench) => {
      const visitor = await bench.visitor()
      return visitor ? filesOf(visitor, bench.scope) : [unknown(NO_VISITOR)]
    },
  },
  {
    row: 12,
    makes: 'nothing',
    needsApp: true,
    ask: async ({ client, scope }) => {
      const page = await client.call('GET', consolePath(scope), { as: 'nobody', headers: { accept: 'text/html' } })
      const rest = await client.call('GET', '/api/now/table/incident?sysparm_limit=1', { as: 'nobody' })
      const asks = rest.headers.get('www-authenticate') ?? ''
      return [
        finds(!page.text.includes(`id="${ROOT_ELEMENT}"`), `${page.status} ${page.headers.get('location') ?? ''}`),
        finds(rest.status === 401 && /basic/iu.test(asks), `${rest.status} WWW-Authenticate: ${asks}`),
      ]
    },
  },
  {
    row: 13,
    makes: 'nothing; signs in as a person',
    ask: async ({ visitor }) => {
      const person = await visitor()
      if (!person) return [unknown(NO_VISITOR)]
      const refused = await person.get('/api/now/table/incident?sysparm_limit=1', `${person.token}0`)
      const token = refused.headers.get('x-usertoken-response')
      if (refused.status !== 401) return [finds(false, `a wrong token is answered ${refused.status}`)]
      if (!token) return [unknown('401 without a token in X-UserToken-Response')]
      const again = await person.get('/api/now/table/incident?sysparm_limit=1', token)
      return [finds(again.status === 200, `401 with a token, which is then answered ${again.status}`)]
    },
  },
  {
    row: 15,
    makes: 'nothing; signs in as a person',
    needsApp: true,
    ask: async (bench) => {
      const visitor = await bench.visitor()
      return visitor ? prototypeOf(visitor, bench.scope) : [unknown(NO_VISITOR)]
    },
  },
  {
    row: 59,
    makes: 'nothing',
    needsApp: true,
    ask: async ({ client, scope }) => {
      const lists = await rowsWith(client, 'sys_ui_list', 'name', '=', `${scope}_connection`)
      const elements = await Promise.all(
        lists.map(({ sys_id: id = '' }) => rowsWith(client, 'sys_ui_list_element', 'list_id', '=', id)),
      )
      return [finds(elements.flat().length > 0, { lists: lists.length, columns: elements.flat().length })]
    },
  },
]
