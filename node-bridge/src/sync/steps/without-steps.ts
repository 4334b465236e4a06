import type { Answerer, Question } from '../../sandbox/index.ts'

const REFUSED = JSON.stringify({
  fault: {
    code: 'unsupported',
    message:
      'an outgoing script runs whenever its record is looked at; what acts on the world belongs into the incoming one',
  },
})

/** For rules that only look at a record: they run at any time, and as often as anybody looks. */
export const withoutSteps =
  (answer: Answerer): Answerer =>
  async (questions) => {
    const isLookup = ({ kind }: Question) => kind === 'lookup'
    const answers = await answer(questions.filter(isLookup))
    let place = 0
    return questions.map((question) => (isLookup(question) ? (answers[place++] ?? 'null') : REFUSED))
  }
