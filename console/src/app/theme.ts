import { createTheme } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

/** The one accent: a calm teal, dark enough for white text from shade 6 on. */
const teal: MantineColorsTuple = [
  '#ecf7f7',
  '#dcebec',
  '#b5d7d9',
  '#8ac2c5',
  '#67b0b4',
  '#4fa4a9',
  '#1d7c82',
  '#176a70',
  '#125a5f',
  '#0b484d',
]

export const theme = createTheme({
  primaryColor: 'accord',
  primaryShade: { light: 7, dark: 6 },
  colors: { accord: teal },
  fontFamily: 'var(--now-font-family, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: 'inherit', fontWeight: '600', sizes: { h1: { fontSize: '1.5rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
})

/** `--now-…` properties hold `r,g,b`; where the platform sets none, ours stand. */
const now = (property: string, ours: string) => `rgb(var(--now-${property}, ${ours}))`
const own = (_property: string, ours: string) => `rgb(${ours})`

/** Named in both schemes: Mantine sets its own colours per scheme, which would win over `:root`. */
const shared = (colour: typeof now) => ({
  '--mantine-color-body': colour('color_background--primary', 'var(--accord-body)'),
  '--mantine-color-text': colour('color_text--primary', 'var(--accord-text)'),
  '--mantine-color-dimmed': colour('color_text--secondary', 'var(--accord-dimmed)'),
  '--mantine-color-placeholder': colour('color_text--secondary', 'var(--accord-dimmed)'),
  '--accord-line': colour('color_divider--primary', 'var(--accord-divider)'),
})

/**
 * Mantine's own greys for secondary text and errors miss the contrast of WCAG AA; these keep 4.5:1 on both grounds. The colours of
 * the platform's theme hold in the scheme that they are made for.
 */
export const createVariables =
  (platform: 'light' | 'dark' | undefined): CSSVariablesResolver =>
  () => ({
    variables: {},
    light: {
      ...shared(platform === 'dark' ? own : now),
      '--accord-body': '255, 255, 255',
      '--accord-text': '27, 37, 41',
      '--accord-dimmed': '84, 96, 102',
      '--accord-divider': '222, 228, 230',
      '--accord-ground': '#f5f7f8',
      '--accord-marked-line': 'rgb(18 90 95 / 6%)',
      '--accord-selection': '#c5e0e2',
      '--accord-came': '#e3f3e6',
      '--accord-went': '#fbe7e4',
      '--accord-code-keyword': '#8a2a6b',
      '--accord-code-text': '#1a5e34',
      '--accord-code-value': '#8a4300',
      '--accord-code-call': '#0b4a7d',
      '--accord-code-type': '#125a5f',
      '--mantine-color-error': '#b42318',
      '--mantine-color-anchor': '#125a5f',
    },
    dark: {
      ...shared(platform === 'light' ? own : now),
      '--accord-body': '28, 33, 36',
      '--accord-text': '229, 234, 236',
      '--accord-dimmed': '165, 177, 182',
      '--accord-divider': '58, 67, 72',
      '--accord-ground': '#14181a',
      '--accord-marked-line': 'rgb(138 194 197 / 9%)',
      '--accord-selection': '#2b4a4d',
      '--accord-came': '#1f3a28',
      '--accord-went': '#47262a',
      '--accord-code-keyword': '#f0a3d3',
      '--accord-code-text': '#9bd6ae',
      '--accord-code-value': '#f2b98a',
      '--accord-code-call': '#9cc8f0',
      '--accord-code-type': '#8ac2c5',
      '--mantine-color-error': '#ff9d93',
      '--mantine-color-anchor': '#8ac2c5',
    },
  })
