import { useTranslation } from 'react-i18next'
import { toneOf } from './state-tone.ts'
import { stateLabel } from './state-label.ts'

/** The state in a word; the colour repeats it and never says more than the word. */
export function StateBadge({ state }: { readonly state: string }) {
  const { i18n } = useTranslation()
  return (
    <span className="accord-state" data-tone={toneOf(state)}>
      {stateLabel(state, i18n)}
    </span>
  )
}
