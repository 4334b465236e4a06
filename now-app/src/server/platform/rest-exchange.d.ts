/** What Scripted REST hands to a route; the SDK's own types leave these parts open. */
export interface RestRequest {
  readonly pathParams: Readonly<Record<string, string | undefined>>
  /** Each parameter is a list, also when it stands in the address once. */
  readonly queryParams: Readonly<Record<string, readonly string[] | undefined>>
  /** The body is a stream that can be read once: read `dataString`, never both. */
  readonly body: { readonly dataString: string }
  getHeader(name: string): string | null
}

export interface RestResponse {
  setBody(body: object): void
  setStatus(status: number): void
  setHeader(name: string, value: string): void
}
