import type { ItemMessage, ItemStep } from '@accord/shared/schemas'

/** One change on its way: what led to its message, the message, and what became of it; or steps without a message. */
export interface ItemChange {
  readonly id: string
  readonly message: ItemMessage | undefined
  /** Oldest first. That a record was read is a step of its own. */
  readonly steps: readonly ShownStep[]
}

export interface ShownStep extends ItemStep {
  readonly isRead?: true
}

/** What a message of ours begins with. */
const LEADS: readonly string[] = ['began', 'changed', 'retried', 'comparing']

/** The steps of a pair, which come oldest first, by the changes that they belong to: the newest change first. */
export function changesOf(steps: readonly ItemStep[], messages: readonly ItemMessage[]): readonly ItemChange[] {
  const changes: ItemStep[][] = []
  const byMid = new Map<string, ItemStep[]>()
  let lead: ItemStep[] = []
  for (const step of steps) {
    const known = step.mid === null ? undefined : byMid.get(step.mid)
    if (known) known.push(step)
    else if (step.mid === null && LEADS.includes(step.event)) lead.push(step)
    else if (step.event === 'received') changes.push(begin(byMid, step, []))
    else {
      changes.push(begin(byMid, step, lead))
      lead = []
    }
  }
  if (lead.length > 0) changes.push(lead)
  return changes.toReversed().map((each) => changeOf(each, messages))
}

function begin(byMid: Map<string, ItemStep[]>, step: ItemStep, lead: readonly ItemStep[]): ItemStep[] {
  const change = [...lead, step]
  if (step.mid !== null) byMid.set(step.mid, change)
  return change
}

function changeOf(steps: readonly ItemStep[], messages: readonly ItemMessage[]): ItemChange {
  const mid = steps.find((step) => step.mid !== null)?.mid
  return {
    id: steps[0]?.id ?? '',
    message: messages.find((message) => message.mid === mid),
    steps: steps.flatMap(withRead),
  }
}

function withRead(step: ItemStep): readonly ShownStep[] {
  const { readAt } = step
  if (readAt === null) return [step]
  const read = { ...step, id: `${step.id} read`, at: readAt, isRead: true, actor: null, code: null, version: null }
  return [{ ...read, paths: [], ignored: [], isRead: true }, step]
}
