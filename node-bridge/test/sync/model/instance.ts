import {
  type ModelRecord,
  type Name,
  type PlanRow,
  type Rules,
  type Scenario,
  type SideState,
  siteOf,
} from './world.ts'

/** The incoming script's mapping into this instance's own values. */
export const mapped = (name: Name, v: number, { lossy }: Scenario): number =>
  lossy === siteOf(name) ? Math.min(v, 1) : v

/** A business rule of B: a high value derives another one, which no plan mentions. */
export const derive = (name: Name, record: ModelRecord, { lossy }: Scenario): ModelRecord =>
  siteOf(name) === 'B' && record.d === 0 && record.v >= (lossy === 'B' ? 1 : 2) ? { ...record, d: 1 } : record

/** What a plan creates is made of. */
export const UNBORN: ModelRecord = { v: 0, d: 0, comments: {}, files: {}, version: -1 }

/** Whatever changes a record also makes a notice, sooner or later. */
export function withRecord(side: SideState, record: ModelRecord, isDerived: boolean): SideState {
  return { ...side, record, notice: true, causes: side.causes + (isDerived ? 1 : 0) }
}

/** What `record` is with a plan, before any rule of the instance. */
export const planned = (record: ModelRecord, { writes }: Pick<PlanRow, 'writes'>): ModelRecord => ({
  ...record,
  ...writes,
})

/** The instance executes a plan. `dies`: after the record and before the row says so. */
export function execute(
  name: Name,
  side: SideState,
  plan: PlanRow,
  dies: boolean,
  rules: Rules,
  scenario: Scenario,
): SideState {
  const record = side.record ?? (side.effects.includes('created') ? undefined : UNBORN)
  if (record?.version !== plan.onVersion) return { ...side, plan: { ...plan, state: 'contended' } }
  const fresh = plan.comments.filter((id) => !rules.effect || !side.effects.includes(id))
  const written = planned(record, plan)
  const comments = { ...record.comments }
  for (const id of fresh) comments[id] = (comments[id] ?? 0) + 1
  const after = derive(name, { ...written, comments }, scenario)
  const isTouched = !side.record || after.v !== record.v || after.d !== record.d || fresh.length > 0
  const isDerived = after.d !== written.d
  const causes = side.causes + (isDerived ? 1 : 0)
  const next = isTouched ? withRecord(side, { ...after, version: record.version + 1 }, false) : side
  const version = isTouched ? record.version + 1 : record.version
  return {
    ...next,
    causes,
    effects: [...new Set([...side.effects, ...fresh, ...(side.record ? [] : ['created'])])].toSorted(),
    plan: { ...plan, state: dies ? 'open' : 'done', version, asPlanned: !isDerived },
  }
}
