import type { Measurement } from '../measurement.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { CHANGE, floorOf, floorRateOf } from '../result/floor.ts'
import { figureOf } from '../result/statistics.ts'
import { changeFloors, type ChangeFloor } from '../sync/change-floor.ts'
import type { RawLimit } from './raw-limit.ts'

function figuresOf(name: string, { alone, together }: ChangeFloor, raw: RawLimit): RelatedFigure[] {
  const cpu = floorOf(CHANGE, raw)
  const rate = floorRateOf(CHANGE, raw)
  return [
    figureOf(`${name}, one alone, p50`, 'ms', alone.p50, cpu),
    figureOf(`${name}, 32 in flight`, 'per second', together.perSecond, rate),
    figureOf(
      `${name}, 32 in flight, both sides`,
      'per CPU second',
      together.cpuMs.map((ms) => 1000 / ms),
      rate,
    ),
    figureOf(`${name}, CPU of both sides`, 'ms', together.cpuMs, cpu),
  ]
}

/** Everything of sync stands beside this. */
export const changeFloor: Measurement = {
  name: 'change-floor',
  title: 'The floor of a change: signed, verified, posted twice, committed twice',
  run: async (stage) => {
    const { bare, withScripts } = await changeFloors(stage)
    return {
      figures: [
        ...figuresOf('without scripts', bare, stage.raw),
        ...figuresOf('with the two scripts as plain functions', withScripts, stage.raw),
      ],
      notes: [
        'Two processes, node:http, node:crypto and better-sqlite3, each commit on the disk (synchronous = FULL), and nothing of ours. The ratio is to signature, verification and two answered calls alone.',
        'The scripts are the template of incidents, written as functions of JavaScript: no sandbox, no look-up, no hashes.',
      ],
    }
  },
}
