import { type Answerer, ScriptEnded } from './script-worker.ts'

const WRITES = new Set(['record.insert', 'record.update', 'record.remove'])

/** Answers as `answer` does until a script has written so often; it then dies at once, and does not learn of its last write. */
export function endAfterWrites(writes: number, answer: Answerer): Answerer {
  let written = 0
  return async (question) => {
    if (writes === 0) throw new ScriptEnded('the job died, as a test asked')
    const answered = await answer(question)
    if (WRITES.has(question.operation)) written += 1
    if (written >= writes) throw new ScriptEnded('the job died, as a test asked')
    return answered
  }
}
