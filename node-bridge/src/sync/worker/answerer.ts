import type { Answerer } from '../../sandbox/index.ts'
import type { Tracker } from '../../trackers/tracker.ts'

/** Steps that act on the world are not done yet, and rules that ask for one learn it. */
export const answererOf =
  (tracker: Tracker): Answerer =>
  (questions) =>
    Promise.all(
      questions.map(({ kind, name, request }) =>
        kind === 'lookup'
          ? tracker.answer(name, request)
          : JSON.stringify({ fault: { code: 'unsupported', message: `${name} cannot be used in rules yet` } }),
      ),
    )
