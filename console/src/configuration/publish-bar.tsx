import { Box, Button, Group, Text, TextInput } from '@mantine/core'
import { SYNC_LIMITS } from '@accord/shared/sync'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShadowProgress } from '../api/use-shadow-run.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'

interface PublishBarProps {
  /** Why this user may not publish; undefined where it may. */
  readonly reason: string | undefined
  readonly isAllowing: boolean
  readonly makesUser: boolean
  /** Nobody writes the rules: they are ready. */
  readonly isBasic: boolean
  readonly hasWork: boolean
  readonly isChanged: boolean
  readonly isPending: boolean
  /** How far the draft was tried on the pairs, which comes before publishing; undefined where nothing is tried. */
  readonly trying: ShadowProgress | null | undefined
  /** Why, for the history; undefined where nobody is asked. */
  readonly note: string | undefined
  readonly onNote: (note: string) => void
  readonly onPublish: () => void
  readonly onReset: () => void
  /** What came of the last press, where whoever pressed is looking. */
  readonly children: ReactNode
}

/** Always in sight: the one button, what it does, and what came of it. */
export function PublishBar(props: PublishBarProps) {
  const { t, i18n } = useTranslation()
  const { reason, isAllowing, makesUser, isBasic, hasWork, isChanged, trying, onPublish, onReset, children } = props
  const deeds = [
    ...(isAllowing ? [t('configure.does.access')] : []),
    ...(makesUser ? [t('configure.does.user')] : []),
    t(isBasic ? 'configure.does.publishBasic' : 'configure.does.publish'),
  ]
  const does = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(deeds)
  return (
    <Box className="accord-publish" role="group" aria-label={t('configure.publish')}>
      {children}
      <NoteField {...props} />
      <Group gap="sm">
        {hasWork ? (
          <ReasonedButton variant="filled" reason={reason} describedBy="accord-publish-does" onClick={onPublish}>
            {buttonText(props, t)}
          </ReasonedButton>
        ) : null}
        {isChanged ? (
          <Button variant="default" onClick={onReset}>
            {t('configure.scripts.restore')}
          </Button>
        ) : null}
        <Text fz="sm" c="dimmed" id="accord-publish-does">
          {trying ? t('shadow.progress', { ...trying }) : hasWork ? does : t('configure.nothing')}
        </Text>
      </Group>
    </Box>
  )
}

function NoteField({ note, reason, onNote }: PublishBarProps) {
  const { t } = useTranslation()
  if (note === undefined || reason !== undefined) return null
  return (
    <TextInput
      size="xs"
      label={t('versions.note')}
      value={note}
      maxLength={SYNC_LIMITS.noteChars}
      autoComplete="off"
      onChange={(event) => onNote(event.currentTarget.value)}
    />
  )
}

function buttonText({ isPending, trying, isAllowing, makesUser }: PublishBarProps, t: TFunction): string {
  if (trying !== undefined) return t('shadow.running')
  if (isPending) return t('configure.publishing')
  return t(isAllowing || makesUser ? 'configure.allowAndPublish' : 'configure.publish')
}
