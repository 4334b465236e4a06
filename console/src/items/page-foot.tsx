import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PageFootProps {
  /** Where each page before the open one ended, oldest first. */
  readonly trail: readonly string[]
  /** Where the open page ends; null: there is none after it. */
  readonly next: string | null
  /** Which pairs are shown, in words. */
  readonly range: string
  readonly onTrail: (trail: readonly string[]) => void
}

/** Below pairs that do not fit on one page; nothing where they do. */
export function PageFoot({ trail, next, range, onTrail }: PageFootProps) {
  const { t } = useTranslation()
  if (trail.length === 0 && next === null) return null
  return (
    <Group justify="space-between" gap="sm">
      <Text fz="sm" c="dimmed">
        {range}
      </Text>
      <Group component="nav" gap="xs" aria-label={t('sync.pages')}>
        <Button variant="default" size="xs" disabled={trail.length === 0} onClick={() => onTrail(trail.slice(0, -1))}>
          {t('sync.previous')}
        </Button>
        <Button variant="default" size="xs" disabled={next === null} onClick={() => next && onTrail([...trail, next])}>
          {t('sync.next')}
        </Button>
      </Group>
    </Group>
  )
}
