/** The version of the package; `check:app` compares it with package.json. */
export const APP_VERSION = '0.1.0'
