import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

interface DialogProps {
  readonly opened: boolean
  readonly title: string
  readonly size?: 'lg'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Without Mantine's own header: outside of main it would be a second banner landmark. */
export const Dialog = ({ title, children, ...modal }: DialogProps) => (
  <Modal {...modal} withCloseButton={false} centered>
    <Modal.Title fw={600} fz="lg" mb="sm">
      {title}
    </Modal.Title>
    {children}
  </Modal>
)
