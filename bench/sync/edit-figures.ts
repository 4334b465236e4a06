import type { Aim, RelatedFigure } from '../result/figure.ts'
import { figureOf } from '../result/statistics.ts'
import { type ChangeFloors, floorOfChange } from './change-floor.ts'
import type { EditRound } from './edits.ts'

export interface EditAims {
  readonly perCpuSecond?: Aim
  readonly cpuMs?: Aim
  readonly p50?: Aim
  readonly p99?: Aim
}

const given = (aim: Aim | undefined) => (aim ? { aim } : {})

/** The rows of one way to edit, beside the floor of the same run. */
export function editFigures(
  title: string,
  rounds: readonly EditRound[],
  floors: ChangeFloors,
  aims: EditAims = {},
): RelatedFigure[] {
  const floor = floorOfChange(floors)
  const of = (member: keyof EditRound) => rounds.map((round) => round[member])
  return [
    figureOf(title, 'per second', of('perSecond'), floor.perSecond),
    figureOf(
      `${title}, both sides`,
      'per CPU second',
      of('cpuMsEach').map((ms) => 1000 / ms),
      floor.perCpuSecond,
      given(aims.perCpuSecond),
    ),
    figureOf(`${title}, CPU each`, 'ms', of('cpuMsEach'), floor.cpuMs, given(aims.cpuMs)),
    figureOf(`${title}, p50`, 'ms', of('p50'), floor.ms, given(aims.p50)),
    figureOf(`${title}, p99`, 'ms', of('p99'), floor.ms, given(aims.p99)),
  ]
}
