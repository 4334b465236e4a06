/** Methods that scripts have added to built-in prototypes stay, but `for…in` over an array no longer meets them. */
export function hideAdditions({ Array, Function, Number, Object, String }: typeof globalThis): void {
  for (const { prototype } of [Array, Function, Number, Object, String]) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const added = Object.getOwnPropertyDescriptor(prototype, name)
      if (added?.enumerable && added.configurable)
        Object.defineProperty(prototype, name, { ...added, enumerable: false })
    }
  }
}
