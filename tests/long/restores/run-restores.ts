import { connectProcesses } from '../../sync/processes/connected-processes.ts'
import { killWhileComparing, restoreAnInstance, wipeTheNode } from '../../sync/processes/restore-stories.ts'
import { Story } from '../../sync/processes/restores.ts'
import type { Figures } from '../figures.ts'

/** Nodes and instances are processes; each story goes on with the records of the one before. SQLite, whose backup is a file. */
export async function runRestores(): Promise<Figures> {
  const startedAt = Date.now()
  const both = await connectProcesses()
  const story = new Story(both)
  const note = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)
  try {
    note('kill -9 while a restored node compares')
    await killWhileComparing(story)
    for (const which of ['globex', 'acme'] as const) {
      note(`the instance of ${which} is restored`)
      await restoreAnInstance(story, which)
    }
    note('the node of globex is wiped')
    note(await wipeTheNode(story))
  } finally {
    await both.close()
  }
  const rows = { 'kill -9 while comparing': 3, 'instances restored': 2, 'nodes wiped': 1 }
  const seconds = (Date.now() - startedAt) / 1000
  return { title: 'Restore and wipe in sync', rows, complaints: story.complaints, seconds }
}
