import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShadowProgress as Running } from '../../api/use-shadow-run.ts'

/** How far a shadow run has come. */
export function ShadowProgress({ progress }: { readonly progress: Running | null }) {
  const { t } = useTranslation()
  if (!progress) return null
  const { done, total } = progress
  const text = t('shadow.progress', { done, total })
  return (
    <>
      <Text fz="sm">{text}</Text>
      <progress className="accord-progress" max={total} value={done} aria-label={text} />
    </>
  )
}
