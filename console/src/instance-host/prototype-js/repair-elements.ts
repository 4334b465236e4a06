import { putMethod } from './put-method.ts'

/**
 * prototype.js lays methods of its own over two native ones of elements. The remedied ones are both: what the native does,
 * and what its callers expect of prototype.js.
 */
export function repairElements({ Element: native, HTMLElement: { prototype } }: typeof globalThis): void {
  const platformScrollTo = Object.getOwnPropertyDescriptor(prototype, 'scrollTo')?.value as (() => unknown) | undefined
  const nativeScrollTo = native.prototype.scrollTo as (this: Element, ...given: unknown[]) => void
  const nativeRemove = native.prototype.remove
  if (Object.hasOwn(prototype, 'remove')) {
    putMethod(prototype, 'remove', function remove(this: Element) {
      // Natively an element without a parent may be removed, and prototype.js hands the element on.
      nativeRemove.call(this)
      return this
    })
  }
  if (!platformScrollTo) return
  putMethod(prototype, 'scrollTo', function scrollTo(this: Element, ...given: unknown[]) {
    return given.length === 0 ? platformScrollTo.call(this) : nativeScrollTo.apply(this, given)
  })
}
