import { parentPort } from 'node:worker_threads'

import ts from 'typescript'

import type { Answers, FromThread, Question, ToThread } from '../messages.ts'
import { complete } from './complete.ts'
import { describePlace } from './describe-place.ts'
import { diagnose } from './diagnose.ts'
import { Workspace } from './workspace.ts'

const registry = ts.createDocumentRegistry()
const workspaces = { outgoing: new Workspace('outgoing', registry), incoming: new Workspace('incoming', registry) }

function answer(question: Question): Answers[keyof Answers] {
  const opened = workspaces[question.draft.direction].open(question.draft)
  switch (question.kind) {
    case 'diagnose':
      return diagnose(opened, question.draft.direction)
    case 'complete':
      return complete(opened, question.offset)
    case 'describe':
      return describePlace(opened, question.offset)
  }
}

parentPort?.on('message', ({ id, question }: ToThread) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(reportOf(id, question))
})

function reportOf(id: number, question: Question): FromThread {
  try {
    return { id, answer: answer(question) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

// oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage({ isLoaded: true } satisfies FromThread)
