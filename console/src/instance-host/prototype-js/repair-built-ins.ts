import { hideAdditions } from './hide-additions.ts'
import { repairArrayFrom } from './repair-array-from.ts'
import { repairArrayMethods } from './repair-array-methods.ts'
import { repairBind } from './repair-bind.ts'
import { repairElements } from './repair-elements.ts'
import { repairObject } from './repair-object.ts'

/**
 * The platform's pages load prototype.js, which replaces and extends built-in objects; libraries of ours rely on what the
 * language promises. Each part is tried first and remedied only where it is broken, so that a page without prototype.js is
 * left alone. The platform's own scripts keep every method that prototype.js gave them. Natives out of another frame are
 * no way: their arrays would be of that frame's class, to our libraries and to the platform's scripts alike.
 */
export function repairBuiltIns(page: typeof globalThis): void {
  hideAdditions(page)
  repairObject(page)
  repairArrayMethods(page)
  repairArrayFrom(page)
  repairBind(page)
  if ('HTMLElement' in page) repairElements(page)
}
