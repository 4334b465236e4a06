import { NativeSelect, Text } from '@mantine/core'
import type { RulesVersion, RulesVersions, SyncDirection } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'

interface VersionChoiceProps {
  readonly direction: SyncDirection
  readonly all: RulesVersions
  readonly version: RulesVersion | undefined
  /** The one that ran in earnest; undefined where nobody has noted it. */
  readonly ran: number | undefined
  readonly onChoose: (version: number) => void
}

/** The versions of one script, with who published each, when and why. */
export function VersionChoice({ direction, all, version, ran, onChoose }: VersionChoiceProps) {
  const { t, i18n } = useTranslation()
  if (!version) return <Text fz="sm">{t('item.replay.noVersion')}</Text>
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const nameOf = ({ version: number, publishedAt, publishedBy }: RulesVersion) => {
    const name = t('item.replay.named', {
      version: number,
      date: date.format(new Date(publishedAt)),
      by: publishedBy,
    })
    return number === ran ? t('item.replay.ranThen', { name }) : name
  }
  return (
    <NativeSelect
      data-autofocus
      label={t('item.replay.version', { script: t(`sync.fault.scripts.${direction}`) })}
      value={String(version.version)}
      data={all.versions
        .filter((each) => each.direction === direction)
        .map((each) => ({ value: String(each.version), label: nameOf(each) }))}
      {...(version.note ? { description: version.note } : {})}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    />
  )
}
