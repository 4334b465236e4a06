import type { Change } from './item.ts'
import type { Step } from './steps-between.ts'

/** Of a step, what its change knows beside the two pairs. Nothing of it is a content. */
export interface DetailedStep extends Step {
  readonly bytes?: number
  readonly version?: number
  readonly cause?: string
  readonly plan?: object
}

/** So many paths of one step are noted; a message may name hundreds. */
const PATHS = 50

/** The steps of a change, each with what people ask of it later. */
export const detailed = (steps: readonly Step[], change: Change): readonly DetailedStep[] =>
  steps.map((step) => {
    const { paths, ignored } = step
    return {
      ...step,
      ...(paths && { paths: paths.slice(0, PATHS) }),
      ...(ignored && { ignored: ignored.slice(0, PATHS) }),
      ...moreOf(step, change),
    }
  })

function moreOf({ event }: Step, change: Change): Partial<DetailedStep> {
  switch (event) {
    case 'began':
    case 'changed':
    case 'retried':
      return change.cause ? { cause: change.cause } : {}
    case 'sent':
      return { ...bytesOf(change.outbound), ...versionOf(change) }
    case 'received':
      return bytesOf(change.inbound)
    case 'planned':
      return { ...versionOf(change), ...(change.planned && { plan: change.planned.names }) }
    case 'stopped':
    case 'held':
      return versionOf(change)
    case 'appliedThere':
      return change.theirIgnored ? { ignored: change.theirIgnored.slice(0, PATHS) } : {}
    default:
      return {}
  }
}

const bytesOf = (text: string | undefined) => (text === undefined ? {} : { bytes: text.length })

const versionOf = ({ ran, ranRules }: Change) => {
  const version = ran?.version ?? ranRules?.version
  return version === undefined ? {} : { version }
}
