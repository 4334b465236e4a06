import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

type Record_ = Record<string, string>
type Linked = Record<string, { display_value?: string; value?: string; link?: string }>

/** An incident's priority follows from both. */
const levels = {
  1: { impact: '1', urgency: '1' },
  2: { impact: '1', urgency: '2' },
  3: { impact: '2', urgency: '2' },
  4: { impact: '2', urgency: '3' },
  5: { impact: '3', urgency: '3' },
} as const

let instance: ContractTarget
const created: string[] = []
let me = ''

/** Rows of our own, so that the contract holds on an instance that is full of others. */
const mark = `contract-${Date.now()}`
const mine = `correlation_id=${mark}`

async function create(values: object): Promise<Record_> {
  const answer = await instance.call('POST', '/api/now/table/incident?sysparm_exclude_reference_link=true', {
    body: { correlation_id: mark, ...values },
  })
  const { result } = answer.json<{ result: Record_ }>()
  created.push(result['sys_id'] ?? '')
  return result
}

async function list(query: string): Promise<Record_[]> {
  return (await instance.call('GET', `/api/now/table/incident?${query}`)).json<{ result: Record_[] }>().result
}

beforeAll(async () => {
  instance = await contractTarget()
  const who = await instance.call(
    'GET',
    `/api/now/table/sys_user?sysparm_query=user_name=${instance.user}&sysparm_fields=sys_id`,
  )
  me = who.json<{ result: Record_[] }>().result[0]?.['sys_id'] ?? ''
  for (const [index, priority] of (['1', '2', '3', '4', '5'] as const).entries()) {
    await create({
      short_description: `Row ${index}`,

      ...levels[priority],
      caller_id: me,
      comments: `said ${index}`,
    })
  }
})

afterAll(async () => {
  for (const sysId of created) await instance.call('DELETE', `/api/now/table/incident/${sysId}`)
  await instance.close()
})

describe('values', () => {
  test('every value is a string, empty is "", booleans are words, instants are UTC without a zone', async () => {
    const [row] = await list(`sysparm_query=${mine}&sysparm_limit=1&sysparm_exclude_reference_link=true`)
    expect(Object.values(row ?? {}).every((value) => typeof value === 'string')).toBe(true)
    expect(row?.['close_notes']).toBe('')
    expect(row?.['active']).toBe('true')
    expect(row?.['sys_created_on']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  })

  test('a reference is link and value, and the link leads to the row', async () => {
    const [row] = (await list(`sysparm_query=${mine}&sysparm_fields=caller_id&sysparm_limit=1`)) as unknown as Linked[]
    expect(row?.['caller_id']?.value).toBe(me)
    expect(row?.['caller_id']?.link).toBe(`${instance.baseUrl}/api/now/table/sys_user/${me}`)
  })

  test('display values: true gives what people see, all gives both', async () => {
    const fields = 'sysparm_fields=priority,caller_id&sysparm_limit=1'
    const [shown] = (await list(
      `sysparm_query=${mine}^ORDERBYnumber&${fields}&sysparm_display_value=true`,
    )) as unknown as Linked[]
    const [both] = (await list(
      `sysparm_query=${mine}^ORDERBYnumber&${fields}&sysparm_display_value=all`,
    )) as unknown as Linked[]
    expect(shown?.['priority']).toMatch(/^\d - /)
    expect(Object.keys(shown?.['caller_id'] ?? {}).toSorted()).toEqual(['display_value', 'link'])
    expect(both?.['priority']?.value).toMatch(/^\d$/)
    expect(Object.keys(both?.['priority'] ?? {}).toSorted()).toEqual(['display_value', 'value'])
    expect(Object.keys(both?.['caller_id'] ?? {}).toSorted()).toEqual(['display_value', 'link', 'value'])
  })

  test('without links a reference is its bare value', async () => {
    const [row] = await list(
      `sysparm_query=${mine}&sysparm_fields=caller_id&sysparm_limit=1&sysparm_exclude_reference_link=true`,
    )
    expect(row).toEqual({ caller_id: me })
  })

  test('a dot-walked field stands under its literal path, an unknown field is ignored', async () => {
    const [row] = await list(
      `sysparm_query=${mine}&sysparm_fields=number,caller_id.user_name,nonsense,caller_id.nonsense&sysparm_limit=1`,
    )
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['caller_id.user_name', 'number'])
    expect(row?.['caller_id.user_name']).toBe(instance.user)
  })

  test('a journal is empty as a value and has a display value', async () => {
    const query = `sysparm_query=${mine}^short_description=Row 0&sysparm_fields=comments`
    expect((await list(query))[0]).toEqual({ comments: '' })
    const [row] = await list(`${query}&sysparm_display_value=true`)
    expect(row?.['comments']).toContain('(Additional comments)\nsaid 0')
  })

  test('v1 and v2 answer like the unversioned route and link within their version', async () => {
    for (const version of ['/v1', '/v2']) {
      const answer = await instance.call(
        'GET',
        `/api/now${version}/table/incident?sysparm_query=${mine}&sysparm_fields=caller_id&sysparm_limit=1`,
      )
      expect(answer.status).toBe(200)
      expect(answer.json<{ result: Linked[] }>().result[0]?.['caller_id']?.link).toContain(
        `/api/now${version}/table/sys_user/`,
      )
    }
  })
})

describe('pages', () => {
  test('limit and offset page through all rows once; the total counts all', async () => {
    const seen: string[] = []
    for (let offset = 0; offset < 5; offset += 2) {
      const answer = await instance.call(
        'GET',
        `/api/now/table/incident?sysparm_query=${mine}^ORDERBYnumber&sysparm_limit=2&sysparm_offset=${offset}`,
      )
      expect(answer.headers.get('x-total-count')).toBe('5')
      seen.push(...answer.json<{ result: Record_[] }>().result.map((row) => row['number'] ?? ''))
    }
    expect(new Set(seen).size).toBe(5)
    expect(seen).toEqual(seen.toSorted())
  })

  test.each([
    [0, ['first', 'next', 'last']],
    [2, ['first', 'prev', 'next', 'last']],
    [4, ['first', 'prev', 'last']],
  ])('at offset %i the links are %j', async (offset, expected) => {
    const answer = await instance.call(
      'GET',
      `/api/now/table/incident?sysparm_query=${mine}&sysparm_limit=2&sysparm_offset=${offset}`,
    )
    const links = answer.headers.get('link') ?? ''
    expect([...links.matchAll(/rel="(\w+)"/g)].map((found) => found[1])).toEqual(expected)
    expect(links).toMatch(/sysparm_offset=4[^>]*>;rel="last"/)
  })

  test('no count is made when none is wanted', async () => {
    const answer = await instance.call('GET', `/api/now/table/incident?sysparm_query=${mine}&sysparm_no_count=true`)
    expect(answer.headers.get('x-total-count')).toBeNull()
  })
})

describe('queries', () => {
  test.each([
    ['priority<=2', 2],
    ['priority=1^ORpriority=5', 2],
    ['priority=1^NQpriority=5', 2],
    ['priority=1^short_description=Row 4^NQcorrelation_id=none', 0],
    ['priorityIN1,3,5', 3],
    ['priorityNOT IN1,3,5', 2],
    ['priorityBETWEEN2@4', 3],
    ['short_descriptionSTARTSWITHrow', 5],
    ['short_descriptionENDSWITH3', 1],
    ['short_descriptionLIKEow', 5],
    ['short_descriptionNOTLIKE3', 4],
    ['assigned_toISEMPTY', 5],
    ['caller_idISNOTEMPTY', 5],
    ['caller_id=javascript:gs.getUserID()', 5],
    ['caller_idDYNAMIC90d1921e5f510100a9ad2572f2b477fe', 5],
    ['opened_bySAMEAScaller_id', 5],
    ['sys_created_on>=javascript:gs.beginningOfToday()', 5],
    ['sys_created_on<javascript:gs.daysAgoStart(1)', 0],
    ['this is no condition', 5],
    ['nonsense=1^priority=1', 1],
  ])('%s finds %i', async (condition, expected) => {
    const alternatives = condition.split('^NQ').map((part) => `${mine}^${part}`)
    const rows = await list(`sysparm_query=${encodeURIComponent(alternatives.join('^NQ'))}`)
    expect(rows).toHaveLength(expected)
  })

  test('a plain parameter filters as well', async () => {
    expect(await list(`correlation_id=${mark}&priority=3`)).toHaveLength(1)
  })

  test('descending order', async () => {
    const rows = await list(`sysparm_query=${mine}^ORDERBYDESCpriority&sysparm_fields=priority`)
    expect(rows.map((row) => row['priority'])).toEqual(['5', '4', '3', '2', '1'])
  })
})
