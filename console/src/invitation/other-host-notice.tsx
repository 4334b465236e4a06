import { isOtherHost, shownHost } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'

interface OtherHostNoticeProps {
  /** The address that the user entered for the other side; absent where none was entered. */
  readonly entered: string | null | undefined
  /** Where the other side says that it is. */
  readonly named: string | null
}

/** A warning where a node reports another host than the one that was entered: a node may claim any address as its own. */
export function OtherHostNotice({ entered = null, named }: OtherHostNoticeProps) {
  const { t } = useTranslation()
  if (entered === null || named === null || !isOtherHost(entered, named)) return null
  return (
    <Notice tone="attention">
      {t('invitation.otherHost', { entered: shownHost(entered), named: shownHost(named) })}
    </Notice>
  )
}
