/** The scope of the application as its vendor builds it; a company may build it under a prefix of its own (decision 0037). */
export const DEFAULT_SCOPE = 'x_accrd_bridge'

/** Longest scope that the platform takes. */
export const SCOPE_LENGTH_MAX = 18

/**
 * `x_`, what ServiceNow issued to the company (a vendor prefix of two to five letters and digits, or a longer company code
 * of digits only), `_`, and a name. Its length is checked apart.
 */
export const SCOPE_FORM = /^x_(?:[a-z0-9]{2,5}|\d{6,9})_[a-z0-9]+(?:_[a-z0-9]+)*$/

export const isScope = (text: string): boolean => text.length <= SCOPE_LENGTH_MAX && SCOPE_FORM.test(text)
