/** Puts a method where the native one stood, and as natives stand: writable, but invisible to `for…in`. */
export function putMethod(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false })
}
