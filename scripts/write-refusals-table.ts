import { writeTable } from './write-table.ts'
import { refusalsTable } from './refusals-table.ts'

await writeTable(refusalsTable())
