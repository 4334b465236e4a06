import { z } from 'zod'
import { SyncTable } from './sync-configuration.js'

/** `table`: the one that the connection has configured, or would begin with, when absent. */
export const ConditionFieldsQuery = z.strictObject({ table: SyncTable.optional() })
export type ConditionFieldsQuery = z.infer<typeof ConditionFieldsQuery>

/**
 * What a condition may ask about. `path`: as an encoded query names it, dotted where it leads to the record that a reference
 * points at. `time`: values are `yyyy-mm-dd hh:mm:ss` in UTC. `reference`: values are ids of the tracker.
 */
export const ConditionField = z.object({
  path: z.string(),
  label: z.string(),
  type: z.enum(['text', 'boolean', 'number', 'choice', 'reference', 'time']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).default([]),
})
export type ConditionField = z.infer<typeof ConditionField>

/** Empty where the table is not open, or the tracker has not said what its tables are: a condition is text there. */
export const ConditionFields = z.object({ fields: z.array(ConditionField) })
export type ConditionFields = z.infer<typeof ConditionFields>
