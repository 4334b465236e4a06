type Attributes = Readonly<Record<string, string>>

/** An element with these attributes and children. Texts are written as texts: nothing of them is read as markup. */
export function element(name: string, attributes: Attributes, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

export function button(label: string, onClick: () => void): HTMLElement {
  const made = element('button', { type: 'button' }, label)
  made.addEventListener('click', onClick)
  return made
}

/** A button that was switched off while it worked has lost the focus of who pressed it. */
export function enable(made: HTMLElement): void {
  made.removeAttribute('disabled')
  if (document.activeElement === document.body) made.focus()
}

/** Only what the browser opens as a page. */
export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url)
