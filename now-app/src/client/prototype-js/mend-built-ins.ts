import { hideAdditions } from './hide-additions.ts'
import { mendArrayFrom } from './mend-array-from.ts'
import { mendArrayMethods } from './mend-array-methods.ts'
import { mendBind } from './mend-bind.ts'
import { mendElements } from './mend-elements.ts'
import { mendObject } from './mend-object.ts'

/**
 * The platform's pages load prototype.js, which replaces and extends built-in objects; libraries of ours rely on what the
 * language promises. Each part is tried first and mended only where it is broken, so that a page without prototype.js is
 * left alone. The platform's own scripts keep every method that prototype.js gave them. Natives out of another frame are
 * no way: their arrays would be of that frame's class, to our libraries and to the platform's scripts alike.
 */
export function mendBuiltIns(page: typeof globalThis): void {
  hideAdditions(page)
  mendObject(page)
  mendArrayMethods(page)
  mendArrayFrom(page)
  mendBind(page)
  if ('HTMLElement' in page) mendElements(page)
}
