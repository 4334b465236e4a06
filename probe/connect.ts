import type { Answer, InstanceClient } from './instance-client.ts'
import { summary } from './instance-client.ts'
import { ProbeError } from './options.ts'

export interface InstanceDetails {
  readonly name: string
  readonly release: string
  readonly isProduction: boolean
  /** sys_id of the application; undefined where it is not installed. */
  readonly app: string | undefined
}

const PROPERTIES = ['instance_name', 'glide.buildname', 'glide.installation.production'] as const
const PROPERTIES_PATH = `/api/now/table/sys_properties?sysparm_fields=name,value&sysparm_query=nameIN${PROPERTIES.join(',')}`

/** The first look, which tells by its answer what is wrong with address, credentials or instance. */
export async function connect(client: InstanceClient, scope: string): Promise<InstanceDetails> {
  const answer = await client.call('GET', PROPERTIES_PATH).catch((error: unknown) => {
    throw new ProbeError(unreachable(client.url, error))
  })
  const result = (answer.json as { result?: { name: string; value: string }[] } | undefined)?.result
  if (answer.status !== 200 || !Array.isArray(result)) throw new ProbeError(refused(client.url, answer))
  const property = (name: string) => result.find((row) => row.name === name)?.value ?? ''
  const [app] = await client.rows('sys_scope', `scope=${scope}`)
  return {
    name: property('instance_name'),
    release: property('glide.buildname'),
    isProduction: property('glide.installation.production') === 'true',
    app: app?.['sys_id'],
  }
}

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN/u, 'no such name. Look at ACCORD_INSTANCE_URL'],
  [/ECONNREFUSED/u, 'nobody listens there. Look at ACCORD_INSTANCE_URL'],
  [/CERT|SSL|TLS|self.signed/iu, 'its certificate is not trusted (NODE_EXTRA_CA_CERTS names one that is)'],
  [/Timeout/u, 'no answer within a minute'],
]

function unreachable(url: string, error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string; message?: string }; name?: string }
  const said = `${cause?.code ?? ''} ${cause?.message ?? ''} ${name ?? ''} ${String(error)}`
  const [, why = said.trim()] = CAUSES.find(([pattern]) => pattern.test(said)) ?? []
  return `${url} does not answer: ${why}.`
}

export const isHibernating = ({ status, text }: Answer): boolean => status === 200 && /hibernat/iu.test(text)

function refused(url: string, answer: Answer): string {
  if (isHibernating(answer))
    return (
      `${url} is hibernating. Wake it up at developer.servicenow.com and ask again.\n` +
      'Row 10 of docs/unverified.md is confirmed by that: the answer was 200 with a page.'
    )
  if (/multi.?factor|\bmfa\b/iu.test(answer.text)) return secondFactor(url)
  if (answer.status === 401)
    return (
      `${url} refuses these credentials. Where they are right the instance asks for a second factor, as since Yokohama:\n` +
      secondFactor(url)
    )
  if (answer.status === 403) return `${url}: this user may not read sys_properties. The probe needs an administrator.`
  if (answer.status >= 300 && answer.status < 400)
    return `${url} sends on to ${answer.headers.get('location') ?? 'elsewhere'}. Give ACCORD_INSTANCE_URL as that address.`
  return `${url} does not answer as a ServiceNow instance: ${summary(answer)}`
}

const secondFactor = (url: string): string =>
  `${url} asks a password for a second factor. Make an OAuth client (System OAuth → Application Registry, grant "client\n` +
  'credentials", with an administrator as its user) and give ACCORD_INSTANCE_CLIENT_ID and ACCORD_INSTANCE_CLIENT_SECRET.'
