const TRIPLE = /^\s*(\d{1,3})\D+(\d{1,3})\D+(\d{1,3})/

/**
 * `light` or `dark` when the platform brings its theme, by the brightness of its background (its properties hold
 * `r,g,b`); undefined when there is none. A dark platform has dark pages; otherwise the reader decides.
 */
export function platformColorScheme(root: Element): 'light' | 'dark' | undefined {
  const background = getComputedStyle(root).getPropertyValue('--now-color_background--primary')
  const match = TRIPLE.exec(background)
  if (!match) return undefined
  const brightness = 0.299 * Number(match[1]) + 0.587 * Number(match[2]) + 0.114 * Number(match[3])
  return brightness < 128 ? 'dark' : 'light'
}
