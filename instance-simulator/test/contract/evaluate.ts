import type { ContractTarget } from './target.ts'

/** Runs script bodies on an instance, and takes away what that needed. */
export interface Scripts {
  /** What the body returns, or throws: it runs in a business rule and leaves its answer in the record. */
  evaluate(body: string): Promise<unknown>
  close(): Promise<void>
}

export function scriptsOf(instance: ContractTarget): Scripts {
  const made: string[] = []
  const add = async (table: string, body: object) => {
    const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
    if (answer.status !== 201) throw new Error(`${table}: ${answer.status} ${answer.text}`)
    const { result } = answer.json<{ result: Readonly<Record<string, string>> }>()
    made.push(`/api/now/table/${table}/${result['sys_id']}`)
    return result
  }
  return {
    evaluate: async (body) => {
      const marker = `script ${made.length} of ${Date.now()}`
      const script = `current.description = JSON.stringify((function () { try { ${body} } catch (e) { return String(e) } })())`
      const rule = { collection: 'problem', when: 'before', active: 'true', action_insert: 'true', script }
      await add('sys_script', { ...rule, name: marker, filter_condition: `short_description=${marker}` })
      const { description = '' } = await add('problem', { short_description: marker })
      return JSON.parse(description) as unknown
    },
    close: async () => {
      for (const path of made.toReversed()) await instance.call('DELETE', path)
    },
  }
}
