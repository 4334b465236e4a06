/** Read by the package that the dialogs use to keep the page behind them from scrolling. */
const READ_BY_DIALOGS = '__webpack_nonce__'

/** The nonce of this page's styles, handed on to everything that writes a style of its own. */
export function readStyleNonce(page: Document): string {
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
  Object.assign(globalThis, { [READ_BY_DIALOGS]: nonce })
  return nonce
}
