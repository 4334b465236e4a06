import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'

export function refuseLosingRareBooks(current: GlideRecord): void {
  if (current.getValue('rare') !== '1') return
  gs.addErrorMessage('A rare book cannot be lost')
  current.setAbortAction(true)
}
