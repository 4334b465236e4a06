import { seedId } from './seed-id.ts'
import type { Seed } from './seed-people.ts'

/** One of the platform's default quota rules, of those whose transactions are simulated. Durations in seconds. */
interface DefaultQuota {
  readonly sysId?: string
  readonly name: string
  readonly condition: string
  readonly seconds: number
}

/** Their sys_ids are those of a real instance where somebody has published them. */
const ofRestApi = (name: string, path: string, sysId?: string): DefaultQuota => ({
  ...(sysId === undefined ? {} : { sysId }),
  name: `REST ${name} API request timeout`,
  condition: `type=rest^urlMATCH_RGX.*/api/now(/v[0-9]+)?/${path}.*^EQ`,
  seconds: 60,
})

const quotas: readonly DefaultQuota[] = [
  ofRestApi('Table', 'table', '55841f53ff2102003434ffffffffff39'),
  ofRestApi('Attachment', 'attachment', 'f17b97d2ff2102003434ffffffffff52'),
  ofRestApi('Aggregate', 'stats'),
  ofRestApi('Import Set', 'import'),
  {
    sysId: '84622fa19f1122005cf3ffa4677fcf1f',
    name: 'REST and JSON Catch All',
    condition: 'type=rest^EQ',
    seconds: 298,
  },
  {
    sysId: '88fe39123701200024d1973ebebe5dfd',
    name: 'UI Transactions',
    condition: 'foreground=true^typeINlist,form,xmlhttp,report^EQ',
    seconds: 298,
  },
]

export const quotaSeeds = (): readonly Seed[] =>
  quotas.map(({ sysId, name, condition, seconds }) => [
    'sysrule_quota',
    {
      sys_id: sysId ?? seedId('quota', name),
      name,
      condition,
      max_duration: String(seconds),
      order: '100',
      active: 'true',
    },
  ])
