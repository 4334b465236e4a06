import type { SchemaName } from '@accord/shared/contracts'
import * as schemas from '@accord/shared/schemas'
import type { z } from 'zod'

const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = { ...schemas }

/** The schema that a contract names. */
export const schemaOf = (name: SchemaName): z.ZodType => SCHEMAS[name]
