/** Where the page leaves the nonce of its styles for whoever writes some; an instance has none. */
const NONCE = '__webpack_nonce__'
export const styleNonce = (): string => String(Reflect.get(globalThis, NONCE) ?? '')
