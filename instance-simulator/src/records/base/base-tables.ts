import type { TableSource } from '../schema.ts'
import { auditTables } from './audit-tables.ts'
import { cmdbTables } from './cmdb-tables.ts'
import { importTables } from './import-tables.ts'
import { metadataTables } from './metadata-tables.ts'
import { packageTables } from './package-tables.ts'
import { peopleTables } from './people-tables.ts'
import { platformTables } from './platform-tables.ts'
import { readTableDeclarations } from './read-declarations.ts'
import { serviceTables } from './service-tables.ts'
import { taskTables } from './task-tables.ts'

/** The tables that every instance has before anything is installed; a small choice of the platform's thousands. */
export const baseTables: readonly TableSource[] = [
  metadataTables,
  platformTables,
  peopleTables,
  taskTables,
  serviceTables,
  cmdbTables,
  importTables,
  auditTables,
  packageTables,
].flatMap(readTableDeclarations)
