import { settingsTable } from '../node-bridge/src/config/describe-settings.ts'
import { writeTable } from './write-table.ts'

await writeTable(settingsTable())
