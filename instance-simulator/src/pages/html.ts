/** Text that is HTML already; everything else is escaped when it is put into a template. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Content = Html | string | number | undefined | false | readonly Content[]

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)

function render(content: Content): string {
  if (content instanceof Html) return content.text
  if (Array.isArray(content)) return (content as readonly Content[]).map(render).join('')
  return content === undefined || content === false ? '' : escapeHtml(String(content))
}

/** html`<p>${text}</p>`: interpolations are escaped. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, index) => part + render(contents[index])).join(''))
}

export const trusted = (text: string): Html => new Html(text)

/** A value inside an inline script: no `</script>` can end it. */
export const scriptValue = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'))
