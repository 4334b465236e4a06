import { z } from 'zod'

/** Names and ids as the platform has them. Not exported further: shapes of one side. */
export const SysId = z.string().regex(/^[0-9a-f]{32}$/)
export const TableName = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/)
export const FieldName = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/)
export const Nonce = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
export const PlanId = z.string().regex(/^[A-Za-z0-9_-]{16,80}$/)
/** `sys_mod_count` of the record. */
export const Version = z.int().min(0)
