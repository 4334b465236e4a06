import { Box, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface StepTrailProps {
  readonly steps: readonly string[]
  /** From 0. */
  readonly current: number
}

/** Where one is in a wizard. */
export function StepTrail({ steps, current }: StepTrailProps) {
  const { t } = useTranslation()
  return (
    <>
      <VisuallyHidden>{t('common.step', { current: current + 1, total: steps.length })}</VisuallyHidden>
      <Box component="ol" className="accord-steps">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === current ? 'step' : undefined} data-done={index < current}>
            <span aria-hidden="true">{index < current ? '✓' : index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </Box>
    </>
  )
}
