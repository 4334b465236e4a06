import type { Db } from '../tables.ts'

/** Before the first release, as step 0014: the operator is who runs the node, and no role of the console. */
export async function renameOperatorRole(db: Db): Promise<void> {
  await db.updateTable('console_user').set({ role: 'maintainer' }).where('role', '=', 'operator').execute()
}
