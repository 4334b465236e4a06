/** What the platform hands to the handlers; the SDK's own types leave these as `any`. */
export interface RestRequest {
  readonly pathParams: Readonly<Record<string, string>>
  readonly queryParams: Readonly<Record<string, string[] | undefined>>
  readonly body: {
    readonly data: Readonly<Record<string, string>>
    readonly dataString: string
    readonly dataStream: never
  }
  getHeader(name: string): string | null
}

export interface RestResponse {
  setBody(body: object): void
  setStatus(status: number): void
  setHeader(name: string, value: string): void
  setContentType(type: string): void
  setError(error: object): void
  getStreamWriter(): { writeString(text: string): void }
}

export interface Action {
  setRedirectURL(target: object | string): void
}

export interface BookRecord {
  state: string
  borrowed_by: string
  due: object
  update(): void
}
