interface Card {
  readonly text: string
  readonly documentation: string
  /** Lines of a script. */
  readonly example: string
  /** Offsets in the text of what is to be filled in next. */
  readonly parameter: { readonly from: number; readonly to: number } | null
}

/** What stands at a place of a script, as a tooltip. Labels of fields come from an instance: all of it is text. */
export function placeCard({ text, documentation, example, parameter }: Card): HTMLElement {
  const card = document.createElement('div')
  card.className = 'accord-place'
  const code = document.createElement('code')
  if (parameter) {
    const next = document.createElement('strong')
    next.textContent = text.slice(parameter.from, parameter.to)
    code.append(text.slice(0, parameter.from), next, text.slice(parameter.to))
  } else {
    code.textContent = text
  }
  card.append(code)
  if (documentation !== '') append(card, 'div', documentation)
  if (example !== '') append(card, 'pre', example)
  return card
}

function append(card: HTMLElement, kind: 'div' | 'pre', text: string): void {
  const part = document.createElement(kind)
  part.textContent = text
  card.append(part)
}
