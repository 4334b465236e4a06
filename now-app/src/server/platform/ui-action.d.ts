/** The `action` of a server-side UI action. */
export interface UiAction {
  setRedirectURL(target: string | object): void
}
